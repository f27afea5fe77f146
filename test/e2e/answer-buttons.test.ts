/** What a reader can do with an answer, through Discord: everything below is also done after the bot was started anew. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { MessageFlag, type Interaction, type Message } from '../../src/local-discord/local-discord.js';
import { unescapeMarkdown } from '../support/discord-markdown.js';
import { sharedEmbedder } from '../support/embedder.js';
import { labelsOf, textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { readShippedArticle } from '../support/shipped-article.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const { reader } = ENGLISH;
const QUESTION = 'Where was the Chinese spy balloon shot down?';
const DECLINED = 'How old is Nancy Pelosi?';
const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const { text: articleText } = readShippedArticle();
let bot: RunningBot;
let moderator: string;

beforeAll(async () => {
  bot = await startRunningBot({ folder, embedder, now: () => 0 });
  moderator = bot.discord.addMember('Mo', MANAGE_MESSAGES);
});
afterAll(() => bot.stop());

const MANAGE_MESSAGES = 1n << 13n;
const textOf = (message: Message | undefined): string => textsOf(message ?? { components: [] }).join('\n');
const receiptOf = (message: Message): string => /`([0-9A-Z]{8})`/u.exec(textOf(message))?.[1] ?? '';
const isThere = ({ id }: Message): boolean => bot.discord.messages().some((one) => one.id === id);

/** Each person of the tests asks with a name of their own: a cooldown is for one person. */
let people = 0;
async function ask(question: string, isPrivate = false): Promise<Message> {
  const user = bot.discord.addMember(`Reader ${++people}`);
  return bot.discord.slash('ask', { question, private: isPrivate }, { user }).settled();
}

const metadata = z.object({ user: z.object({ id: z.string() }) });
const askerOf = ({ interaction_metadata }: Message): string => metadata.parse(interaction_metadata).user.id;
const press = (message: Message, label: string, user = askerOf(message)): Interaction =>
  bot.discord.click(message.id, label, { user });

async function told(interaction: Interaction): Promise<string> {
  await expect.poll(() => interaction.followUps.length).toBe(1);
  const [message] = interaction.followUps;
  expect((message?.flags ?? 0) & MessageFlag.ephemeral).toBe(MessageFlag.ephemeral);
  return textOf(message);
}

