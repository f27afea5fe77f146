/** What a server has set, applied to questions, quotations and mentions; and threads, which go on from their last answer. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { textsFor } from '../../src/discord/texts/texts-for.js';
import type { Message } from '../../src/local-discord/local-discord.js';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../src/state/settings.js';
import { sharedEmbedder } from '../support/embedder.js';
import { labelsOf, textsOf } from '../support/replies.js';
import { copyShippedArticles, startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const QUESTION = 'Where was the Chinese spy balloon shot down?';
const GARDEN = 'The rose garden of Kew holds a hundred and seventy species of roses.';
const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
let bot: RunningBot;
let other: string;

beforeAll(async () => {
  const articles = copyShippedArticles(folder);
  await writeFile(path.join(articles, 'kew.md'), `---\ntitle: Kew\nsource: Garden Post\n---\n\n${GARDEN}\n`);
  bot = await startRunningBot({ folder, embedder, articles });
  other = bot.discord.addChannel('other');
});
afterEach(() => set(DEFAULT_SETTINGS));
afterAll(() => bot.stop());

function set(settings: Partial<ServerSettings>): void {
  bot.store.settings.change(bot.discord.guildId, { ...settings, language: settings.language });
}

const textOf = (message: Message): string => textsOf(message).join('\n');

let people = 0;
/** Somebody who has not asked yet: a cooldown is for one person. */
const somebody = (): string => bot.discord.addMember(`Reader ${++people}`);

async function mention(text: string, channel = bot.discord.channelId): Promise<Message> {
  const { discord } = bot;
  const question = discord.sendMessage(`<@${discord.applicationId}> ${text}`, { channel, user: somebody() });
  return discord.whenSent(({ message_reference }) => message_reference?.message_id === question.id, channel);
}

describe('channels', () => {
  test('in another one than those that are set, commands are refused privately, naming them', async () => {
    set({ channels: [bot.discord.channelId] });
    const refusal = ENGLISH.general.elsewhere(`<#${bot.discord.channelId}>`);
    const [asked, checked] = [
      bot.discord.slash('ask', { question: QUESTION }, { channel: other, user: somebody() }),
      bot.discord.slash('source', { quote: 'balloon' }, { channel: other, user: somebody() }),
    ];
    for (const refused of [asked, checked]) {
      expect(textOf(await refused.settled())).toBe(refusal);
      expect(refused.isEphemeral).toBe(true);
    }
    expect(textOf(await mention(QUESTION, other))).toBe(refusal);
  });

  test('in those, in their threads and in direct messages all is answered', async () => {
    const { discord } = bot;
    set({ channels: [discord.channelId] });
    const user = somebody();
    for (const channel of [discord.channelId, discord.addThread('Balloons'), discord.directChannel(user)]) {
      const asked = discord.slash(
        'ask',
        { question: QUESTION },
        { channel, user: channel === discord.channelId ? somebody() : user },
      );
      expect(textOf(await asked.settled())).toContain('¶9');
    }
  });

  test('a form that was opened before is refused as well when it is sent', async () => {
    const { discord } = bot;
    const answer = await discord.slash('ask', { question: QUESTION }, { user: somebody() }).settled();
    const opened = await discord.click(answer.id, ENGLISH.reader.about, { user: somebody() }).responded();
    set({ channels: [other] });
    const sent = discord.submitModal(opened, { question: 'And then?' });
    expect(textOf(await sent.settled())).toBe(ENGLISH.general.elsewhere(`<#${other}>`));
    expect(sent.isEphemeral).toBe(true);
  });
});

test('private by default, unless the asker says otherwise', async () => {
  set({ isPrivateByDefault: true });
  for (const [isPrivate, expected] of [
    [undefined, true],
    [false, false],
  ] as const) {
    const values = { question: QUESTION, ...(isPrivate !== undefined && { private: isPrivate }) };
    const asked = bot.discord.slash('ask', values, { user: somebody() });
    expect(labelsOf(await asked.settled())).toContain(
      expected ? ENGLISH.reader.share : ENGLISH.reader.dismiss,
    );
    expect(asked.isEphemeral).toBe(expected);
  }
});

test('what everybody sees is in the language that is set, what one person sees in their own', async () => {
  set({ language: 'de' });
  const asked = (isPrivate: boolean): Promise<Message> =>
    bot.discord
      .slash('ask', { question: QUESTION, private: isPrivate }, { user: somebody(), locale: 'fr' })
      .settled();
  expect(labelsOf(await asked(false))).toContain(textsFor('de').reader.context);
  const own = await asked(true);
  expect(labelsOf(own)).toContain(textsFor('fr').reader.context);
  const shared = bot.discord.click(own.id, textsFor('fr').reader.share, { locale: 'fr' });
  expect(labelsOf(await shared.settled())).toContain(textsFor('fr').reader.shared);
  expect(shared.followUps.flatMap(labelsOf)).toContain(textsFor('de').reader.context);
  expect(labelsOf(await mention(QUESTION))).toContain(textsFor('de').reader.context);
});

const ask = (question: string): Promise<Message> =>
  bot.discord.slash('ask', { question }, { user: somebody() }).settled();
const check = (quote: string): Promise<Message> =>
  bot.discord.slash('source', { quote }, { user: somebody() }).settled();

test('only the sources that are set are searched', async () => {
  const garden = 'How many species of roses does the garden of Kew hold?';
  expect(textOf(await ask(garden))).toContain('Garden Post');
  set({ sources: ['iran press'] });
  expect(textOf(await ask(garden))).toContain('found nothing');
  expect(textOf(await mention(garden))).toContain('found nothing');
  expect(textOf(await check(GARDEN))).toContain('Not found');
  expect(textOf(await check('the island'))).toContain('Exact quote');
  set({ sources: ['Garden Post'] });
  expect(textOf(await ask(QUESTION))).not.toContain('Iran Press');
  expect(textOf(await check(GARDEN))).toContain('Exact quote');
});

test('a public check is remembered with the passages it shows', async () => {
  const message = await bot.discord.slash('source', { quote: GARDEN }, { user: somebody() }).settled();
  const { discord, store } = bot;
  await expect.poll(() => store.shownMessages.get(discord.channelId, message.id)?.passages).toHaveLength(1);
});

describe('in a thread', () => {
  const ABOUT = 'Which admiral visited Taiwan in 2020?';
  const NEXT = 'Was that secret?';

  test('a mention goes on from the last answer there, also after a restart', async () => {
    const thread = bot.discord.addThread('The visit');
    const first = await mention(ABOUT, thread);
    expect(textOf(first)).toContain('¶13');
    await bot.restart();
    expect(textOf(await mention(NEXT, thread))).toContain('¶13');
    expect(textOf(await mention(NEXT))).not.toContain('¶13');
    expect(bot.store.threads.get(thread)).toMatchObject({ channelId: thread, question: NEXT });
  });

  test('what was answered privately, or elsewhere, is no context', async () => {
    const { discord, store } = bot;
    const thread = discord.addThread('Private');
    const asked = discord.slash(
      'ask',
      { question: ABOUT, private: true },
      { channel: thread, user: somebody() },
    );
    await asked.settled();
    await mention(ABOUT);
    expect(store.threads.get(thread)).toBeUndefined();
    expect(store.threads.get(discord.channelId)).toBeUndefined();
  });

  test('each question stands for itself where the server has said so', async () => {
    set({ followUpInThreads: false });
    const thread = bot.discord.addThread('One by one');
    await mention(ABOUT, thread);
    expect(bot.store.threads.get(thread)).toBeUndefined();
  });
});
