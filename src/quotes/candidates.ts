/**
 * Candidates: stretches of text where many of a quotation's rare words and word pairs stand at about the right distance from
 * each other. Each vote goes to the place where the quotation would begin, in bins of a few words.
 */
import { topEntries } from './top-entries.js';
import { BORDER, countOf, rarityOf, type WordIndex } from './word-index.js';

export const BIN = 24;

/** A word or pair that stands more often votes for too much to tell anything. */
const MOST_PLACES = 4000;
/** The rarer word of a pair is looked through; a pair of two more frequent words has no vote. */
const MOST_PAIR_PLACES = 20_000;
/** Of very long quotations about so many words vote, evenly spread. */
const MOST_VOTERS = 150;
const BINS = 20;
const BINS_OF_HALF = 6;
/** From so many words on, each half names bins of its own: the quotation may come from two places. */
const HALVED = 10;

/**
 * @param ids - numbers of the quotation's words.
 * @returns bins, best first: the quotation's first word would stand at `bin * BIN` or up to two bins later; may be negative.
 */
export function findBins(index: WordIndex, ids: Uint32Array): number[] {
  const half = ids.length >> 1;
  const [first, second] = [new Votes(index, ids.length), new Votes(index, ids.length)];
  const step = Math.max(1, Math.floor(ids.length / MOST_VOTERS));
  for (let at = 0; at < ids.length; at += step) {
    const votes = at < half ? first : second;
    voteForWord(index, ids, at, votes);
    if (at + 1 < ids.length) voteForPair(index, ids, at, votes);
  }
  const bins = topEntries(first.sums(second), BINS);
  if (ids.length < HALVED) return bins;
  const ofHalves = [first, second].flatMap((votes) => topEntries(votes.sums(), BINS_OF_HALF));
  return [...new Set([...bins, ...ofHalves])];
}

/** The weight of each bin; only the bins that have any are ever looked at again. */
class Votes {
  readonly #weights: Float32Array;
  readonly #touched: number[] = [];
  readonly #shift: number;

  constructor(index: WordIndex, length: number) {
    this.#shift = Math.ceil(length / BIN) + 1;
    this.#weights = new Float32Array(Math.ceil(index.ids.length / BIN) + this.#shift + 2);
  }

  add(bin: number, weight: number): void {
    const at = bin + this.#shift;
    const before = this.#weights[at] ?? 0;
    if (before === 0) this.#touched.push(at);
    this.#weights[at] = before + weight;
  }

  /** A bin's weight with that of the next one, because a match may begin at the end of a bin; with another's added. */
  sums(other?: Votes): Map<number, number> {
    const sums = new Map<number, number>();
    for (const at of other === undefined ? this.#touched : [...this.#touched, ...other.#touched]) {
      sums.set(at - this.#shift, this.#sum(at) + (other === undefined ? 0 : other.#sum(at)));
    }
    return sums;
  }

  #sum(at: number): number {
    return (this.#weights[at] ?? 0) + (this.#weights[at + 1] ?? 0);
  }
}

function voteForWord(index: WordIndex, ids: Uint32Array, at: number, votes: Votes): void {
  const number = ids[at] ?? BORDER;
  const count = countOf(index, number);
  if (count === 0 || count > MOST_PLACES) return;
  const weight = rarityOf(index, number);
  const end = index.offsets[number + 1] ?? 0;
  for (let n = index.offsets[number] ?? 0; n < end; n++) {
    votes.add(Math.floor(((index.places[n] ?? 0) - at) / BIN), weight);
  }
}

function voteForPair(index: WordIndex, ids: Uint32Array, at: number, votes: Votes): void {
  const places = placesOfPair(index, ids[at] ?? BORDER, ids[at + 1] ?? BORDER);
  if (places.length === 0 || places.length > MOST_PLACES) return;
  const weight = 0.5 * Math.log(index.ids.length / places.length);
  for (const place of places) votes.add(Math.floor((place - at) / BIN), weight);
}

/** Places of the first word where the second follows. */
function placesOfPair(index: WordIndex, first: number, second: number): number[] {
  const isFirstRarer = countOf(index, first) <= countOf(index, second);
  const [rare, other, step] = isFirstRarer ? [first, second, 1] : [second, first, -1];
  const found: number[] = [];
  if (rare === BORDER || other === BORDER || countOf(index, rare) > MOST_PAIR_PLACES) return found;
  const end = index.offsets[rare + 1] ?? 0;
  for (let n = index.offsets[rare] ?? 0; n < end; n++) {
    const place = index.places[n] ?? 0;
    if (index.ids[place + step] === other) found.push(isFirstRarer ? place : place - 1);
  }
  return found;
}