/** All flows once with the bot that answered, and once with the next one. */
describe.each([
  ['at once', async () => Promise.resolve()],
  ['after a restart', async () => bot.restart()],
])('%s', (_when, between) => {
  test('Context shows the paragraphs around, and turns its own page', async () => {
    const answer = await ask(QUESTION);
    await between();
    const opened = press(answer, reader.context);
    const message = await opened.settled();
    expect(opened.isEphemeral).toBe(true);
    expect(textOf(message)).toContain('¶8–10');
    const turned = press(message, reader.behind);
    expect(textOf(await turned.settled())).toMatch(/further on[\s\S]*¶11/u);
    expect(turned.message?.id).toBe(message.id);
    const back = await press(await turned.settled(), reader.before).settled();
    expect(textOf(back)).toContain('¶8–10');
    expect(articleText).toContain(unescapeMarkdown(textsOf(back).at(-1) ?? ''));
  });

  test('More shows what came next, page by page', async () => {
    const answer = await ask(QUESTION);
    await between();
    const opened = press(answer, reader.more);
    const first = await opened.settled();
    expect(opened.isEphemeral).toBe(true);
    expect(textOf(first)).toContain(reader.cameNext);
    const second = await press(first, reader.next).settled();
    expect(second.id).toBe(first.id);
    expect(textOf(second)).not.toBe(textOf(first));
    expect(textOf(await press(second, reader.previous).settled())).toBe(textOf(first));
  });

  test('the closest passages to a declined question are behind a button', async () => {
    const declined = await ask(DECLINED);
    await between();
    const opened = press(declined, ENGLISH.answer.showNearest, moderator);
    expect(textOf(await opened.settled())).toContain('may not answer');
    expect(opened.isEphemeral).toBe(true);
  });

  test('Share posts a private answer for everybody, once, under the name of whoever asked', async () => {
    const answer = await ask(QUESTION, true);
    await between();
    const shared = press(answer, reader.share);
    const own = await shared.settled();
    expect(labelsOf(own)).toContain(reader.shared);
    expect(() => press(own, reader.shared)).toThrow(/disabled/u);
    const [posted] = shared.followUps;
    expect(textOf(posted)).toContain(`Shared by Reader ${people}`);
    expect(textOf(posted)).toContain(QUESTION);
    expect(textOf(posted)).toContain('¶9');
    expect(
      bot.discord.messages().filter((message) => textOf(message).includes(receiptOf(answer))),
    ).toHaveLength(2);
    await expect
      .poll(() => bot.store.shownMessages.get(bot.discord.channelId, posted?.id ?? ''))
      .toBeDefined();
    expect(posted?.mentions).toEqual([]);
    if (posted === undefined) return;
    press(posted, reader.dismiss, askerOf(answer));
    await expect.poll(() => isThere(posted)).toBe(false);
  });

  test('Dismiss is for whoever asked and for moderators; others are told so', async () => {
    for (const who of ['asker', 'moderator']) {
      const answer = await ask(QUESTION);
      await between();
      expect(await told(press(answer, reader.dismiss, bot.discord.member))).toBe(reader.mayNotDismiss);
      expect(isThere(answer)).toBe(true);
      press(answer, reader.dismiss, who === 'asker' ? askerOf(answer) : moderator);
      await expect.poll(() => isThere(answer)).toBe(false);
      expect(bot.store.shownMessages.get(bot.discord.channelId, answer.id)).toBeUndefined();
    }
  });

  test('Dismiss knows who wrote the message that a mention was answered to', async () => {
    const { discord } = bot;
    const user = discord.addMember('Writer');
    const question = discord.sendMessage(`<@${discord.applicationId}> ${QUESTION}`, { user });
    const answer = await discord.whenSent(
      ({ message_reference }) => message_reference?.message_id === question.id,
    );
    await between();
    expect(await told(press(answer, reader.dismiss, discord.member))).toBe(reader.mayNotDismiss);
    press(answer, reader.dismiss, user);
    await expect.poll(() => isThere(answer)).toBe(false);
  });

  test('Right and Wrong count once a person, and can be changed', async () => {
    const answer = await ask(QUESTION);
    const id = receiptOf(answer);
    await between();
    const vote = async (label: string): Promise<string> => textOf(await press(answer, label).settled());
    expect(await vote(reader.right)).toBe(reader.counted);
    expect(await vote(reader.right)).toBe(reader.sameVote);
    expect(bot.store.feedback.counts(id)).toEqual({ right: 1, wrong: 0 });
    expect(await vote(reader.wrong)).toBe(reader.voteChanged);
    expect(bot.store.feedback.counts(id)).toEqual({ right: 0, wrong: 1 });
    const isKept = (): boolean =>
      bot.store.gaps.list(bot.discord.guildId).some((gap) => gap.receiptId === id && gap.reason === 'wrong');
    expect(isKept()).toBe(true);
    expect(await vote(reader.right)).toBe(reader.voteChanged);
    expect(isKept()).toBe(false);
  });

  test('a question about the article is asked with the one before in mind, and seen by those who saw the answer', async () => {
    for (const isPrivate of [true, false]) {
      const answer = await ask('Where was the Chinese spy balloon shot down?', isPrivate);
      await between();
      const opened = await press(answer, reader.about).responded();
      expect(opened.modal?.title).toBe(reader.about);
      const sent = bot.discord.submitModal(opened, { question: 'And what was it for?' });
      const message = await sent.settled();
      expect(sent.isEphemeral).toBe(isPrivate);
      expect(textOf(message)).toContain('And what was it for?');
      expect(textOf(message)).toContain('monitoring weather');
    }
  });
});

describe.each([
  ['in direct messages', (user: string) => ({ user, channel: bot.discord.directChannel(user) })],
  ['where somebody brought the bot', (user: string) => ({ user, isBrought: true })],
])('%s', (_where, acting) => {
  test('all of it works as well', async () => {
    const { discord } = bot;
    const user = discord.addMember('Somebody');
    const answer = await discord.slash('ask', { question: QUESTION }, acting(user)).settled();
    expect(textOf(await discord.click(answer.id, reader.right, acting(user)).settled())).toBe(reader.counted);
    const around = discord.click(answer.id, reader.context, acting(user));
    expect(textOf(await around.settled())).toContain('¶8–10');
    const further = discord.click(answer.id, reader.more, acting(user));
    expect(textOf(await further.settled())).toContain(reader.cameNext);
    const opened = await discord.click(answer.id, reader.about, acting(user)).responded();
    const sent = discord.submitModal(opened, { question: 'And what was it for?' }, acting(user));
    expect(textOf(await sent.settled())).toContain('monitoring weather');
    const own = await discord.slash('ask', { question: QUESTION, private: true }, acting(user)).settled();
    const shared = discord.click(own.id, reader.share, acting(user));
    await expect.poll(() => shared.followUps.map(textOf).join('')).toContain('Shared by Somebody');
    const dismissed = discord.click(answer.id, reader.dismiss, acting(user));
    await expect.poll(() => dismissed.isDeleted).toBe(true);
  });
});

