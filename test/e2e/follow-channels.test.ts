/** Topics in a server that has set the channels where the bot answers. */
import { describe, expect, test } from 'vitest';
import { Permission, type Message } from '../../src/local-discord/local-discord.js';
import { add, news, started, textOf, use, whenPosted } from '../support/following.js';
import type { WatchingBot } from '../support/watching-bot.js';

const SEND_IN_THREADS = 1n << 38n;

const setChannels = ({ store, discord }: WatchingBot, ...channels: readonly string[]): unknown =>
  store.settings.change(discord.guildId, { channels });
const settingsOf = ({ discord }: WatchingBot): Promise<Message> =>
  discord.slash('settings', {}, { user: discord.administrator }).settled();

describe('where a server has set the channels in which the bot answers', () => {
  test('no topic is followed elsewhere, and whoever tries is told where', async () => {
    const bot = await started();
    const other = bot.discord.addChannel('other');
    setChannels(bot, other);
    expect(await use(bot, 'follow', 'balloon')).toContain(`I answer in <#${other}>`);
    expect(bot.store.follows.all()).toEqual([]);
  });

  test('nothing is posted in a channel that was taken from them, the settings say so, and later news are posted when it is back', async () => {
    const bot = await started();
    const { discord } = bot;
    const other = discord.addChannel('other');
    await use(bot, 'follow', 'balloon');
    expect(textOf(await settingsOf(bot))).not.toContain('nothing is posted');
    discord.select((await settingsOf(bot)).id, 'set-channels:1', [other], { user: discord.administrator });
    await expect.poll(() => bot.store.settings.get(discord.guildId).channels).toEqual([other]);
    expect(textOf(await settingsOf(bot))).toContain(`nothing is posted in them: <#${discord.channelId}>`);
    await add(bot, 'new.txt', news('one'));
    await expect
      .poll(() => bot.log.lines.map(({ message }) => message).join())
      .toContain('Nothing is posted in a channel where the bot may not answer');
    setChannels(bot);
    await bot.restart();
    await add(bot, 'newer.txt', news('two'));
    await whenPosted(bot, 'day two');
    expect(bot.posts()).toHaveLength(1);
  });

  test('a topic is followed in a thread of theirs, and can be dropped in a channel that is none of theirs', async () => {
    const bot = await started();
    const { discord } = bot;
    const user = discord.administrator;
    const { viewChannel, sendMessages, readHistory } = Permission;
    discord.setBotPermissions(viewChannel | sendMessages | readHistory | SEND_IN_THREADS);
    const thread = discord.addThread('thread');
    await use(bot, 'follow', 'balloon');
    setChannels(bot, discord.channelId);
    const followed = discord.slash('follow', { topic: 'balloon' }, { user, channel: thread });
    expect(textOf(await followed.settled())).toContain('now follows');
    await add(bot, 'new.txt', news('one'));
    await whenPosted(bot, 'day one', thread);
    expect(textOf(await settingsOf(bot))).not.toContain('nothing is posted');
    setChannels(bot, discord.addChannel('other'));
    expect(await use(bot, 'unfollow', 'balloon')).toContain('no longer follows');
    expect(bot.store.follows.all().map(({ channelId }) => channelId)).toEqual([thread]);
  });
});
