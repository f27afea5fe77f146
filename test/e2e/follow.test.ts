/** `/follow` and `/unfollow`, and what is posted behind a run of the index. */
import { describe, expect, test } from 'vitest';
import { MOST_A_DAY } from '../../src/discord/watch/topic-posts.js';
import { Permission, type RecordedRequest } from '../../src/local-discord/local-discord.js';
import { add, news, OLD, OTHER, started, textOf, use, whenPosted } from '../support/following.js';
import { textsOf } from '../support/replies.js';
import type { WatchingBot } from '../support/watching-bot.js';

const MANAGE_CHANNELS = 1n << 4n;
const MANAGE_SERVER = 1n << 5n;

const isPost = ({ method, path }: RecordedRequest): boolean =>
  method === 'POST' && path.endsWith('/messages');

describe('/follow', () => {
  test('posts what is new on the topic once, with where it stands, and pings nobody', async () => {
    const bot = await started();
    expect(await use(bot, 'follow', 'balloon')).toMatch(
      /now follows “balloon”[\s\S]*1 passage is there already/u,
    );
    await add(bot, 'new.txt', news('@everyone one'), OTHER);
    const post = await whenPosted(bot, 'day \\@everyone one');
    expect(textOf(post)).toContain('New on “balloon”');
    expect(textOf(post)).toContain('¶1');
    expect(post.mention_everyone ?? false).toBe(false);
    await bot.reindex();
    await bot.restart();
    await add(bot, 'newer.txt', news('two'));
    await whenPosted(bot, 'day two');
    expect(bot.posts().map((one) => /day \S+ ?one|day two/u.exec(textOf(one))?.[0])).toEqual([
      'day \\@everyone one',
      'day two',
    ]);
  });

  test('is told behind a start, when the article came while the bot was away', async () => {
    const bot = await started();
    await use(bot, 'follow', 'balloon');
    await bot.write('new.txt', news('one'));
    await bot.restart();
    await whenPosted(bot, 'day one');
    expect(bot.posts()).toHaveLength(1);
  });

  test('is told although the process ended right behind the commit', async () => {
    const bot = await started();
    await use(bot, 'follow', 'balloon');
    await bot.restart(async () => {
      await bot.write('new.txt', news('one'));
      await bot.indexAlone();
    });
    await whenPosted(bot, 'day one');
    expect(bot.posts()).toHaveLength(1);
  });

  test('posts at most five a day, says what is left out, and never posts it later', async () => {
    const bot = await started();
    await use(bot, 'follow', 'balloon');
    for (let day = 1; day <= MOST_A_DAY + 2; day++) await bot.write(`new-${day}.txt`, news(day));
    await bot.reindex();
    expect(textOf(await whenPosted(bot, '2 more passages are new'))).toContain('Parts of the balloon');
    await add(bot, 'more.txt', news('more'));
    await use(bot, 'follow', 'grain');
    await add(bot, 'grain.txt', OTHER.replace('Monday', 'Tuesday'));
    await whenPosted(bot, 'Tuesday');
    expect(bot.posts()).toHaveLength(MOST_A_DAY + 1);
  });

  test('amends what it has posted when the article is corrected', async () => {
    const bot = await started();
    await use(bot, 'follow', 'balloon');
    await add(bot, 'new.txt', news('one'));
    const post = await whenPosted(bot, 'day one');
    await add(bot, 'new.txt', news('two'));
    await bot.discord.whenSent(
      ({ id, components }) => id === post.id && textsOf({ components }).join().includes('~~one~~'),
    );
  });

  test.each([
    ['in a run', async (bot: WatchingBot) => bot.reindex()],
    ['right before the process ended', async (bot: WatchingBot) => bot.restart(() => bot.indexAlone())],
  ])('does not post as news what an article corrects, %s', async (_when, read) => {
    const bot = await started();
    await use(bot, 'follow', 'balloon');
    await add(bot, 'new.txt', news('one'));
    const post = await whenPosted(bot, 'day one');
    await bot.write('new.txt', news('two'));
    await read(bot);
    await bot.discord.whenSent((message) => message.id === post.id && textOf(message).includes('~~one~~'));
    await bot.restart();
    await add(bot, 'newer.txt', news('three'));
    await whenPosted(bot, 'day three');
    expect(bot.posts()).toHaveLength(2);
  });

  test('does not post as news what an article corrects that was shown nowhere', async () => {
    const bot = await started();
    await use(bot, 'follow', 'balloon');
    await add(bot, 'old.txt', OLD.replace('Friday', 'Thursday'), OTHER);
    await add(bot, 'newer.txt', news('two'));
    await whenPosted(bot, 'day two');
    expect(bot.posts()).toHaveLength(1);
  });

  test('without a topic says what is followed', async () => {
    const bot = await started();
    expect(await use(bot, 'follow')).toContain('follows no topic yet');
    await use(bot, 'follow', 'balloon *of* @everyone');
    await use(bot, 'follow', 'grain');
    expect(await use(bot, 'follow')).toContain('- “balloon \\*of\\* \\@everyone”\n- “grain”');
    expect(await use(bot, 'follow', ' GRAIN ')).toContain('already');
  });

  test('wants a word', async () => {
    const bot = await started();
    expect(await use(bot, 'follow', ' ?! ')).toContain('no letter and no digit');
    expect(bot.store.follows.all()).toEqual([]);
  });

  test('is for people who may manage the channel or the server', async () => {
    const bot = await started();
    const [channels, server] = [MANAGE_CHANNELS, MANAGE_SERVER].map((right) =>
      bot.discord.addMember('manager', right),
    );
    expect(await use(bot, 'follow', 'balloon', bot.discord.member)).toContain('Only people who may manage');
    expect(await use(bot, 'unfollow', 'balloon', bot.discord.member)).toContain('Only people who may manage');
    expect(await use(bot, 'follow', 'balloon', channels)).toContain('now follows');
    expect(await use(bot, 'follow', 'grain', server)).toContain('now follows');
    expect(() => bot.discord.slash('follow', {}, { user: bot.discord.member })).toThrow('may not use');
  });

  test('is refused where the bot may not write, and in direct messages', async () => {
    const bot = await started();
    const { discord } = bot;
    discord.setBotPermissions(Permission.viewChannel);
    expect(await use(bot, 'follow', 'balloon')).toContain('may not write in this channel');
    expect(() =>
      discord.slash(
        'follow',
        {},
        { user: discord.administrator, channel: discord.directChannel(discord.administrator) },
      ),
    ).toThrow('kind of channel');
    expect(bot.store.follows.all()).toEqual([]);
  });
});

