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
const MOST_VOTES = 8000;
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
  const bins = new Set(bestBins(first, BINS, second));
  if (ids.length >= HALVED) {
    for (const votes of [first, second]) for (const bin of bestBins(votes, BINS_OF_HALF)) bins.add(bin);
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

  /** Offers each bin that has votes, with those of the next one, because a match may begin at the end of a bin. */
  offerTo(top: Top, other?: Votes): void {
    const weights = this.#weights;
    const others = other === undefined ? undefined : other.#weights;
    for (const at of this.#touched) {
      let sum = (weights[at] ?? 0) + (weights[at + 1] ?? 0);
      if (others !== undefined) sum += (others[at] ?? 0) + (others[at + 1] ?? 0);
      if (sum > top.least) top.add(at - this.#shift, sum);
    }
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

/** The bins with the most votes, best first. */
class Top {
  readonly #limit: number;
  readonly #entries: { readonly bin: number; readonly sum: number }[] = [];
  /** What a bin must have more than. */
  least = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(bin: number, sum: number): void {
    const entries = this.#entries;
    if (entries.some((one) => one.bin === bin)) return;
    const at = entries.findIndex((one) => one.sum < sum);
    entries.splice(at === -1 ? entries.length : at, 0, { bin, sum });
    if (entries.length > this.#limit) entries.pop();
    if (entries.length === this.#limit) this.least = entries.at(-1)?.sum ?? 0;
  }

  bins(): number[] {
    return this.#entries.map(({ bin }) => bin);
  }
}

/** Of one ballot, or of two together. */
function bestBins(ballot: Votes, limit: number, other?: Votes): number[] {
  const top = new Top(limit);
  ballot.offerTo(top, other);
  other?.offerTo(top, ballot);
  return top.bins();
}
