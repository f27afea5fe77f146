/**
 * Candidates: stretches of text where many of a quotation's rare words and word pairs stand at about the right distance from
 * each other. Each vote goes to the place where the quotation would begin, in bins of a few words; the rarest vote first, and
 * when enough votes are given, the more frequent ones are not asked.
 */
import { placesOfPair } from './pairs.js';
import type { Quotation } from './quotation.js';
import { BORDER, countOf, rarityOf, type WordIndex } from './word-index.js';

export const BIN = 24;

/** A word or pair that stands more often votes for too much to tell anything. */
const MOST_PLACES = 4000;
/** Votes of a quotation. */
const MOST_VOTES = 12_000;
/** Of very long quotations about so many words vote, evenly spread. */
const MOST_VOTERS = 150;
/** What the vote of a word is worth that is only nearly the quotation's. */
const MISSPELT = 0.6;
const BINS = 20;
const BINS_OF_HALF = 6;
/** From so many words on, each half names bins of its own: the quotation may come from two places. */
const HALVED = 10;

/** A word, or a word and the next one, of the quotation, with the places it stands at. */
interface Voter {
  readonly at: number;
  readonly places: Uint32Array;
  readonly weight: number;
}

/**
 * @returns bins, best first: the quotation's first word would stand at `bin * BIN` or up to two bins later; may be negative.
 */
export function findBins(index: WordIndex, quotation: Quotation): number[] {
  const { ids } = quotation;
  const half = ids.length >> 1;
  const [first, second] = votesOf(index, ids.length);
  let left = MOST_VOTES;
  for (const { at, places, weight } of listVoters(index, quotation)) {
    if (places.length > left) break;
    left -= places.length;
    const votes = at < half ? first : second;
    for (const place of places) votes.add(Math.floor((place - at) / BIN), weight);
  }
  const bins = new Set(bestBins([first, second], BINS));
  if (ids.length >= HALVED) {
    for (const votes of [first, second]) for (const bin of bestBins([votes], BINS_OF_HALF)) bins.add(bin);
  }
  first.clear();
  second.clear();
  return [...bins];
}

/** The rarest first. */
function listVoters(index: WordIndex, { ids, misspelt }: Quotation): Voter[] {
  const voters: Voter[] = [];
  const step = Math.max(1, Math.floor(ids.length / MOST_VOTERS));
  for (let at = 0; at < ids.length; at += step) {
    const number = ids[at] ?? BORDER;
    for (const near of misspelt.get(at) ?? []) pushWord(voters, index, at, near, MISSPELT);
    if (number === BORDER) continue;
    pushWord(voters, index, at, number, 1);
    const places = placesOfPair(index, number, ids[at + 1] ?? BORDER);
    if (places.length > 0 && places.length <= MOST_PLACES) {
      voters.push({ at, places, weight: 0.5 * Math.log(index.ids.length / places.length) });
    }
  }
  return voters.toSorted((a, b) => a.places.length - b.places.length);
}

function pushWord(voters: Voter[], index: WordIndex, at: number, number: number, share: number): void {
  if (countOf(index, number) > MOST_PLACES) return;
  const places = index.places.subarray(index.offsets[number], index.offsets[number + 1]);
  voters.push({ at, places, weight: share * rarityOf(index, number) });
}

/** The weight of each bin; only the bins that have any are ever looked at again. */
class Votes {
  readonly #weights: Float32Array;
  readonly #touched: number[] = [];
  #shift = 0;

  constructor(size: number) {
    this.#weights = new Float32Array(Math.ceil(size / BIN) + MOST_SHIFT + 2);
  }

  /** Bins of a quotation of so many words may be a little below 0. */
  begin(length: number): this {
    this.#shift = Math.min(MOST_SHIFT, Math.ceil(length / BIN) + 1);
    return this;
  }

  add(bin: number, weight: number): void {
    const at = bin + this.#shift;
    const before = this.#weights[at];
    if (before === 0) this.#touched.push(at);
    if (before !== undefined) this.#weights[at] = before + weight;
  }

  touched(): number[] {
    return this.#touched.map((at) => at - this.#shift);
  }

  /** A bin's weight with that of the next one, because a match may begin at the end of a bin. */
  sum(bin: number): number {
    const at = bin + this.#shift;
    return (this.#weights[at] ?? 0) + (this.#weights[at + 1] ?? 0);
  }

  clear(): void {
    for (const at of this.#touched) this.#weights[at] = 0;
    this.#touched.length = 0;
  }
}

/** No quotation has more words than this many bins: 6,000 characters are at most 6,000 words. */
const MOST_SHIFT = Math.ceil(6000 / BIN) + 1;

/** Two ballots an index, used again for each quotation: making such large ones takes longer than the votes. */
const ballots = new WeakMap<WordIndex, readonly [Votes, Votes]>();

function votesOf(index: WordIndex, length: number): readonly [Votes, Votes] {
  let pair = ballots.get(index);
  if (pair === undefined) {
    pair = [new Votes(index.ids.length), new Votes(index.ids.length)];
    ballots.set(index, pair);
  }
  return [pair[0].begin(length), pair[1].begin(length)];
}

/** Bins with the most votes in all ballots together, best first. */
function bestBins(ballots: readonly Votes[], limit: number): number[] {
  const top: { readonly bin: number; readonly sum: number }[] = [];
  for (const votes of ballots) {
    for (const bin of votes.touched()) {
      const sum = ballots.reduce((total, one) => total + one.sum(bin), 0);
      const last = top.at(-1);
      if (top.length === limit && last !== undefined && sum <= last.sum) continue;
      if (top.some((one) => one.bin === bin)) continue;
      const at = top.findIndex((one) => one.sum < sum);
      top.splice(at === -1 ? top.length : at, 0, { bin, sum });
      if (top.length > limit) top.pop();
    }
  }
  return top.map(({ bin }) => bin);
}
