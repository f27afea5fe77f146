/**
 * How often sentences that are not found are called possible paraphrases: those that say the same (mrpc-paraphrase), those that
 * are absent, and those of articles that are withheld while the closest other article about the same is there. Of the last,
 * those that are called possible are printed, because news about one event says much twice: only reading tells which are wrong.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import { checkQuotation } from '../../src/quotes/check-quotation.js';
import type { Verdict } from '../../src/quotes/verdict.js';
import { splitSentences } from '../../src/text/sentences.js';
import { termsOf } from '../../src/text/terms.js';
import { isThere, readArticles, readQueries, SETS } from '../quotes/quotation-sets.js';
import { fakeEmbedder } from '../support/embedder.js';
import { makeSnapshot } from '../support/snapshots.js';
import { z } from 'zod';
import { createRandom } from './random.js';
import { CachedVectors } from './vectors.js';

const NEEDED = ['mrpc-paraphrase', 'quotes-polnear', 'quotes-natural', 'realtimeqa'];
/** The articles with the closest others; every second of them is withheld. */
const CLOSEST = 60;
const SENTENCES = 5;
/** Closer ones are copies; shorter articles have too few words to tell. */
const COPY = 0.6;
const FEWEST_TERMS = 80;
const random = createRandom(11);

interface Outcome {
  readonly quote: string;
  readonly verdict: Verdict;
  /** The sentence it may paraphrase. */
  readonly sentence: string;
}

async function checkAll(articles: readonly Article[], quotes: readonly string[], embedder: Embedder) {
  const snapshot = await makeSnapshot(articles);
  const outcomes: Outcome[] = [];
  for (const quote of quotes) {
    const { verdict, matches } = await checkQuotation(snapshot, quote, embedder);
    const [match] = matches;
    const sentence = match?.article.text.slice(match.span.start, match.span.end) ?? '';
    outcomes.push({ quote, verdict, sentence });
  }
  return outcomes;
}

/** Articles that have a close one, with it still there. */
function withholdClose(articles: readonly Article[]): { readonly held: Article[]; readonly kept: Article[] } {
  const sets = articles.map(({ text }) => new Set(termsOf(text)));
  const counts = new Map<string, number>();
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1);
  const weigh = (terms: Iterable<string>): number => {
    let sum = 0;
    for (const term of terms) sum += Math.log(1 + articles.length / (counts.get(term) ?? 1));
    return sum;
  };
  const weights = sets.map(weigh);
  const long = [...articles.keys()].filter((at) => (sets[at]?.size ?? 0) >= FEWEST_TERMS);
  const closeness = (one: number, other: number): number => {
    const shared = weigh([...(sets[one] ?? [])].filter((term) => sets[other]?.has(term) === true));
    const share = shared / Math.max(weights[one] ?? 1, weights[other] ?? 1);
    return share < COPY ? share : 0;
  };
  const closest = long
    .map((one) => ({ one, share: Math.max(...long.map((other) => (one === other ? 0 : closeness(one, other)))) }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, CLOSEST);
  const held = new Set(closest.filter((_, rank) => rank % 2 === 0).map(({ one }) => one));
  return { held: articles.filter((_, at) => held.has(at)), kept: articles.filter((_, at) => !held.has(at)) };
} // prettier-ignore

function someSentences({ text }: Article): string[] {
  const sentences = splitSentences(text)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((one) => !one.includes('\n') && /^(?:\S+\s+){8,34}\S+$/u.test(one));
  return sentences.length === 0
    ? []
    : Array.from({ length: SENTENCES }, () => sentences[random.below(sentences.length)] ?? '');
}

function printShare(name: string, outcomes: readonly Outcome[]): void {
  const notFound = outcomes.filter(({ verdict }) => verdict === 'not-found' || verdict === 'paraphrase');
  const possible = notFound.filter(({ verdict }) => verdict === 'paraphrase');
  const share = (possible.length / notFound.length).toFixed(3);
  console.log(`${name}: ${possible.length} of ${notFound.length} called possible (${share})`);
}

test('possible paraphrases', async ({ skip }) => {
  if (!NEEDED.every(isThere)) skip('the public sets are not on this machine');
  const vectors = await CachedVectors.open();
  const embedQuestion = async (text: string) => (await vectors.of('question', [text]))[0] ?? new Float32Array(384);
  const embedder = { ...fakeEmbedder(), embedQuestion };
  try {
    const lines = readFileSync(path.join(SETS, 'mrpc-paraphrase/queries.jsonl'), 'utf8').trim().split('\n');
    const querySchema = z.object({ quote: z.string(), expected: z.string() });
    const queries = lines.map((line) => querySchema.parse(JSON.parse(line)));
    for (const expected of ['paraphrased', 'not_equivalent']) {
      const quotes = queries.filter((one) => one.expected === expected).map(({ quote }) => quote);
      printShare(`mrpc ${expected}`, await checkAll(readArticles('mrpc-paraphrase'), quotes, embedder));
    }
    const absent: Outcome[] = [];
    for (const set of ['quotes-polnear', 'quotes-natural']) {
      const quotes = readQueries(set).filter((one) => one.expected === 'absent').map(({ quote }) => quote);
      absent.push(...(await checkAll(readArticles(set), quotes, embedder)));
    }
    printShare('absent', absent);
    const related: Outcome[] = [];
    for (const set of ['realtimeqa', 'quotes-polnear']) {
      const { held, kept } = withholdClose(readArticles(set));
      related.push(...(await checkAll(kept, held.flatMap(someSentences), embedder)));
    }
    printShare('absent, with a close article', related);
    console.log(related.filter(({ verdict }) => verdict === 'paraphrase').map(({ quote, sentence }) => `${quote}\n  ${sentence}`).join('\n'));
    expect(related.length).toBeGreaterThan(100);
  } finally {
    await vectors.close();
  }
}); // prettier-ignore
