import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { FaultResponse, RecordedRequest } from '../../src/local-discord/local-discord.js';
import { startBot, type Bot } from '../support/stock-client.js';

const isSending = ({ method, template }: RecordedRequest): boolean =>
  method === 'POST' && template === '/channels/{channel_id}/messages';

/** A bot whose next message meets a fault. */
async function startWith(respond: FaultResponse, times = 1): Promise<Bot & { send: () => Promise<unknown> }> {
  // Only a hanging request may meet the client's own limit; a busy machine must not.
  const rest = respond === 'hang' ? { retries: 0, timeout: 2_000 } : { retries: 1 };
  const bot = await startBot(() => Promise.resolve(), { client: { rest } });
  bot.discord.fault({ when: isSending, times, respond });
  const route = Routes.channelMessages(bot.discord.channelId);
  return { ...bot, send: () => bot.client.rest.post(route, { body: { content: 'hello' } }) };
}

function statuses({ discord }: Bot): (number | undefined)[] {
  return discord.requests.filter(isSending).map(({ status }) => status);
}

describe('faults', () => {
  test('429: the client waits as told and tries again', async () => {
    const bot = await startWith({ status: 429, retryAfter: 0.2 });
    await bot.send();
    expect(statuses(bot)).toEqual([429, 200]);
  });

  test('a shared or global 429 says so', async () => {
    const bot = await startWith({ status: 429, retryAfter: 0.01, scope: 'global' });
    await bot.send();
    expect(bot.discord.requests.find(isSending)?.response).toMatchObject({ global: true });
  });

  test('500: the client tries again', async () => {
    const bot = await startWith({ status: 500 });
    await bot.send();
    expect(statuses(bot)).toEqual([500, 200]);
  });

  test('a code of Discord reaches the bot', async () => {
    const bot = await startWith({ status: 404, code: 10062 });
    await expect(bot.send()).rejects.toMatchObject({ status: 404, code: 10062 });
    expect(bot.discord.messages()).toEqual([]);
  });

  test('cut: no effect, and the client sees a broken connection', async () => {
    const bot = await startWith('cut', 2);
    await expect(bot.send()).rejects.toThrow();
    expect(bot.discord.messages()).toEqual([]);
  });

  test('lost: the effect is there, the answer is not', async () => {
    const bot = await startWith('lost', 2);
    await expect(bot.send()).rejects.toThrow();
    expect(bot.discord.messages().length).toBeGreaterThan(0);
  });

  test('hang: the client gives up by itself', async () => {
    const bot = await startWith('hang');
    await expect(bot.send()).rejects.toThrow(/abort/iu);
    expect(bot.discord.messages()).toEqual([]);
  });

  test('a delay: the request arrives late', async () => {
    const bot = await startWith({ delayMs: 50 });
    await bot.send();
    expect(statuses(bot)).toEqual([200]);
  });
});
