/** What the gateway closes a connection for: spoken by hand, because the stock client does nothing wrong. */
import { once } from 'node:events';
import { onTestFinished, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { openDiscord } from '../support/stock-client.js';

async function open(): Promise<{ socket: WebSocket; token: string; say: (payload: unknown) => void }> {
  const { apiUrl, token } = await openDiscord();
  const socket = new WebSocket(
    `${apiUrl.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json`,
  );
  onTestFinished(() => socket.terminate());
  const [hello] = await once(socket, 'message');
  expect(JSON.parse(String(hello))).toEqual({ op: 10, d: { heartbeat_interval: 41_250 } });
  return { socket, token, say: (payload) => socket.send(JSON.stringify(payload)) };
}

async function closeCode(socket: WebSocket): Promise<unknown> {
  return (await once(socket, 'close'))[0];
}

const event = z.object({ t: z.string().nullish() });
const identity = (token: string, intents = 1): object => ({ op: 2, d: { token, intents, properties: {} } });

describe('closing', () => {
  test('what is no JSON: 4002', async () => {
    const { socket } = await open();
    socket.send('{');
    expect(await closeCode(socket)).toBe(4002);
  });

  test('anything before IDENTIFY: 4003', async () => {
    const { socket, say } = await open();
    say({ op: 3, d: {} });
    expect(await closeCode(socket)).toBe(4003);
  });

  test('a wrong token: 4004', async () => {
    const { socket, say } = await open();
    say(identity('wrong'));
    expect(await closeCode(socket)).toBe(4004);
  });

  test('IDENTIFY twice: 4005', async () => {
    const { socket, say, token } = await open();
    say(identity(token));
    say(identity(token));
    expect(await closeCode(socket)).toBe(4005);
  });

  test('more than 120 payloads in a minute: 4008', async () => {
    const { socket, say } = await open();
    for (let sent = 0; sent <= 120; sent += 1) say({ op: 1, d: null });
    expect(await closeCode(socket)).toBe(4008);
  });
});

test('a session that is not known cannot be resumed', async () => {
  const { socket, say, token } = await open();
  say({ op: 6, d: { token, session_id: 'unknown', seq: 1 } });
  const [answer] = await once(socket, 'message');
  expect(JSON.parse(String(answer))).toEqual({ op: 9, d: false });
});

test('events come only for the intents that were asked for', async () => {
  const discord = await openDiscord();
  const socket = new WebSocket(`${discord.apiUrl.replace('http', 'ws').replace('/api', '/gateway')}?v=10`);
  onTestFinished(() => socket.terminate());
  const heard: string[] = [];
  socket.on('message', (data) => {
    heard.push(event.parse(JSON.parse(String(data))).t ?? 'control');
  });
  await once(socket, 'message');
  socket.send(JSON.stringify(identity(discord.token, 1 << 12)));
  await discord.whenReady();
  discord.sendMessage('in the guild');
  discord.sendMessage('direct', { channel: discord.directChannel(discord.member) });
  await expect.poll(() => heard).toEqual(['control', 'READY', 'MESSAGE_CREATE']);
});
