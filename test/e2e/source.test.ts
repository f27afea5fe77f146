/** `/source` and *Check quote* on the shipped article, through Discord. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERDICT_LABELS } from '../../src/answers/verdict-labels.js';
import type { Verdict } from '../../src/quotes/verdict.js';
import { unescapeMarkdown } from '../support/discord-markdown.js';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { readShippedArticle } from '../support/shipped-article.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const { text: articleText } = readShippedArticle();
let bot: RunningBot;

beforeAll(async () => {
  bot = await startRunningBot({ folder, embedder });
});
afterAll(() => bot.stop());

async function source(quote: string): Promise<string[]> {
  return textsOf(await bot.discord.slash('source', { quote }).settled());
}

function verdictsIn(texts: readonly string[]): Verdict[] {
  const all = texts.join('\n');
  const found = Object.entries(VERDICT_LABELS).flatMap(([verdict, label]) =>
    Array.from({ length: all.split(label).length - 1 }, () => verdict as Verdict),
  );
  return found;
}

const CASES: readonly (readonly [verdict: Verdict, quote: string, paragraph: number | undefined])[] = [
  ['exact', "I won't explain the details", 7],
  ['exact', '“those who are friendly to us” are very welcome', 6],
  ['exact', 'China staged war games near Taiwan last August to express its anger at a Taipei visit', 11],
  ['exact', 'directly affects China’s security interests', 16],
  ['exact', 'our support for, and defense relationship with, Taiwan remains aligned', 3],
  ['punctuation', 'our support for and defense relationship with Taiwan remains aligned', 3],
  ['punctuation', 'THE SOURCES OFFERED NO FURTHER DETAILS ON CHASES TRAVEL', 4],
  [
    'altered',
    'our support for, and trade relationship with, Taiwan remains aligned against the current threat',
    3,
  ],
  ['altered', 'the US has practiced peaceful diplomacy around the world', 20],
  ['altered', 'US wars and military operations have killed more than 90,000 people', 21],
  ['altered', 'Although the United States, like most countries, has formal diplomatic ties with Taiwan', 12],
  ['not-found', 'The quick brown fox jumps over the lazy dog near the river bank', undefined],
  ['not-found', 'four score and seven years ago our fathers brought forth a new nation', undefined],
];

describe('/source', () => {
  test.each(CASES)('%s: %s', async (verdict, quote, paragraph) => {
    const texts = await source(quote);
    expect(verdictsIn(texts)).toEqual([verdict]);
    if (paragraph === undefined) return;
    expect(texts.join('\n')).toContain(`¶${paragraph}`);
    expect(texts.join('\n')).toContain('Iran Press');
    expect(articleText).toContain(unescapeMarkdown(texts[2] ?? ''));
  });

  test('shows the words that differ, both as quoted and as the article has them', async () => {
    const texts = await source('the US has practiced peaceful diplomacy around the world');
    expect(texts.at(-1)).toContain('- quoted **peaceful**, the article has **coercive**');
  });

  test('a dropped negation is never exact', async () => {
    const texts = await source(
      'Speaking earlier, Chiu Kuo-cheng said he was very certain about a report that the trip would take place',
    );
    expect(verdictsIn(texts)).toEqual(['altered']);
    expect(texts.at(-1)).toContain('not');
  });

  test('says who said it, and shows what stands around behind a button, for the asker alone', async () => {
    const message = await bot.discord.slash('source', { quote: "I won't explain the details" }).settled();
    expect(textsOf(message).join('\n')).toMatch(
      /said by \*\*Taiwan Defense Minister Chiu Kuo-cheng\*\* \(he said\)/u,
    );
    const shown = bot.discord.click(message.id, 'Show the context');
    const texts = textsOf(await shown.settled());
    expect(shown.isEphemeral).toBe(true);
    expect(texts.join('\n')).toContain('¶6–8');
    expect(articleText).toContain(unescapeMarkdown(texts[2] ?? ''));
  });

  test('a headline of another article at the end of the file is no quotation of this one', async () => {
    expect(
      verdictsIn(await source('China urges calm after spy balloon discovered flying in US airspace')),
    ).not.toContain('exact');
  });

  test('without a letter or digit there is a polite refusal', async () => {
    const texts = await source('“…” — !?');
    expect(verdictsIn(texts)).toEqual([]);
    expect(texts.join('')).toMatch(/nothing to look up/u);
  });

  test('six thousand characters are answered', async () => {
    expect(verdictsIn(await source(articleText.slice(0, 6000)))).toHaveLength(1);
    expect(verdictsIn(await source('x y '.repeat(1500)))).toHaveLength(1);
  });
});

async function check(text: string): Promise<string[]> {
  const { discord } = bot;
  const target = discord.sendMessage(text);
  const checked = discord.messageCommand('Check quote', target.id);
  const message = await checked.settled();
  expect(checked.isEphemeral).toBe(true);
  return textsOf(message);
}

describe('Check quote', () => {
  test('a message without quotation marks is looked up as a whole', async () => {
    expect(verdictsIn(await check("I won't explain until I get formal notification"))).toEqual(['exact']);
  });

  test('each quotation of a message has its verdict, in order', async () => {
    const texts = await check(
      'They write "the two have a close security relationship", then "the two have a loose security relationship" and "nobody ever wrote these very words in any newspaper".',
    );
    expect(texts.filter((text) => text.startsWith('-# “')).map((text) => verdictsIn([text]))).toEqual([
      ['exact'],
      ['altered'],
      ['not-found'],
    ]);
  });

  test('a message without text has nothing to look up', async () => {
    expect((await check('👍')).join('')).toMatch(/nothing to look up/u);
  });
});
