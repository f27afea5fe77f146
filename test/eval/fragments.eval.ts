/**
 * Exact fragments with ellipses between them (`THRESHOLDS.fragments`): how often those of a collection are found, and those of
 * withheld articles all the same. Articles of which six words stand in another one are not withheld: they are there.
 */
import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { shareOf } from '../../src/eval/statistics.js';
import { findFragments } from '../../src/quotes/fragments.js';
import { readQuotation } from '../../src/quotes/quotation.js';
import { findSameWords } from '../../src/quotes/same-words.js';
import { buildWordIndex, type WordIndex } from '../../src/quotes/word-index.js';
import { isThere, readArticles } from '../quotes/quotation-sets.js';
import { wordsOf } from './hard-cases.js';
import { createRandom } from './random.js';

const SETS = ['quotes-polnear', 'quotes-natural', 'bbc', 'newsqa', 'realtimeqa', 'time1963'];
const CASES = 600;
/** Words of each fragment, and how many more lie between two of them, at least and at most. */
const FORMS = [
  { sizes: [2, 2], gap: [2, 10] },
  { sizes: [2, 3], gap: [2, 10] },
  { sizes: [3, 3], gap: [2, 10] },
  { sizes: [2, 2], gap: [40, 120] },
  { sizes: [3, 3, 3], gap: [40, 120] },
  { sizes: [5, 5, 5], gap: [40, 120] },
] as const;
const LONGEST = 350;
const random = createRandom(4);

function cut(article: Article, { sizes, gap: [least, most] }: (typeof FORMS)[number]): string {
  const words = wordsOf(article);
  let at = random.below(words.length - LONGEST);
  const fragments = sizes.map((size) => {
    const fragment = words.slice(at, at + size).join(' ');
    at += size + least + random.below(most - least);
    return fragment;
  });
  return fragments.join(' … ');
}

function hasCopies(index: WordIndex, words: readonly string[]): boolean {
  for (let at = 0; at + 6 < words.length; at += 3) {
    if (findSameWords(index, readQuotation(index, words.slice(at, at + 6).join(' '))).length > 1) return true;
  }
  return false;
}

test('fragments', async ({ skip }) => {
  if (!SETS.every(isThere)) skip('the public sets are not on this machine');
  const all = SETS.flatMap((set) => readArticles(set));
  const long = all.filter((article) => wordsOf(article).length > LONGEST + 50);
  const whole = await buildWordIndex(all);
  const held = long.filter((article, at) => at % 12 === 0 && !hasCopies(whole, wordsOf(article)));
  const index = await buildWordIndex(all.filter((article) => !held.includes(article)));
  const there = long.filter((article) => !held.includes(article));
  const rows = FORMS.map((form) => {
    const foundOf = (articles: readonly Article[]): string => {
      const quotes = Array.from({ length: CASES }, (_, n) => articles[n % articles.length]).flatMap((one) => (one === undefined ? [] : [cut(one, form)]));
      return shareOf(quotes, (quote) => findFragments(index, readQuotation(index, quote)).length > 0).toFixed(3);
    };
    return { words: form.sizes.join(' … '), between: form.gap.join('-'), absent: foundOf(held), found: foundOf(there) };
  });
  console.log(`${index.ids.length} words, ${held.length} articles withheld`);
  console.table(rows);
  expect(rows).toHaveLength(FORMS.length);
}); // prettier-ignore
