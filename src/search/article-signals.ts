/** What a question says about an article as a whole: that it names its source, or is its headline. */
import type { Snapshot } from '../index/snapshot.js';
import { termsOf, tokenize } from '../text/terms.js';
import { idf } from './bm25.js';

/** "What did the Financial Times report?" prefers articles of that source. */
const SOURCE_WEIGHT = 0.25;
/** A pasted headline finds its own article. */
const TITLE_WEIGHT = 1;
/** Overlap, from 0 to 1, from which on a question is taken for a headline. */
const IS_TITLE = 0.8;

interface Names {
  /** Positions of articles by the folded words of their source. */
  readonly bySource: ReadonlyMap<string, readonly number[]>;
  readonly titles: readonly (readonly string[])[];
  /** Positions of articles by the terms of their titles. */
  readonly byTitleTerm: ReadonlyMap<string, readonly number[]>;
}

/** Read once for each snapshot. */
const known = new WeakMap<Snapshot, Names>();

function namesOf(snapshot: Snapshot): Names {
  const found = known.get(snapshot);
  if (found !== undefined) return found;
  const titles = snapshot.articles.map(({ title }) => [...new Set(termsOf(title))]);
  const byTitleTerm = new Map<string, number[]>();
  titles.forEach((terms, at) => terms.forEach((term) => listUnder(byTitleTerm, term).push(at)));
  const bySource = new Map<string, number[]>();
  snapshot.articles.forEach(({ source = '' }, at) => listUnder(bySource, phraseOf(source)).push(at));
  const names = { titles, byTitleTerm, bySource };
  known.set(snapshot, names);
  return names;
}

function listUnder(map: Map<string, number[]>, key: string): number[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}

function phraseOf(text: string): string {
  return tokenize(text)
    .map(({ folded }) => folded)
    .join(' ');
}

/** What is added to the score of each chunk, by the position of its article; articles that are not in it get nothing. */
export function scoreNames(
  snapshot: Snapshot,
  text: string,
  terms: readonly string[],
): ReadonlyMap<number, number> {
  const { bySource } = namesOf(snapshot);
  const scores = new Map<number, number>();
  const add = (at: number, value: number): void => void scores.set(at, (scores.get(at) ?? 0) + value);
  const asked = ` ${phraseOf(text)} `;
  for (const [source, articles] of bySource) {
    if (source === '' || articles.length === snapshot.articles.length) continue;
    if (asked.includes(` ${source} `)) articles.forEach((at) => add(at, SOURCE_WEIGHT));
  }
  for (const [at, overlap] of titleOverlaps(snapshot, terms))
    if (overlap >= IS_TITLE) add(at, TITLE_WEIGHT * overlap);
  return scores;
}

/** Dice's coefficient of the question and each title, terms weighed by their rarity; only titles that share a term. */
function titleOverlaps(snapshot: Snapshot, terms: readonly string[]): Map<number, number> {
  const { titles, byTitleTerm } = namesOf(snapshot);
  const weight = (term: string): number => idf(snapshot.articlePostings, term);
  const sum = (list: readonly string[]): number => list.reduce((total, term) => total + weight(term), 0);
  const shared = new Map<number, number>();
  for (const term of terms) {
    for (const at of byTitleTerm.get(term) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight(term));
  }
  const whole = sum(terms);
  for (const [at, part] of shared) {
    // Most share one common word: those cannot come near, whatever else is in their title.
    shared.set(at, part < whole / 2 ? 0 : (2 * part) / (whole + sum(titles[at] ?? [])));
  }
  return shared;
}
