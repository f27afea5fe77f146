/** Articles that try to break out of a message, through Discord: their words are shown as they are, and call nobody. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENGLISH } from '../../src/discord/texts/english.js';
import type { Message } from '../../src/local-discord/local-discord.js';
import { unescapeMarkdown } from '../support/discord-markdown.js';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const MARKED =
  'The **mayor** of Ostend told @everyone and <@123456789012345678> that `the` [harbour](https://example.org) ~~closes~~ ||on Monday|| <t:0:R> # today.';
const EMOJI =
  'The 👩‍👩‍👧 lighthouse of Skagen 🇩🇰 was sold to Ibrahim \u202Eإبراهيم حسن\u202C for 4 million 💶 in May.';
const LONG =
  `The ferry of Bergen sank in the fjord at midnight. ${'Rescue boats searched *all* night for the missing _crew_ of the ferry in the dark water. '.repeat(70)}`.trim();
const OLDER = 'The bridge of Narvik will open in the spring of next year, said the minister.';
const NEWER = 'The bridge of Narvik will open in the autumn of next year, said the minister.';
const ARTICLES: Readonly<Record<string, string>> = {
  marked: `---\ntitle: "@everyone # **Harbour** news"\nsource: "<@123456789012345678>"\nurl: "https://example.org/a_(b)?c=*d*"\n---\n\n${MARKED}\n`,
  emoji: `---\ntitle: Lighthouse\nsource: Coast\n---\n\n${EMOJI}\n`,
  long: `---\ntitle: Ferry\nsource: Coast\n---\n\n${LONG}\n`,
  older: `---\ntitle: Bridge in spring\nsource: Coast\ndate: 2023-01-10\n---\n\n${OLDER}\n`,
  newer: `---\ntitle: Bridge in autumn\nsource: Coast\ndate: 2023-03-20\n---\n\n${NEWER}\n`,
};
const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
let bot: RunningBot;

beforeAll(async () => {
  const articles = path.join(folder, 'articles');
  await mkdir(articles);
  const write = ([name, text]: [string, string]): Promise<void> =>
    writeFile(path.join(articles, `${name}.txt`), text);
  await Promise.all(Object.entries(ARTICLES).map(write));
  bot = await startRunningBot({ folder: path.join(folder, 'bot'), embedder, articles });
});
afterAll(() => bot.stop());

let people = 0;
async function ask(question: string): Promise<Message> {
  const user = bot.discord.addMember(`Reader ${++people}`);
  return bot.discord.slash('ask', { question }, { user }).settled();
}

test.each([
  ['What did the mayor of Ostend tell about the harbour?', MARKED],
  ['To whom was the lighthouse of Skagen sold?', EMOJI],
])('%s', async (question, words) => {
  const message = await ask(question);
  expect(textsOf(message).map(unescapeMarkdown)).toContain(words);
  const around = await bot.discord.click(message.id, ENGLISH.reader.context).settled();
  expect(textsOf(around).map(unescapeMarkdown)).toContain(words);
});

test('of a paragraph of six thousand characters whole sentences are shown, and that something is left out', async () => {
  expect(LONG.length).toBeGreaterThan(6000);
  const message = await ask('Where did the ferry of Bergen sink?');
  const [, shown = ''] = textsOf(message);
  expect(shown).toMatch(/^\*\*The ferry of Bergen sank in the fjord at midnight\.\*\* [\s\S]* \[…\]$/u);
  expect(LONG).toContain(unescapeMarkdown(shown).replace(/ \[…\]$/u, ''));
});

test('articles of different days that speak to one question stand side by side, the newest first', async () => {
  const texts = textsOf(await ask('When will the bridge of Narvik open?'));
  const bodies = texts.map((text) => unescapeMarkdown(text));
  expect(bodies.indexOf(NEWER)).toBeGreaterThan(0);
  expect(bodies.indexOf(OLDER)).toBeGreaterThan(bodies.indexOf(NEWER));
  expect(texts.at(-1)).toContain(ENGLISH.reader.newestFirst);
});
