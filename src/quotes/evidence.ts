/** How much speaks for a source: whether so good an alignment is more than chance in a collection of this size. */
import type { Pair } from './align.js';
import { placesOfPair } from './pairs.js';
import type { Quotation } from './quotation.js';
import { THRESHOLDS } from './thresholds.js';
import { BORDER, countOf, rarityOf, type WordIndex } from './word-index.js';

export interface Evidence {
  /** Words of the quotation, and of the collection. */
  readonly words: number;
  readonly collection: number;
  /** Of the alignment; of a splice, of both less what a second place costs. */
  readonly score: number;
  /** How surprising it is to find the equal words where they are: the logarithm of how seldom that happens. */
  readonly surprise: number;
  /** Words that are equal; evidently misspelt ones count in part. */
  readonly equal: number;
  /** Runs of equal words, and how many words the longest has. */
  readonly runs: number;
  readonly longest: number;
  /** How often words are put in and left out: chance finds its words anywhere, who misremembers puts one in the place of another. */
  readonly putIn: number;
  readonly leftOut: number;
}

/** What a misspelt word tells beside a right one. */
const MISSPELT = 0.5;

/** @param parts - the pairs of each source. */
export function weigh(
  index: WordIndex,
  quotation: Quotation,
  score: number,
  parts: readonly (readonly Pair[])[],
): Evidence {
  const sums = { surprise: 0, equal: 0, runs: 0, longest: 0, putIn: 0, leftOut: 0 };
  for (const pairs of parts) {
    let run = 0;
    for (const [n, pair] of pairs.entries()) {
      const before = pairs[n - 1];
      const shift = before === undefined ? 0 : pair.place - before.place - (pair.at - before.at);
      if (shift < 0) sums.putIn++;
      if (shift > 0) sums.leftOut++;
      const { surprise, equal } = weighPair(index, quotation, before, pair);
      sums.surprise += surprise;
      sums.equal += equal;
      run = isBehind(before, pair) ? run + 1 : 1;
      if (!pair.isEqual) continue;
      if (run === 1) sums.runs++;
      sums.longest = Math.max(sums.longest, run);
    }
  }
  return { words: quotation.ids.length, collection: index.ids.length, score, ...sums };
}

function weighPair(
  index: WordIndex,
  { misspelt }: Quotation,
  before: Pair | undefined,
  pair: Pair,
): Pick<Evidence, 'surprise' | 'equal'> {
  const number = index.ids[pair.place] ?? BORDER;
  if (!pair.isEqual) {
    const isMisspelt = misspelt.get(pair.at)?.includes(number) === true;
    return isMisspelt
      ? { surprise: MISSPELT * rarityOf(index, number), equal: MISSPELT }
      : { surprise: 0, equal: 0 };
  }
  const isRun = isBehind(before, pair);
  return { surprise: isRun ? surpriseBehind(index, pair.place) : rarityOf(index, number), equal: 1 };
}

function isBehind(before: Pair | undefined, { at, place }: Pair): boolean {
  return before?.isEqual === true && before.at === at - 1 && before.place === place - 1;
}

/** A word behind an equal one is as surprising as it is rare there: "States" behind "United" is not. */
function surpriseBehind(index: WordIndex, place: number): number {
  const before = index.ids[place - 1] ?? BORDER;
  const together = placesOfPair(index, before, index.ids[place] ?? BORDER).length;
  return Math.log(countOf(index, before) / Math.max(1, together));
}

/** The numbers that the thresholds weigh, in the order of `THRESHOLDS.altered.weights`. */
export function featuresOf(evidence: Evidence): number[] {
  const { words, score, surprise, equal, runs, longest, putIn, leftOut } = evidence;
  return [score, surprise, equal, words - equal, runs, longest, putIn, leftOut];
}

/** What the evidence must outweigh: the larger a collection, the more of a short quotation stands in it by chance. */
export function neededFor({ words, collection }: Pick<Evidence, 'words' | 'collection'>): number {
  const { lengths, collections, perLogBelow } = THRESHOLDS.altered;
  const needed = lengths.findLast((one) => words >= one.words)?.needed ?? [];
  const [smallest = collection] = collections;
  if (collection <= smallest) return (needed[0] ?? 0) + Math.log(collection / smallest) * perLogBelow;
  // Between two sizes, and beyond the largest, on the line through both, over the logarithm of the size.
  const next = collections.findIndex(
    (one, at) => at > 0 && (collection <= one || at === collections.length - 1),
  );
  const [low = 0, high = 0] = [needed[next - 1], needed[next]];
  const [from = smallest, to = smallest] = [collections[next - 1], collections[next]];
  return low + ((high - low) * Math.log(collection / from)) / Math.log(to / from);
}

/** Whether that is enough to say where a quotation is from. */
export function isEnough(evidence: Evidence): boolean {
  const { weights, share, whole } = THRESHOLDS.altered;
  const { equal, words, collection } = evidence;
  if (collection < whole.collection && equal >= whole.share * words) return true;
  const sum = featuresOf(evidence).reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
  return sum >= neededFor(evidence) && equal > share * words;
}
