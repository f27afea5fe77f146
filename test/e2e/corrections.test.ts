/** Messages that show words which their article no longer has. */
import { describe, expect, test } from 'vitest';
import { renderPassages } from '../../src/discord/passages.js';
import { frame } from '../../src/discord/reply.js';
import type { Pace } from '../../src/discord/watch/after-runs.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { textsFor } from '../../src/discord/texts/texts-for.js';
import type { Message, RecordedRequest } from '../../src/local-discord/local-discord.js';
import { createGate } from '../support/gate.js';
import { allComponents, textsOf } from '../support/replies.js';
import { isEditOf, startWatchingBot, type WatchingBot } from '../support/watching-bot.js';

const FERRY =
  'A ferry lost four containers in the storm near the northern islands, and nobody was hurt on board.';
const GRAIN =
  'Prices of grain rose again at the exchange on Monday, for the third time since the harvest began.';
const FIVE = FERRY.replace('four', 'five');
const LEGEND = 'What has changed';

async function shownFerry(pace?: Pace): Promise<{ bot: WatchingBot; message: Message }> {
  const files = { 'ferry.txt': [FERRY, GRAIN], 'other.txt': [GRAIN.replace('grain', 'silver')] };
  const bot = await startWatchingBot(files, pace);
  return { bot, message: await show(bot, 1) };
}

function show(bot: WatchingBot, ...paragraphs: readonly number[]): Promise<Message> {
  const passages = paragraphs.map((paragraph) => bot.passage('ferry', paragraph));
  const button = [{ id: 'nearest:1:0123456789ab:1:01234567', label: LEGEND }];
  return bot.show(frame(renderPassages(ENGLISH, passages, 3000), button), ...passages);
}

function textOf({ discord }: WatchingBot, { id }: Message): string {
  const found = discord.messages().find((one) => one.id === id);
  return found === undefined ? '' : textsOf(found).join('\n');
}

/** Waits until the bot has edited a message. */
async function whenAmended(bot: WatchingBot, message: Message, text: string): Promise<string> {
  await bot.discord.whenSent(
    ({ id, components }) => id === message.id && textsOf({ components }).join('\n').includes(text),
  );
  return textOf(bot, message);
}

/** Waits until the bot has done all for earlier runs: it does one round after the other. */
async function whenQuiet(bot: WatchingBot): Promise<void> {
  const passages = [bot.passage('other', 1)];
  const last = await bot.show(frame(renderPassages(ENGLISH, passages, 3000)), ...passages);
  await bot.remove('other.txt');
  await bot.reindex();
  await whenAmended(bot, last, 'no longer in the collection');
}

describe('a message that was shown', () => {
  test('is edited after its article has changed: old words, new words, and the difference', async () => {
    const { bot, message } = await shownFerry();
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.reindex();
    const text = await whenAmended(bot, message, 'Source amended');
    expect(text).toMatch(/^\*\*Source amended\*\*/u);
    expect(text).toContain('lost ~~four~~ containers');
    expect(text).toContain('lost **five** containers');
    expect(text).toContain('ferry');
    expect(text).toContain('¶1');
    expect(text).toMatch(/<t:\d+:D>/u);
  });

  test('keeps its buttons', async () => {
    const { bot, message } = await shownFerry();
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.reindex();
    await whenAmended(bot, message, 'Source amended');
    const edited = bot.discord.messages().find(({ id }) => id === message.id);
    expect(allComponents(edited?.components ?? []).map(({ label }) => label)).toContain(LEGEND);
  });

  test('is edited once for each change, and again for the next one', async () => {
    const { bot, message } = await shownFerry();
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.reindex();
    await whenAmended(bot, message, '**five**');
    await bot.reindex();
    await bot.write('new.txt', GRAIN.replace('grain', 'rice'));
    await bot.reindex();
    await bot.restart();
    await bot.write('ferry.txt', FERRY.replace('four', 'six'), GRAIN);
    await bot.reindex();
    await whenAmended(bot, message, '**six**');
    expect(bot.editsOf(message)).toHaveLength(2);
  });

  test('says so when the words it showed are back', async () => {
    const { bot, message } = await shownFerry();
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.reindex();
    await whenAmended(bot, message, '**five**');
    await bot.write('ferry.txt', FERRY, GRAIN);
    await bot.reindex();
    expect(await whenAmended(bot, message, 'back to the words')).toContain(FERRY);
  });

  test('stays as it is when the words only moved', async () => {
    const { bot, message } = await shownFerry();
    await bot.write('ferry.txt', GRAIN.replace('grain', 'coal'), GRAIN, FERRY);
    await bot.reindex();
    await whenQuiet(bot);
    expect(bot.editsOf(message)).toEqual([]);
  });

  test('shows what stays beside what was taken out', async () => {
    const { bot } = await shownFerry();
    const message = await show(bot, 1, 2);
    await bot.write('ferry.txt', FERRY);
    await bot.reindex();
    const text = await whenAmended(bot, message, 'no longer has this passage');
    expect(text).toContain(GRAIN);
    expect(text).toContain(FERRY);
  });

  test('is edited in direct messages, in the language that it is in, and in threads', async () => {
    const { bot } = await shownFerry();
    const { discord } = bot;
    const places = [
      { channel: discord.directChannel(discord.member), language: 'de' },
      { channel: discord.addThread('thread'), language: 'en' },
    ];
    for (const { channel, language } of places) {
      const asked = discord.slash('cite', { article: 'ferry', paragraph: 1 }, { channel, locale: 'de' });
      const cited = await asked.settled();
      await bot.write('ferry.txt', FIVE, GRAIN);
      await bot.reindex();
      await discord.whenSent(
        ({ id, components }) =>
          id === cited.id && textsOf({ components })[0] === `**${textsFor(language).watch.amended}**`,
        channel,
      );
      await bot.write('ferry.txt', FERRY, GRAIN);
      await bot.reindex();
    }
  });

  test('is amended behind a start, when the article changed while the bot was away', async () => {
    const { bot, message } = await shownFerry();
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.restart();
    await whenAmended(bot, message, '**five**');
  });
});

