/**
 * Quotations: looking them up among as many paragraphs as `--size` says, without embedding, and what hostile ones cost at worst.
 * With `--size 100000` this takes some minutes; more are not looked at.
 */
import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { createAnswerer } from '../../src/answers/create-answerer.js';
import { quantile } from '../../src/eval/statistics.js';
import { checkWords } from '../../src/quotes/check-quotation.js';
import { readQuotation } from '../../src/quotes/quotation.js';
import { buildWordIndex, wordIndexOf, type WordIndex } from '../../src/quotes/word-index.js';
import { splitParagraphs } from '../../src/text/paragraphs.js';
import { makeAbsent, makeAltered, varyArticle, wordsOf } from '../eval/hard-cases.js';
import { createRandom, type Random } from '../eval/random.js';
import { isThere, readArticles } from '../quotes/quotation-sets.js';
import { fakeEmbedder } from '../support/embedder.js';
import { hostileArticle, makeHostile, SPEECH } from '../support/hostile-quotations.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';
import { paragraphOn } from '../support/temporary-index.js';
import { median, report, type Figures } from './figures.js';
import { SIZE } from './material.js';

const SETS = ['quotes-polnear', 'quotes-natural', 'bbc', 'newsqa', 'realtimeqa', 'time1963', 'squad2-sample', 'xquad-en', 'multihoprag-evidence', 'rgb-en-fact', 'mrpc-paraphrase']; // prettier-ignore
/** Articles that are only asked for, so that what is quoted from them is absent. */
const WITHHELD = 60;
const CASES = 40;
const PARAGRAPHS = Math.min(SIZE, 100_000);
const HOSTILE = Number(process.env['HOSTILE'] ?? '10000');
/** A slow one is asked again: something else on the machine may have been slow. */
const TRIES = 3;
const SLOW_MS = 50;

/** Real articles as far as there are any, then varied ones; without the public sets, made-up ones. */
function gatherArticles(paragraphs: number, random: Random): Article[] {
  const isReal = SETS.every(isThere);
  const first = isReal ? SETS.flatMap(readNamed) : makeUp(paragraphs, random);
  const articles: Article[] = [];
  let left = paragraphs;
  for (let round = 0; left > 0; round++) {
    for (const article of first) {
      if (left <= 0) break;
      const next = round === 0 ? article : vary(article, round, random);
      articles.push(next);
      left -= next.paragraphs.length;
    }
  }
  return articles;
}

function readNamed(set: string): Article[] {
  return readArticles(set).map((one) => ({ ...one, articleId: `${set}/${one.articleId}` }));
}

function vary(article: Article, round: number, random: Random): Article {
  const varied = varyArticle(article, round, random);
  const paragraphs = splitParagraphs(varied.text).map((span, at) => ({ ...span, number: at + 1 }));
  return { ...varied, paragraphs };
}

function makeUp(paragraphs: number, random: Random): Article[] {
  return Array.from({ length: Math.ceil(paragraphs / 20) }, (_, at) =>
    makeArticle({
      articleId: `made-${at}`,
      paragraphs: Array.from({ length: 20 }, () =>
        paragraphOn(`matter ${random.below(5000)} of ${random.below(5000)}`),
      ),
    }),
  );
}

