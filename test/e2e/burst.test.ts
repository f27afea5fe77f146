/** Many people at once, also while the articles are being read again: everybody is acknowledged in time and answered. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { SHIPPED_ARTICLES, startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const QUESTION = { question: 'Where was the Chinese spy balloon shot down?' };
/** Discord's own limit, after which an interaction is lost: a rule of the protocol, not a measure of speed. */
const ACKNOWLEDGE_MS = 3000;
let bot: RunningBot;

beforeAll(async () => {
  bot = await startRunningBot({ folder, embedder });
});
afterAll(() => bot.stop());

async function askByMany(count: number): Promise<void> {
  const { discord } = bot;
  const people = Array.from({ length: count }, (_, at) => discord.addMember(`reader ${at}`));
  const asked = people.map((user) => discord.slash('ask', QUESTION, { user }));
  for (const message of await Promise.all(asked.map((one) => one.settled()))) {
    expect(textsOf(message).join('\n')).toContain('¶9');
  }
  for (const one of asked) {
    expect(one.acknowledgedAfterMs).toBeLessThan(ACKNOWLEDGE_MS);
    expect(one.refusals).toEqual([]);
    expect(one.edits).toHaveLength(1);
  }
}

test('fifty questions at once', () => askByMany(50));

test('fifty questions at once while all articles are embedded again', async () => {
  const { discord, articles } = bot;
  mkdirSync(path.join(articles, 'more'), { recursive: true });
  for (let copy = 0; copy < 10; copy++) {
    cpSync(
      path.join(SHIPPED_ARTICLES, '000_34c1936e83dafbf4.txt'),
      path.join(articles, 'more', `${copy}.txt`),
    );
    writeFileSync(
      path.join(articles, 'more', `other-${copy}.txt`),
      `The minister of number ${copy} spoke at length in the town hall.\n`,
    );
  }
  const running = discord.slash('reindex', { full: true }, { user: discord.administrator });
  await running.responded();
  await askByMany(50);
  expect(textsOf(await running.settled()).join('\n')).toMatch(/Added|Embedding|Reading/u);
});

test('one person who asks too much is told when to go on, and nobody else is held up', async () => {
  const { discord } = bot;
  const user = discord.addMember('eager');
  const asked = Array.from({ length: 70 }, () => discord.slash('ask', QUESTION, { user }));
  const texts = (await Promise.all(asked.map((one) => one.settled()))).map((message) =>
    textsOf(message).join('\n'),
  );
  expect(texts.filter((text) => text.includes('¶9')).length).toBeGreaterThanOrEqual(60);
  expect(texts.filter((text) => /ask again <t:\d+:R>/u.test(text)).length).toBeGreaterThan(0);
  await askByMany(1);
});