describe('/unfollow', () => {
  test('offers what is followed in this channel, and ends it', async () => {
    const bot = await started();
    const { discord } = bot;
    await use(bot, 'follow', 'Balloon over the sea');
    await use(bot, 'follow', 'grain');
    const user = discord.administrator;
    const choices = await discord.autocomplete('unfollow', 'topic', 'BALL', { user });
    expect(choices.map(({ name }) => name)).toEqual(['Balloon over the sea']);
    const other = discord.addChannel('other');
    expect(await discord.autocomplete('unfollow', 'topic', '', { user, channel: other })).toEqual([]);
    expect(await use(bot, 'unfollow', String(choices[0]?.value))).toContain(
      'no longer follows “Balloon over the sea”',
    );
    expect(await use(bot, 'unfollow', ' GRAIN ')).toContain('no longer follows “grain”');
    expect(await use(bot, 'unfollow', 'grain')).toContain('does not follow that');
    await add(bot, 'new.txt', news('one'), OTHER.replace('Monday', 'Tuesday'));
    await use(bot, 'follow', 'fishing');
    await add(bot, 'newer.txt', news('two'));
    await whenPosted(bot, 'day two');
    expect(bot.posts()).toHaveLength(1);
  });
});

describe('when Discord', () => {
  test.each([
    [404, 10003],
    [403, 50001],
    [403, 50013],
  ])(
    'refuses a post with %i/%i, the topic is followed no longer, and the log tells',
    async (status, code) => {
      const bot = await started();
      await use(bot, 'follow', 'balloon');
      bot.discord.fault({ when: isPost, respond: { status, code } });
      await add(bot, 'new.txt', news('one'));
      await expect.poll(() => bot.store.follows.all()).toEqual([]);
      expect(bot.log.lines.map(({ message }) => message).join()).toContain('follows its topic no longer');
      expect(bot.posts()).toEqual([]);
    },
  );

  test.each([
    ['429', { status: 429, retryAfter: 0.1 }, 2],
    ['500', { status: 500 }, 12],
    ['a cut connection', 'cut', 12],
    ['an answer that is lost', 'lost', 1],
  ] as const)(
    'answers a post with %s, it is posted all the same, and once',
    async (_name, respond, times) => {
      const bot = await started();
      await use(bot, 'follow', 'balloon');
      bot.discord.fault({ when: isPost, respond, times });
      await add(bot, 'new.txt', news('one'));
      await whenPosted(bot, 'day one');
      await add(bot, 'newer.txt', news('two'));
      await whenPosted(bot, 'day two');
      expect(bot.posts()).toHaveLength(2);
    },
  );

  test('fails until the bot is stopped, the next start posts the rest', async () => {
    const bot = await started();
    await use(bot, 'follow', 'balloon');
    let isDown = false;
    const stopListening = bot.discord.onMessage(() => (isDown = true));
    bot.discord.fault({ when: (one) => isDown && isPost(one), respond: { status: 500 }, times: 10_000 });
    await bot.write('a.txt', news('one'));
    await bot.write('b.txt', news('two'));
    await bot.reindex();
    await expect
      .poll(() => bot.log.lines.map(({ message }) => message).join())
      .toContain('it is tried again');
    expect(bot.posts()).toHaveLength(1);
    stopListening();
    await bot.restart(() => (isDown = false));
    await whenPosted(bot, 'day one');
    await whenPosted(bot, 'day two');
    expect(bot.posts()).toHaveLength(2);
  });
});
