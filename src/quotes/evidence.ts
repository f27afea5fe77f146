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
  /** Runs of equal words. */
  readonly runs: number;
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
  const { ids, misspelt } = quotation;
  let [surprise, equal, runs] = [0, 0, 0];
  for (const pairs of parts) {
    for (const [n, pair] of pairs.entries()) {
      const number = index.ids[pair.place] ?? BORDER;
      if (pair.isEqual) {
        const isRun = isBehind(pairs[n - 1], pair);
        equal++;
        runs += isRun ? 0 : 1;
        surprise += isRun ? surpriseBehind(index, pair.place) : rarityOf(index, number);
      } else if (misspelt.get(pair.at)?.includes(number) === true) {
        equal += MISSPELT;
        surprise += MISSPELT * rarityOf(index, number);
      }
    }
  }
  return { words: ids.length, collection: index.ids.length, score, surprise, equal, runs };
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
export function featuresOf({ words, score, surprise, equal, runs }: Evidence): number[] {
  return [score, surprise, equal, words - equal, runs];
}

/** What the evidence must outweigh: the larger a collection, the more of a short quotation stands in it by chance. */
export function neededFor({ words, collection }: Evidence): number {
  const { lengths, collection: usual, perLogBelow } = THRESHOLDS.altered;
  const { needed, perLog } = lengths.findLast((one) => words >= one.words) ?? { needed: 0, perLog: 0 };
  return needed + Math.log(collection / usual) * (collection < usual ? perLogBelow : perLog);
}

/** Whether that is enough to say where a quotation is from. */
export function isEnough(evidence: Evidence): boolean {
  const { weights, share, whole } = THRESHOLDS.altered;
  const { equal, words, collection } = evidence;
  if (collection < whole.collection && equal >= whole.share * words) return true;
  const sum = featuresOf(evidence).reduce((total, value, at) => total + value * (weights[at] ?? 0), 0);
  return sum >= neededFor(evidence) && equal > share * words;
}
