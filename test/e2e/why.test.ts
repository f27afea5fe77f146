/** `/why`, through Discord: how an answer came about, for those whose business it is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENGLISH } from '../../src/discord/texts/english.js';
import type { Message } from '../../src/local-discord/local-discord.js';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { readShippedArticle } from '../support/shipped-article.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const { why } = ENGLISH;
const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const { text: articleText, paragraphs } = readShippedArticle();
let bot: RunningBot;
beforeAll(async () => {
  bot = await startRunningBot({ folder, embedder });
});
afterAll(() => bot.stop());

const textOf = (message: Message): string => textsOf(message).join('\n');
const receiptOf = (message: Message): string => /`([0-9A-Z]{8})`/u.exec(textOf(message))?.[1] ?? '';
let people = 0;
const somebody = (): string => bot.discord.addMember(`Reader ${++people}`);

async function ask(question: string, channel = bot.discord.channelId, user = somebody()): Promise<string> {
  return receiptOf(await bot.discord.slash('ask', { question }, { channel, user }).settled());
}

async function explain(id: string, channel?: string, user?: string): Promise<string> {
  const where = { ...(channel !== undefined && { channel }), ...(user !== undefined && { user }) };
  const asked = bot.discord.slash('why', { id }, where);
  const message = await asked.settled();
  expect(asked.isEphemeral).toBe(true);
  return textOf(message);
}

test('an answer is explained: index, model, scores, threshold, what was shown and what came next', async () => {
  const question = 'Where was the Chinese spy balloon shot down?';
  const id = await ask(question);
  await bot.restart();
  const text = await explain(` ${id.toLowerCase().slice(0, 4)}-${id.toLowerCase().slice(4)} `);
  expect(text).toContain(why.answered);
  expect(text).toContain(question);
  expect(text).toMatch(/Index generation \d+, model e5-small-v2/u);
  expect(text).toMatch(/came to 0\.\d+\..* 0\.\d+ is needed/u);
  expect(text).toMatch(/\*\*Shown\*\*\n- .*¶9, score/u);
  expect(text).toMatch(/\*\*Came next\*\*\n- /u);
});

test('a declined one too, and its passages are not shown', async () => {
  const text = await explain(await ask('What is the capital of France?'));
  expect(text).toContain(why.nothing);
  const [, body = ''] = text.split('###');
  for (const { start, end } of paragraphs.slice(1)) {
    for (let at = start; at + 40 <= end; at++) expect(body).not.toContain(articleText.slice(at, at + 40));
  }
});

test('a question that something may be about is told apart from one that nothing is about', async () => {
  const text = await explain(await ask('How old is Nancy Pelosi?'));
  expect(text).toContain(why.closest);
  expect(text).toMatch(/came to 0\.\d+\..* 0\.\d+ is needed/u);
  expect(text).toMatch(new RegExp(`\\*\\*${why.nearest}\\*\\*\\n- `, 'u'));
  expect(text).not.toContain(`**${why.shown}**`);
});

test('a question without a word was not looked up', async () => {
  expect(await explain(await ask('???'))).toContain(why.noEvidence);
});

test.each(['00000000', 'no id', '`', '🙂'])('an id that nobody has is said to be unknown: %s', async (id) => {
  expect(await explain(id)).toBe(why.unknown);
});

test('an answer in direct messages is the business of whoever asked alone', async () => {
  const { discord } = bot;
  const [asker, other] = [somebody(), somebody()];
  const id = await ask('Who is Wang Wenbin?', discord.directChannel(asker), asker);
  expect(await explain(id, discord.directChannel(asker), asker)).toContain(why.answered);
  expect(await explain(id, discord.directChannel(other), other)).toBe(why.unknown);
  expect(await explain(id, discord.channelId, other)).toBe(why.unknown);
});
