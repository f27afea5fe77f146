import { Client, Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { judgeRequests, judgeResponses } from '../support/judge-requests.js';
import { createClient, openDiscord, startBot } from '../support/stock-client.js';

const nothing = (): Promise<void> => Promise.resolve();

describe('logging in', () => {
  test('a stock client becomes ready and sees the guild and its channel', async () => {
    const { discord, client } = await startBot(nothing);
    await discord.whenReady();
    expect(client.user.id).toBe(discord.applicationId);
    expect(client.guilds.cache.get(discord.guildId)?.channels.cache.has(discord.channelId)).toBe(true);
    expect(discord.gatewayCounts.identifies).toBe(1);
  });

  test('a wrong token is refused', async () => {
    const discord = await openDiscord();
    await expect(createClient(discord).login('wrong.token')).rejects.toThrow(/token/u);
    expect(discord.requests.map(({ status }) => status)).toContain(401);
  });

  test('a privileged intent closes the connection', async () => {
    const discord = await openDiscord();
    const client = createClient(discord, { intents: [GatewayIntentBits.MessageContent] });
    const closed = new Promise<number>((resolve) => {
      client.once(Events.ShardDisconnect, ({ code }) => resolve(code));
    });
    await Promise.all([
      expect(client.login(discord.token)).rejects.toThrow(/intents/iu),
      expect(closed).resolves.toBe(4014),
    ]);
  });

  test('the client reads itself, its application, guild, channels and members', async () => {
    const { discord, client } = await startBot(nothing);
    await client.user.fetch(true);
    await client.application.fetch();
    const guild = await client.guilds.fetch({ guild: discord.guildId, force: true });
    const member = await guild.members.fetch(discord.administrator);
    const channel = await client.channels.fetch(discord.channelId, { force: true });
    const direct = await client.users.createDM(discord.member, { force: true });
    expect(member.user.username).toBe('administrator');
    expect(channel?.id).toBe(discord.channelId);
    expect(direct.id).toBe(discord.directChannel(discord.member));
    expect(judgeRequests(discord.requests)).toEqual([]);
    expect(judgeResponses(discord.requests)).toEqual([]);
  });

  test('whenReady waits for a client', async () => {
    const discord = await openDiscord();
    const ready = discord.whenReady();
    const client = createClient(discord);
    expect(client).toBeInstanceOf(Client);
    await client.login(discord.token);
    await expect(ready).resolves.toBeUndefined();
  });

  test('an unknown route is 404, a known one with another method 405', async () => {
    const { discord, client } = await startBot(nothing);
    await expect(client.rest.get('/nowhere')).rejects.toMatchObject({ status: 404 });
    await expect(client.rest.put('/users/@me')).rejects.toMatchObject({ status: 405 });
    expect(judgeRequests(discord.requests)).toHaveLength(2);
  });
});
