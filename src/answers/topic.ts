/**
 * Passages on a topic, which is a word or two rather than a question. Cosines tell nothing about so few words: those of a
 * topic that no article has are as high as those of one that many have. What tells is whether a passage has the words. For
 * longer topics what holds for questions holds as well.
 */
import type { Snapshot } from '../index/snapshot.js';
import { idf, LARGEST_TERM_WEIGHT, scoreBm25 } from '../search/bm25.js';
import { search, type Candidate, type Question } from '../search/search.js';
import { termsOf } from '../text/terms.js';
import { evidenceSum, thresholdOf } from './declining.js';

/**
 * BM25 of a passage as a share of what the topic's terms could reach. Measured on 2026-11-24 on words, pairs of words and
 * names from newsqa, realtimeqa and multihoprag-evidence: see docs/answers.md.
 */
const HAS_WORDS = 0.7;
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
  const { candidates, evidence } = search(snapshot, topic, CANDIDATES);
  const lexicalOf = createLexical(snapshot, topic.text);
  const threshold = thresholdOf(evidence, undefined);
  const isOn = ({ chunk, cosine }: Candidate): boolean => {
    const lexical = lexicalOf(chunk);
    return (
      lexical >= HAS_WORDS || (lexical > 0 && evidenceSum({ ...evidence, cosine, lexical }) >= threshold)
    );
  };
  return candidates.filter(isOn).flatMap(({ chunk, score }) => {
    const found = snapshot.chunkAt(chunk);
    if (found === undefined) return [];
    const { article, first, last } = found;
    return [{ chunk, score, article, first, last }];
  });
}

/** From 0 to 1 for each chunk; always 0 for a topic without a single term. */
function createLexical({ chunkPostings }: Snapshot, topic: string): (row: number) => number {
  const terms = [...new Set(termsOf(topic))];
  const scores = scoreBm25(chunkPostings, terms);
  const most = LARGEST_TERM_WEIGHT * terms.reduce((sum, term) => sum + idf(chunkPostings, term), 0);
  return (row) => (most === 0 ? 0 : (scores[row] ?? 0) / most);
}
