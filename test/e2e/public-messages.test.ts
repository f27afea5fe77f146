/** All that shows an article's words to everybody is remembered, and amended with all else that it said. */
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.js';
import { components } from '../../src/discord/components/index.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import type { Interaction, Message, RecordedRequest } from '../../src/local-discord/local-discord.js';
import { createGate } from '../support/gate.js';
import { labelsOf, textsOf } from '../support/replies.js';
import { startWatchingBot, type WatchingBot } from '../support/watching-bot.js';

const dated = (day: number): string => `---\ndate: 2023-04-0${day}\n---`;
const FERRY = 'A ferry lost four containers in the storm near the islands, and nobody was hurt on board.';
const OTHERS = ['harbour', 'market', 'theatre', 'bridge', 'station'].map(
  (place) => `The ferry was seen again near the old ${place} in the evening of that very day.`,
);
const GRAIN = 'Prices of grain rose at the exchange on Monday, for the third time since the harvest.';
const QUESTION = 'How many containers did the ferry lose in the storm near the islands?';
const KEEPS_RECEIPT = /Answer `\w{8}`: `\/why`/u;

/** A message that everybody sees, and what it says beside the words of the article. */
interface Shown {
  readonly message: Message;
  readonly keeps: readonly (string | RegExp)[];
}

type Show = (bot: WatchingBot) => Promise<Shown>;

/** A new command, component or message of the bot's own needs its line here: how it is shown, or why nothing is to be amended. */
const KINDS: Readonly<Record<string, Show | 'one person sees it' | 'no words of an article'>> = {
  ask: async (bot) => ({ message: await ask(bot), keeps: [KEEPS_RECEIPT] }),
  async mention({ discord }) {
    const { id } = discord.sendMessage(`<@${discord.applicationId}> ${QUESTION}`, {
      user: somebody(discord),
    });
    const message = await discord.whenSent(({ message_reference: to }) => to?.message_id === id);
    return { message, keeps: [KEEPS_RECEIPT] };
  },
  async source(bot) {
    const quote = FERRY.replace('four', 'nine');
    const message = await use(bot, 'source', { quote }).settled();
    return { message, keeps: [/^\*\*Altered quote\*\*/mu, 'quoted **nine**', ENGLISH.watch.checkedBefore] };
  },
  async cite(bot) {
    const message = await use(bot, 'cite', { article: 'ferry', paragraph: 1 }).settled();
    return { message, keeps: [/Permanent id: `ferry ¶1 · [0-9a-f]{8}`/u] };
  },
  async timeline(bot) {
    return { message: await timeline(bot), keeps: ['### Timeline: ferry', 'Page 2 of 2', KEEPS_RECEIPT] };
  },
  async share(bot) {
    const answer = await ask(bot, true);
    const shared = bot.discord.click(answer.id, ENGLISH.reader.share);
    const message = await followUpOf(shared);
    return { message, keeps: [/Shared by Reader \d+/u, `Question: ${QUESTION}`, KEEPS_RECEIPT] };
  },
  async 'about-asked'(bot) {
    const answer = await ask(bot);
    const opened = bot.discord.click(answer.id, ENGLISH.reader.about, { user: somebody(bot.discord) });
    await opened.responded();
    const asked = bot.discord.submitModal(opened, { question: QUESTION });
    return { message: await asked.settled(), keeps: [`Question: ${QUESTION}`, KEEPS_RECEIPT] };
  },
  async 'new on a topic'(bot) {
    await use(bot, 'follow', { topic: 'lighthouse' }, bot.discord.administrator).settled();
    await bot.write('light.txt', 'The lighthouse has four lamps now, all of them as bright as ever before.');
    await bot.reindex();
    const message = await bot.discord.whenSent((one) => textOf(one).includes('lamps'));
    return { message, keeps: ['New on “lighthouse”'] };
  },
  ...Object.fromEntries(
    ['why', 'articles', 'follow', 'unfollow', 'gaps', 'settings', 'Check quote']
      .concat(['nearest', 'context', 'around', 'around-page', 'more', 'more-page', 'vote', 'about'])
      .concat(['gaps-page', 'set-channels', 'set-sources', 'type-sources', 'typed-sources', 'set-language'])
      .concat(['set-keeping', 'set-private', 'set-follow-up'])
      .map((kind) => [kind, 'one person sees it'] as const),
  ),
  reindex: 'no words of an article',
  'cancel-reindex': 'no words of an article',
  dismiss: 'no words of an article',
};
/** The others come behind no command and no component. */
const OWN_KINDS = ['mention', 'new on a topic'];

const textOf = (message: Message): string => textsOf(message).join('\n');