test('what everybody sees is remembered, with its words; what one person sees is not', async () => {
  const { store, discord } = bot;
  const answer = await ask(QUESTION);
  await expect
    .poll(() => store.shownMessages.get(discord.channelId, answer.id)?.receiptId)
    .toBe(receiptOf(answer));
  const [passage] = store.shownMessages.get(discord.channelId, answer.id)?.passages ?? [];
  const words = passage === undefined ? undefined : store.shownParagraphs.get(passage);
  expect(articleText).toContain(words?.text);
  const hidden = await ask(QUESTION, true);
  expect(store.shownMessages.get(discord.channelId, hidden.id)).toBeUndefined();
});

test('a declined question is kept for the editors, without who asked', async () => {
  const declined = await ask(DECLINED);
  const [gap] = bot.store.gaps.list(bot.discord.guildId);
  expect(gap).toMatchObject({ question: DECLINED, reason: 'declined', receiptId: receiptOf(declined) });
  expect(JSON.stringify(gap)).not.toContain(askerOf(declined));
});

test('nothing is kept where the server has said so', async () => {
  const { store, discord } = bot;
  store.settings.change(discord.guildId, { keepQuestions: 'off' });
  const declined = await ask(DECLINED);
  expect(store.receipts.get(receiptOf(declined))?.question).toBeUndefined();
  const answer = await ask(QUESTION);
  expect(textOf(await press(answer, reader.wrong).settled())).toBe(reader.counted);
  expect(store.gaps.list(discord.guildId)).toEqual([]);
  store.settings.change(discord.guildId, { keepQuestions: '30 days' });
});

test('the button that earlier versions put below a declined question still works', async () => {
  const declined = await ask(DECLINED);
  const [closest] = bot.store.receipts.get(receiptOf(declined))?.further ?? [];
  const id = `nearest:1:${closest?.article}:${closest?.paragraph}:${closest?.hash}`;
  const shown = bot.discord.click(declined.id, id, { force: true });
  expect(textOf(await shown.settled())).toContain(ENGLISH.answer.nearest);
  expect(shown.isEphemeral).toBe(true);
});

test('a paragraph that is asked about the article and declined is not repeated', async () => {
  const answer = await ask(QUESTION);
  const opened = await press(answer, reader.about).responded();
  const pasted =
    'How do I bake sourdough bread in an oven without any steam at all, said the baker of the town?';
  const text = textOf(await bot.discord.submitModal(opened, { question: pasted }).settled());
  expect(text).toContain('found nothing');
  expect(text).not.toContain(pasted.slice(0, 40));
});

const GONE = 'ZZZZZZZZ';
test.each(['around', 'more', 'vote', 'about'])(
  '%s of an answer that is not known any more says so',
  async (kind) => {
    const answer = await ask(QUESTION);
    const id = { around: `around:1:${GONE}:0:0`, more: `more:1:${GONE}:0`, vote: `vote:1:${GONE}:right` }[
      kind
    ];
    const clicked = bot.discord.click(answer.id, id ?? `about:1:${GONE}`, { force: true });
    expect(textOf(await clicked.settled())).toBe(reader.gone);
    expect(clicked.isEphemeral).toBe(true);
  },
);

test('Share of an answer that is not known any more says so, and leaves the message', async () => {
  const answer = await ask(QUESTION, true);
  const clicked = bot.discord.click(answer.id, `share:1:${GONE}`, { force: true });
  expect(await told(clicked)).toBe(reader.gone);
  expect(textOf(clicked.message)).not.toBe(reader.gone);
});

test('an acknowledgement that got through unnoticed does not make a vote count twice', async () => {
  const answer = await ask(QUESTION);
  bot.discord.fault({ when: ({ path }) => path.endsWith('/callback'), respond: 'lost' });
  const clicked = press(answer, reader.right);
  expect(textOf(await clicked.settled())).toBe(reader.counted);
  expect(bot.store.feedback.counts(receiptOf(answer))).toEqual({ right: 1, wrong: 0 });
});

test('when the article has changed meanwhile, the buttons say so', async () => {
  const answer = await ask(QUESTION, true);
  const file = path.join(bot.articles, '000_34c1936e83dafbf4.txt');
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replaceAll('balloon', 'airship'));
  await bot.index.reindex();
  expect(textOf(await press(answer, reader.context).settled())).toContain(ENGLISH.answer.changed);
  expect(await told(press(answer, reader.share))).toBe(ENGLISH.answer.changed);
  await writeFile(file, before);
  await bot.index.reindex();
});