test('is amended although the process ended right behind the commit', async () => {
  const { bot, message } = await shownFerry();
  await bot.restart(async () => {
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.indexAlone();
  });
  await whenAmended(bot, message, '**five**');
});

test('messages are amended one after the other, newest first, with a pause between', async () => {
  const pause = createGate();
  const { bot, message } = await shownFerry({ between: () => pause.pass() });
  const later = await show(bot, 1);
  await bot.write('ferry.txt', FIVE, GRAIN);
  await bot.reindex();
  await pause.reached;
  expect([later, message].map((one) => bot.editsOf(one).length)).toEqual([1, 0]);
  pause.open();
  await whenAmended(bot, message, '**five**');
});

test('what has failed is tried again at the next run, however long the pause would be', async () => {
  const { bot, message } = await shownFerry({ between: () => Promise.resolve(), retryMs: 3_600_000 });
  bot.discord.fault({ when: (one) => isEditOf(message.id, one), respond: { status: 500 }, times: 4 });
  await bot.write('ferry.txt', FIVE, GRAIN);
  await bot.reindex();
  await expect.poll(() => bot.log.lines.map((line) => line.message).join()).toContain('it is tried again');
  await bot.reindex();
  await whenAmended(bot, message, '**five**');
});

test('what fails again and again waits for the next run', async () => {
  const { bot, message } = await shownFerry({ between: () => Promise.resolve(), retryMs: 0 });
  let isDown = true;
  const when = (one: RecordedRequest): boolean => isDown && isEditOf(message.id, one);
  bot.discord.fault({ when, respond: { status: 500 }, times: 10_000 });
  await bot.write('ferry.txt', FIVE, GRAIN);
  await bot.reindex();
  await expect
    .poll(() => bot.log.lines.map((line) => line.message).join(), { timeout: 20_000 })
    .toContain('waits for the next run');
  isDown = false;
  await bot.reindex();
  await whenAmended(bot, message, '**five**');
});

describe('when Discord', () => {
  test.each([
    [404, 10008],
    [404, 10003],
    [403, 50001],
    [403, 50013],
    [400, 50083],
  ])('refuses with %i/%i, the message is not tried again', async (status, code) => {
    const { bot, message } = await shownFerry();
    bot.discord.fault({ when: (one) => isEditOf(message.id, one), respond: { status, code }, times: 5 });
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.reindex();
    await expect.poll(() => bot.log.lines.map((line) => line.message).join()).toContain('cannot be amended');
    await whenQuiet(bot);
    expect(bot.discord.requests.filter((one) => isEditOf(message.id, one))).toHaveLength(1);
    expect(bot.store.shownMessages.get(bot.discord.channelId, message.id)).toBeUndefined();
  });

  test('has forgotten the message before it is read, it is not edited', async () => {
    const { bot, message } = await shownFerry();
    bot.discord.removeMessage(message.id);
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.reindex();
    await expect.poll(() => bot.store.shownMessages.get(bot.discord.channelId, message.id)).toBeUndefined();
    expect(bot.discord.requests.filter((one) => isEditOf(message.id, one))).toEqual([]);
  });

  test('does not let the bot read what was said, the message is amended without its buttons', async () => {
    const { bot, message } = await shownFerry();
    const isRead = ({ method, path }: RecordedRequest): boolean =>
      method === 'GET' && path.endsWith(`/messages/${message.id}`);
    bot.discord.fault({ when: isRead, respond: { status: 403, code: 50013 }, times: 5 });
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.reindex();
    await whenAmended(bot, message, '**five**');
  });

  test.each([
    ['429', { status: 429, retryAfter: 0.1 }, 2],
    ['500', { status: 500 }, 12],
    ['a cut connection', 'cut', 12],
  ] as const)(
    'answers with %s for a while, it is amended all the same, and once',
    async (_name, respond, times) => {
      const { bot, message } = await shownFerry();
      bot.discord.fault({ when: (one) => isEditOf(message.id, one), respond, times });
      await bot.write('ferry.txt', FIVE, GRAIN);
      await bot.reindex();
      await whenAmended(bot, message, '**five**');
      expect(bot.editsOf(message)).toHaveLength(1);
    },
  );

  test('fails until the bot is stopped, the next start goes on where it was', async () => {
    const { bot, message } = await shownFerry();
    const others = [await show(bot, 1), await show(bot, 1, 2)];
    let isDown = true;
    const when = (one: RecordedRequest): boolean => isDown && isEditOf(message.id, one);
    bot.discord.fault({ when, respond: { status: 500 }, times: 10_000 });
    await bot.write('ferry.txt', FIVE, GRAIN);
    await bot.reindex();
    for (const other of others) await whenAmended(bot, other, '**five**');
    await expect.poll(() => bot.log.lines.map((line) => line.message).join()).toContain('it is tried again');
    await bot.restart(() => (isDown = false));
    await whenAmended(bot, message, '**five**');
    for (const other of [message, ...others]) expect(bot.editsOf(other)).toHaveLength(1);
  });
});