/** Each with a name of their own: a cooldown is for one person. */
let people = 0;
function somebody(discord: WatchingBot['discord']): string {
  return discord.addMember(`Reader ${++people}`);
}

function use({ discord }: WatchingBot, name: string, options: object, user = somebody(discord)): Interaction {
  return discord.slash(name, { ...options }, { user });
}

function ask(bot: WatchingBot, isPrivate = false): Promise<Message> {
  return use(bot, 'ask', { question: QUESTION, private: isPrivate }).settled();
}

/** Turned to the page that shows the paragraph. */
async function timeline(bot: WatchingBot): Promise<Message> {
  const { id } = await use(bot, 'timeline', { topic: 'ferry' }).settled();
  return bot.discord.click(id, ENGLISH.timeline.later).settled();
}

async function followUpOf(interaction: Interaction): Promise<Message> {
  await interaction.settled();
  const [message] = interaction.followUps;
  if (message === undefined) throw new Error('Nothing was posted.');
  return message;
}

async function started(): Promise<WatchingBot> {
  const others = OTHERS.map((text, at) => [`${at}.txt`, [dated(at + 1), text]] as const);
  const ferry = [dated(9), FERRY, GRAIN];
  return startWatchingBot({ ...Object.fromEntries(others), 'ferry.txt': ferry });
}

function isReadingOf({ id }: Message): (request: RecordedRequest) => boolean {
  return ({ method, path }) => method === 'GET' && path.endsWith(`/messages/${id}`);
}

/** The answer to an interaction is shown. */
function isAnswer({ method, path }: RecordedRequest): boolean {
  return method === 'PATCH' && path.endsWith('/messages/@original');
}

async function whenAmended({ discord }: WatchingBot, { id }: Message, text: string): Promise<string> {
  return textOf(await discord.whenSent((one) => one.id === id && textOf(one).includes(text)));
}

async function correct(bot: WatchingBot, words: string): Promise<void> {
  await bot.write('ferry.txt', dated(9), FERRY.replace('four', words), GRAIN);
  await bot.write(
    'light.txt',
    `The lighthouse has ${words} lamps now, all of them as bright as ever before.`,
  );
}

test('every command, component and message of its own is listed', () => {
  const names = [...commands.slash, ...commands.message].map(({ payload }) => payload.name);
  const kinds = [...names, ...components.map(({ kind }) => kind), ...OWN_KINDS];
  expect(Object.keys(KINDS).toSorted()).toEqual([...new Set(kinds)].toSorted());
});

describe('a message that everybody sees', () => {
  test.each(
    Object.entries(KINDS).flatMap(([kind, show]) => (typeof show === 'string' ? [] : [{ kind, show }])),
  )(
    'of "$kind" is amended behind a restart, twice, and keeps what else it said and its buttons',
    async ({ show }) => {
      const bot = await started();
      const { message, keeps } = await show(bot);
      const before = message.components;
      for (const words of ['five', 'six']) {
        await bot.restart(() => correct(bot, words));
        const amended = await bot.discord.whenSent(
          (one) => one.id === message.id && textOf(one).includes(`**${words}**`),
        );
        expect(textOf(amended)).toContain('Source amended');
        expect(textOf(amended)).toContain('~~four~~');
        for (const kept of keeps) expect(textOf(amended)).toMatch(kept);
        expect(labelsOf(amended)).toEqual(labelsOf({ components: before }));
      }
      expect(bot.editsOf(message)).toHaveLength(2);
    },
  );

  test.each([
    ['read', false],
    ['not read', true],
  ])(
    'of a quotation has one verdict when it is amended, also where the bot may %s it',
    async (_may, isClosed) => {
      const bot = await started();
      const message = await use(bot, 'source', { quote: FERRY }).settled();
      if (isClosed)
        bot.discord.fault({ when: isReadingOf(message), respond: { status: 403, code: 50001 }, times: 9 });
      await bot.restart(() => correct(bot, 'five'));
      const amended = await whenAmended(bot, message, '**five**');
      const labels = Object.values(ENGLISH.quotation.verdicts).filter((label) => amended.includes(label));
      expect(labels).toEqual(['Exact quote']);
      expect(amended.split('Exact quote')).toHaveLength(2);
    },
  );

  test('of a quotation whose article has its words back says nothing against the verdict any more', async () => {
    const bot = await started();
    const message = await use(bot, 'source', { quote: FERRY }).settled();
    await correct(bot, 'five');
    await bot.reindex();
    await whenAmended(bot, message, ENGLISH.watch.checkedBefore);
    await correct(bot, 'four');
    await bot.reindex();
    const restored = await whenAmended(bot, message, ENGLISH.watch.restored);
    expect(restored).toContain('**Exact quote**');
    expect(restored).not.toContain(ENGLISH.watch.checkedBefore);
  });

  test('is amended although its article had changed before the answer was shown', async () => {
    const bot = await started();
    const { pass, reached } = createGate();
    const when = (request: RecordedRequest): boolean => {
      if (isAnswer(request)) void pass();
      return isAnswer(request);
    };
    bot.discord.fault({ when, respond: { delayMs: 2000 } });
    const asked = use(bot, 'cite', { article: 'ferry', paragraph: 1 });
    await reached;
    await correct(bot, 'five');
    await bot.reindex();
    await whenAmended(bot, await asked.settled(), '**five**');
  });

  test('of a paragraph in a file has both wordings in one when it is amended', async () => {
    const bot = await started();
    const long = `${GRAIN} `.repeat(60).trim();
    await bot.write('ferry.txt', dated(9), `${FERRY} ${long}`);
    await bot.reindex();
    const message = await use(bot, 'cite', { article: 'ferry', paragraph: 1 }).settled();
    const five = FERRY.replace('four', 'five');
    await bot.write('ferry.txt', dated(9), `${five} ${long}`);
    await bot.reindex();
    expect(await whenAmended(bot, message, '**five**')).toContain(ENGLISH.cite.inFile);
    const [file, ...more] = bot.discord.messages().find(({ id }) => id === message.id)?.attachments ?? [];
    expect(more).toEqual([]);
    const content = await (await fetch(file?.url ?? '')).text();
    expect(content).toContain(`\n\n${FERRY} ${long}\n`);
    expect(content).toContain(`\n\n${five} ${long}\n`);
  });

  test('is not remembered when only one person sees it', async () => {
    const bot = await started();
    await ask(bot, true);
    await use(bot, 'timeline', { topic: 'ferry', private: true }).settled();
    await use(bot, 'cite', { article: 'ferry', paragraph: 1, private: true }).settled();
    await use(bot, 'source', { quote: FERRY, private: true }).settled();
    expect(bot.store.shownMessages.all()).toEqual([]);
  });
});