/** Milliseconds of the processor: what else runs on the machine is not in them. */
async function timeOf(work: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

function isLong(article: Article): boolean {
  return wordsOf(article).length > 120;
}

/** What the longest turn of the event loop took while `work` went on. */
async function longestSlice(work: () => Promise<unknown>): Promise<number> {
  let [isOver, longest, last] = [false, 0, process.cpuUsage()];
  const tick = (): void => {
    const { user, system } = process.cpuUsage(last);
    longest = Math.max(longest, (user + system) / 1000);
    last = process.cpuUsage();
    if (!isOver) setImmediate(tick);
  };
  setImmediate(tick);
  try {
    await work();
  } finally {
    isOver = true;
  }
  return longest;
}

/** Short and long, exact and altered in every way, and absent: what people may paste. */
function makeCases(articles: readonly Article[], withheld: readonly Article[], random: Random): string[] {
  const sources = articles.filter((_, at) => at % 4 === 0).filter(isLong);
  const altered = makeAltered(sources, CASES, random);
  const exact = altered.map(({ quote }, at) => {
    const words = wordsOf(
      sources[at % sources.length] ?? articles[0] ?? makeArticle({ articleId: '', paragraphs: [] }),
    );
    return words.slice(40, 40 + quote.split(' ').length).join(' ');
  });
  const absent = makeAbsent(withheld.filter(isLong), CASES * 4, random);
  return [...altered.map(({ quote }) => quote), ...exact, ...absent.map(({ quote }) => quote)];
}

async function timeCases(index: WordIndex, cases: readonly string[]): Promise<Figures> {
  const turns: number[][] = [];
  // The first turn warms up; of the others the middle one counts, because a collection of garbage hits one of them.
  for (let turn = 0; turn <= TRIES; turn++) {
    const times: number[] = [];
    for (const quote of cases) times.push(await timeOf(() => checkWords(index, readQuotation(index, quote))));
    turns.push(times);
  }
  const times = cases.map((_, at) => median(turns.slice(1).map((turn) => turn[at] ?? 0)));
  return {
    quotations: cases.length,
    'look-up p50, ms of the processor': quantile(times, 0.5),
    'look-up p95, ms of the processor': quantile(times, 0.95),
    'look-up worst, ms of the processor': quantile(times, 1),
  };
}

test('quotation', async () => {
  const random = createRandom(7);
  const gathered = gatherArticles(PARAGRAPHS, random);
  const step = Math.max(2, Math.floor(gathered.length / WITHHELD));
  const withheld = gathered.filter((_, at) => at % step === 0);
  const articles = gathered.filter((_, at) => at % step !== 0);
  let index = await buildWordIndex([]);
  const stall = await longestSlice(async () => {
    index = await buildWordIndex(articles);
  });
  const paragraphs = articles.reduce((sum, one) => sum + one.paragraphs.length, 0);
  report(`quotation, ${paragraphs} paragraphs, ${index.ids.length} words`, {
    origin: `${SETS.every(isThere) ? 'real' : 'made-up'} texts; ${availableParallelism()} cores`,
    'longest slice while the index is built, ms of the processor': stall,
    ...(await timeCases(index, makeCases(articles, withheld, random))),
  });
  expect(index.articles).toHaveLength(articles.length);
});

test('hostile quotation', async () => {
  const random = createRandom(8);
  const articles = gatherArticles(PARAGRAPHS, random);
  const words = articles.slice(0, 300).flatMap(wordsOf);
  const repeating = [['the'], ['a', 'b'], words.slice(40, 44), SPEECH].map((pattern, at) =>
    hostileArticle(`hostile-${at}`, pattern, 400_000),
  );
  const snapshot = await makeSnapshot([...articles, ...repeating]);
  await wordIndexOf(snapshot);
  const answerer = createAnswerer({ snapshot: () => snapshot }, fakeEmbedder());
  const times: { kind: string; quote: string; ms: number }[] = [];
  for (const { kind, quote } of makeHostile(HOSTILE, words, random)) {
    let ms = Number.POSITIVE_INFINITY;
    for (let n = 0; n < TRIES && ms > SLOW_MS; n++) {
      ms = Math.min(ms, await timeOf(() => answerer.checkQuotation(quote)));
    }
    times.push({ kind, quote, ms });
  }
  const worst = times.toSorted((a, b) => b.ms - a.ms);
  const kinds = [...new Set(times.map(({ kind }) => kind))].map((kind) => {
    const own = worst.filter((one) => one.kind === kind).map(({ ms }) => ms);
    return [`worst of ${kind}, ms`, own[0] ?? 0] as const;
  });
  report(`hostile quotation, ${times.length} among ${PARAGRAPHS} paragraphs`, {
    'p50, ms': quantile(
      worst.map(({ ms }) => ms),
      0.5,
    ),
    'p99, ms': quantile(
      worst.map(({ ms }) => ms),
      0.99,
    ),
    'worst, ms': worst[0]?.ms ?? 0,
    ...Object.fromEntries(kinds),
  });
  expect(times).toHaveLength(HOSTILE);
});
