/** Lost connections: the client resumes, hears what it missed, or begins anew. */
import { Events, type Interaction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { startBot, type Bot } from '../support/stock-client.js';

async function startEcho(options: { heartbeatIntervalMs?: number } = {}): Promise<Bot> {
  return startBot(async (interaction: Interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(interaction.options.getString('question') ?? '');
  }, options);
}

function nextResume({ client }: Bot): Promise<number> {
  return new Promise((resolve) => {
    client.once(Events.ShardResume, (_shard, replayed) => resolve(replayed));
  });
}

/** Until the server knows that the client is gone; what happens now, the client must be told later. */
async function whenGone({ client }: Bot): Promise<void> {
  await new Promise<void>((resolve) => {
    client.once(Events.ShardReconnecting, () => resolve());
  });
}

describe('a lost connection', () => {
  test('is resumed, and what happened meanwhile is replayed', async () => {
    const bot = await startEcho();
    const resumed = nextResume(bot);
    const gone = whenGone(bot);
    bot.discord.cutSockets();
    await gone;
    const asked = bot.discord.slash('ask', { question: 'missed' });
    expect((await asked.settled()).content).toBe('missed');
    await resumed;
    expect(bot.discord.gatewayCounts).toMatchObject({ identifies: 1, resumes: 1 });
  });

  test('op 7 makes the client reconnect and resume', async () => {
    const bot = await startEcho();
    const resumed = nextResume(bot);
    bot.discord.requestReconnect();
    await resumed;
    expect((await bot.discord.slash('ask', { question: 'again' }).settled()).content).toBe('again');
    expect(bot.discord.gatewayCounts).toMatchObject({ identifies: 1, resumes: 1 });
  });

  test('a session that ended but can be resumed is resumed', async () => {
    const bot = await startEcho();
    const resumed = nextResume(bot);
    bot.discord.invalidateSession({ resumable: true });
    await resumed;
    expect(bot.discord.gatewayCounts.identifies).toBe(1);
  });

  test('a session that ended for good begins anew', async () => {
    const bot = await startEcho();
    const again = new Promise<void>((resolve) => {
      bot.client.once(Events.ShardReady, () => resolve());
    });
    bot.discord.invalidateSession({ resumable: false });
    await again;
    expect(bot.discord.gatewayCounts).toMatchObject({ identifies: 2, resumes: 0 });
    expect((await bot.discord.slash('ask', { question: 'again' }).settled()).content).toBe('again');
  });

  test('heartbeats without an answer make the client reconnect', async () => {
    const bot = await startEcho({ heartbeatIntervalMs: 300 });
    const resumed = nextResume(bot);
    bot.discord.stopHeartbeats();
    await whenGone(bot);
    bot.discord.stopHeartbeats(false);
    await resumed;
    expect(bot.discord.gatewayCounts.heartbeats).toBeGreaterThan(0);
  });

  test('a client that leaves is gone, and another one may come', async () => {
    const bot = await startEcho();
    await bot.client.destroy();
    const ready = bot.discord.whenReady();
    await bot.client.login(bot.discord.token);
    await ready;
    expect(bot.discord.gatewayCounts).toMatchObject({ identifies: 2, resumes: 0 });
  });
});
