/**
 * Hand-written changes and the flags that an editor would want for them, through the whole check: what counts is that the
 * words are found, aligned and told apart. The sentences are our own.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkWords } from '../../src/quotes/check-quotation.js';
import { readQuotation } from '../../src/quotes/quotation.js';
import type { FlagKind } from '../../src/quotes/verdict.js';
import { buildWordIndex } from '../../src/quotes/word-index.js';
import { makeArticle } from '../support/snapshots.js';

interface Case {
  readonly text: string;
  readonly quote: string;
  readonly wanted: readonly string[];
}

/** Least precision and recall of each kind; the figures are printed. */
const FLOORS: Readonly<Record<Exclude<FlagKind, 'splice'>, readonly [precision: number, recall: number]>> = {
  negation: [0.97, 0.97],
  number: [0.97, 0.97],
  date: [0.97, 0.97],
  unit: [0.8, 0.8],
  modal: [0.97, 0.97],
  name: [0.92, 0.92],
  opposite: [0.8, 0.8],
  cut: [0.97, 0.97],
};

function readCases(): Case[] {
  const lines = readFileSync(new URL('flag-cases.txt', import.meta.url), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [, sentence, flags] = /^([^#].*?)#(.*)$/u.exec(line) ?? [];
    return sentence === undefined ? [] : [readCase(sentence.trim(), flags?.trim().split(/\s+/u) ?? [])];
  });
}

function readCase(sentence: string, wanted: readonly string[]): Case {
  const marked = sentence.replace('|CUT', '').replace(/\{([^|}]*)\}/u, '{$1|}');
  const side = (at: 1 | 2) =>
    marked
      .replace(/\{([^|]*)\|([^}]*)\}/gu, (_, one: string, other: string) => (at === 1 ? one : other))
      .replace(/\s+/gu, ' ');
  return { text: `${side(1)}.`, quote: side(2), wanted: wanted.filter((flag) => flag !== '') };
}

test('reversing and moving changes are called out', async () => {
  const cases = readCases();
  expect(cases.length).toBeGreaterThanOrEqual(200);
  const articles = cases.map(({ text }, at) => makeArticle({ articleId: `a${at}`, paragraphs: [text] }));
  const index = await buildWordIndex(articles);
  const results = cases.map(({ quote, wanted, text }) => {
    const { verdict, matches } = checkWords(index, readQuotation(index, quote));
    return { quote, text, wanted, verdict, found: (matches[0]?.flags ?? []).map(({ kind }) => kind) };
  });
  expect(results.filter(({ verdict }) => verdict === 'exact' || verdict === 'not-found')).toEqual([]);
  for (const [kind, [leastPrecision, leastRecall]] of Object.entries(FLOORS)) {
    const wanted = results.filter((one) => one.wanted.includes(kind));
    const found = results.filter((one) => one.found.some((flag) => flag === kind));
    const right = found.filter((one) => one.wanted.includes(kind));
    const wrong = [...wanted, ...found].filter((one) => !right.includes(one));
    const [precision, recall] = [right.length / found.length || 0, right.length / wanted.length || 0];
    console.log(kind, wanted.length, `precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}`);
    for (const { quote, text } of wrong) console.log(`  wrong: ${text} / ${quote}`);
    expect(precision).toBeGreaterThanOrEqual(leastPrecision);
    expect(recall).toBeGreaterThanOrEqual(leastRecall);
  }
});
