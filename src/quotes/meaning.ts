/**
 * Whether a quotation in other words leaves something out that its article says, or adds something. What one side alone has
 * tells most: a run of words without a partner is a fact. A guess, and shown as one; that nothing is left out or added says
 * nothing about a word in the place of another.
 */
import { termOf } from '../text/terms.js';
import type { Span } from '../text/span.js';
import { THRESHOLDS } from './thresholds.js';
import { compareWords } from './word-changes.js';
import { readWords } from './words.js';

export interface Meaning {
  /** Whether one side seems to say something that the other does not. */
  readonly leavesOutOrAdds: boolean;
  /** Runs of words that only one side has, as they stand there, the longest first; small words inside them included. */
  readonly onlyQuoted: readonly string[];
  readonly onlyOriginal: readonly string[];
  /** What was weighed: `featuresOfMeaning`. */
  readonly evidence: readonly number[];
}

/** Words that say nothing by themselves. Fewer than the stop words of the search, because "over" and "during" do. */
const SMALL = new Set(
  `the a an of to in on at by for and or but with from as is was were are be been has have had it its that this which
   who he she they his her their said say says will would not`.split(/\s+/u),
);
/** Runs that are named. */
const MOST_RUNS = 3;

interface SideWord extends Span {
  readonly term: string;
  readonly isSmall: boolean;
}

/** Words of one side that the other has not, from the first to the last. */
interface Run extends Span {
  /** Without the small ones. */
  readonly words: number;
}

/** @param cosine - of both texts' embeddings. */
export function compareMeaning(quoted: string, original: string, cosine: number): Meaning {
  const { weights, intercept } = THRESHOLDS.meaning;
  const evidence = featuresOfMeaning(quoted, original, cosine);
  const sum = evidence.reduce((total, value, at) => total + value * (weights[at] ?? 0), intercept);
  const [ours, theirs] = [readSide(quoted), readSide(original)];
  return {
    leavesOutOrAdds: sum <= 0,
    onlyQuoted: nameRuns(quoted, runsOf(ours, theirs)),
    onlyOriginal: nameRuns(original, runsOf(theirs, ours)),
    evidence,
  };
}

/** The numbers that are weighed, in the order of `THRESHOLDS.meaning.weights`. Each is the same from either side. */
function featuresOfMeaning(quoted: string, original: string, cosine: number): number[] {
  const [ours, theirs] = [readSide(quoted), readSide(original)];
  const larger = (measure: (one: readonly SideWord[], other: readonly SideWord[]) => number): number =>
    Math.max(measure(ours, theirs), measure(theirs, ours));
  const changes = compareWords(quoted, original).changes.map(({ before, after }) => ({
    out: countWords(quoted, before),
    in: countWords(original, after),
  }));
  const replaced = changes.filter((one) => one.out > 0 && one.in > 0);
  return [
    larger((one, other) => Math.max(0, ...runsOf(one, other).map(({ words }) => words)) / countTelling(one)),
    larger((one, other) => tailOf(one, other) / countTelling(one)),
    replaced.reduce((sum, one) => sum + Math.max(one.out, one.in), 0),
    Math.max(0, ...changes.filter((one) => !replaced.includes(one)).map((one) => one.out + one.in)),
    Math.min(countNumbers(ours, theirs), countNumbers(theirs, ours)),
    cosine,
  ];
}

function readSide(text: string): SideWord[] {
  return [...readWords(text)].map(({ start, end, key }) => ({
    start,
    end,
    term: termOf(key) ?? key,
    isSmall: SMALL.has(key),
  }));
}

function runsOf(one: readonly SideWord[], other: readonly SideWord[]): Run[] {
  const shared = new Set(other.map(({ term }) => term));
  const runs: Run[] = [];
  let run: Run | undefined;
  for (const { start, end, term, isSmall } of one) {
    if (isSmall) continue;
    if (shared.has(term)) {
      run = undefined;
      continue;
    }
    const open: Run = { start: run?.start ?? start, end, words: (run?.words ?? 0) + 1 };
    if (run === undefined) runs.push(open);
    else runs[runs.length - 1] = open;
    run = open;
  }
  return runs;
}

/** Words behind the last one that both sides have. */
function tailOf(one: readonly SideWord[], other: readonly SideWord[]): number {
  const telling = one.filter(({ isSmall }) => !isSmall);
  const shared = new Set(other.map(({ term }) => term));
  return telling.length - 1 - telling.findLastIndex(({ term }) => shared.has(term));
}

/** Numbers that the other side has not. When both sides have some, one was changed into another. */
function countNumbers(one: readonly SideWord[], other: readonly SideWord[]): number {
  const shared = new Set(other.map(({ term }) => term));
  return one.filter(({ term }) => /\p{N}/u.test(term) && !shared.has(term)).length;
}

function countTelling(side: readonly SideWord[]): number {
  return Math.max(1, side.filter(({ isSmall }) => !isSmall).length);
}

function countWords(text: string, { start, end }: Span): number {
  return [...readWords(text.slice(start, end))].length;
}

function nameRuns(text: string, runs: readonly Run[]): string[] {
  return runs
    .toSorted((a, b) => b.words - a.words)
    .slice(0, MOST_RUNS)
    .map(({ start, end }) => text.slice(start, end));
}
