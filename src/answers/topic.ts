/**
 * Passages on a topic, which is a word or two rather than a question. Cosines tell nothing about so few words: those of a
 * topic that no article has are as high as those of one that many have. What tells is whether a passage has the words. From
 * a few words on, what holds for questions holds as well.
 */
import type { Snapshot } from '../index/snapshot.js';
import { idf, LARGEST_TERM_WEIGHT, scoreBm25 } from '../search/bm25.js';
import { search, type Candidate, type Question } from '../search/search.js';
import { termsOf } from '../text/terms.js';
import { sumOf, thresholdOf } from './declining.js';

/**
 * Share of the topic's terms, weighed by their rarity, that a passage on it has. Measured on 2026-11-25 on words, pairs of
 * words and names from newsqa and realtimeqa, see docs/answers.md: from .6 on, passages have one word of two.
 */
const HAS_WORDS = 0.75;
/** A topic of so many terms is nearly a question. */
const NEARLY_A_QUESTION = 4;
/** Enough for many days; passages further behind are on other topics. */
const CANDIDATES = 300;

/** A passage on the topic. */
export interface OnTopic {
  /** Its row. */
  readonly chunk: number;
  readonly score: number;
  /** Position of its article, and its first and last paragraph. */
  readonly article: number;
  readonly first: number;
  readonly last: number;
}

/** @returns best first; none when nothing is on the topic. */
export function searchTopic(snapshot: Snapshot, topic: Question): OnTopic[] {
  const terms = [...new Set(termsOf(topic.text))];
  const { candidates, evidence } = search(snapshot, topic, CANDIDATES);
  const hasWords = createWordTest(snapshot, terms);
  const lexicalOf = createLexical(snapshot, terms);
  const threshold = thresholdOf(evidence, undefined);
  const answers = ({ chunk, cosine }: Candidate): boolean =>
    sumOf({ ...evidence, cosine, lexical: lexicalOf(chunk) }) >= threshold;
  return candidates.flatMap((candidate) => {
    const { chunk, score } = candidate;
    const isOn = hasWords(chunk) || (terms.length >= NEARLY_A_QUESTION && answers(candidate));
    const found = isOn ? snapshot.chunkAt(chunk) : undefined;
    return found === undefined
      ? []
      : [{ chunk, score, article: found.article, first: found.first, last: found.last }];
  });
}

/** Whether a chunk has the words itself: not in its title, nor next to it. Always false without a single term. */
function createWordTest(snapshot: Snapshot, terms: readonly string[]): (row: number) => boolean {
  const weights = terms.map((term) => [term, idf(snapshot.chunkPostings, term)] as const);
  const least = HAS_WORDS * weights.reduce((sum, [, weight]) => sum + weight, 0);
  return (row) => {
    const { article = -1, start = 0, end = 0 } = snapshot.chunkAt(row) ?? {};
    const own = new Set(termsOf((snapshot.articles[article]?.text ?? '').slice(start, end)));
    return (
      least > 0 && weights.reduce((sum, [term, weight]) => sum + (own.has(term) ? weight : 0), 0) >= least
    );
  };
}

/** BM25 of a chunk as a share of what the terms could reach. */
function createLexical({ chunkPostings }: Snapshot, terms: readonly string[]): (row: number) => number {
  const scores = scoreBm25(chunkPostings, terms);
  const most = LARGEST_TERM_WEIGHT * terms.reduce((sum, term) => sum + idf(chunkPostings, term), 0);
  return (row) => (most === 0 ? 0 : (scores[row] ?? 0) / most);
}