describe('a timeline', () => {
  test('stays as it is when the paragraphs changed around its sentences', async () => {
    const bot = await started();
    const sentence = 'The ferry went to the yard for its repair.';
    await bot.write('ferry.txt', dated(9), `${sentence} Nobody knows for how long it will be there.`);
    await bot.reindex();
    const message = await timeline(bot);
    expect(textOf(message)).toContain(`\n${sentence}`);
    await bot.write('ferry.txt', dated(9), `${sentence} Nobody can say for how long it will be there.`);
    await bot.reindex();
    await bot.write('ferry.txt', dated(9), sentence.replace('repair', 'painting'));
    await bot.reindex();
    const amended = await whenAmended(bot, message, '**painting**');
    expect(amended).toContain('yard for its ~~repair~~.');
    expect(bot.editsOf(message)).toHaveLength(1);
  });

  test('is amended as the page that it shows, the other days as they were', async () => {
    const bot = await started();
    const shown = await timeline(bot);
    const message = await bot.discord.click(shown.id, ENGLISH.timeline.earlier).settled();
    await correct(bot, 'five'); // of the other page
    await bot.write('1.txt', dated(2), (OTHERS[1] ?? '').replace('market', 'prison'));
    await bot.reindex();
    const amended = await whenAmended(bot, message, '**prison**');
    expect(amended).not.toContain('containers');
    const places = [...amended.matchAll(/^The ferry .* old (?:~~|\*\*)?(\w+)/gmu)].map(([, place]) => place);
    expect(places).toEqual(['harbour', 'market', 'prison', 'theatre', 'bridge', 'station']);
    for (const day of [1, 2, 3, 4, 5]) {
      const noon = Date.parse(`2023-04-0${day}T12:00:00Z`) / 1000;
      expect(amended).toContain(`### <t:${noon}:D>`);
    }
  });
});

test.each(['why', 'articles', 'follow', 'unfollow', 'gaps', 'settings'])(
  'one person sees what /%s says',
  async (name) => {
    const { discord } = await started();
    const options = { why: { id: 'K7F3Q9AB' }, unfollow: { topic: 'ferry' } };
    const values = Object.entries(options).find(([one]) => one === name)?.[1] ?? {};
    const asked = discord.slash(name, values, { user: discord.administrator });
    await asked.settled();
    expect(asked.isEphemeral).toBe(true);
  },
);

test('one person sees what comes of Check quote', async () => {
  const { discord } = await started();
  const { id } = discord.sendMessage(`He said: “${FERRY}”`);
  const asked = discord.messageCommand('Check quote', id);
  expect(textOf(await asked.settled())).toContain('Exact quote');
  expect(asked.isEphemeral).toBe(true);
});
