/**
 * Postings: under each term, the documents it is in and how often, as typed arrays in compressed sparse row
 * form, so that a search touches a few contiguous runs of memory and no objects. Each segment has its own; `Postings` is
 * what they are together.
 */
import type { TermTable } from './term-table.js';

/** The inverted index of the documents of one segment, which are numbered from 0. */
export interface SegmentPostings {
  /** Numbers of terms; the postings of term `n` are at `offsets[n]` up to `offsets[n + 1]`. */
  readonly terms: TermTable;
  readonly offsets: Uint32Array;
  readonly documents: Uint32Array;
  /** Frequency of the term in the document at the same position. */
  readonly frequencies: Uint16Array;
  /** Length of each document in terms. */
  readonly lengths: Uint32Array;
}

/** Number of a document that was removed: no posting of it counts. */
export const NO_DOCUMENT = 0xffffffff;

export interface PostingsPart {
  readonly postings: SegmentPostings;
  /** Number of each of the segment's documents among all. */
  readonly numbers: Uint32Array;
}

interface Sums {
  readonly documents: number;
  /** In terms, of all of them. */
  readonly length: number;
}

/** Numbers of a segment stay the same over many generations, and looking through all of them takes milliseconds. */
const knownSums = new WeakMap<Uint32Array, Sums>();

function sumUp({ postings, numbers }: PostingsPart): Sums {
  let sums = knownSums.get(numbers);
  if (sums === undefined) {
    let [documents, length] = [0, 0];
    for (let at = 0; at < numbers.length; at++) {
      if (numbers[at] === NO_DOCUMENT) continue;
      documents++;
      length += postings.lengths[at] ?? 0;
    }
    sums = { documents, length };
    knownSums.set(numbers, sums);
  }
  return sums;
}

/** Postings of all segments together, without those of removed documents. */
export class Postings {
  /** How many documents there are. */
  readonly documents: number;
  /** In terms; 0 without documents. */
  readonly averageLength: number;
  /** For each part whether all of its documents are there. */
  readonly #isWhole: boolean[] = [];

  /** @param size - more than any document's number. */
  constructor(
    readonly parts: readonly PostingsPart[],
    readonly size: number,
  ) {
    let [documents, length] = [0, 0];
    for (const part of parts) {
      const sums = sumUp(part);
      documents += sums.documents;
      length += sums.length;
      this.#isWhole.push(sums.documents === part.numbers.length);
    }
    this.documents = documents;
    this.averageLength = documents === 0 ? 0 : length / documents;
  }

  /** How many documents a term is in. */
  countOf(term: string): number {
    let count = 0;
    for (const [at, { postings, numbers }] of this.parts.entries()) {
      const { terms, offsets, documents } = postings;
      const number = terms.numberOf(term);
      if (number === undefined) continue;
      const [from = 0, to = 0] = [offsets[number], offsets[number + 1]];
      if (this.#isWhole[at] === true) count += to - from;
      else for (let n = from; n < to; n++) if (numbers[documents[n] ?? 0] !== NO_DOCUMENT) count++;
    }
    return count;
  }

  /** Calls `visit` with each document a term is in. */
  forEach(term: string, visit: (document: number, frequency: number, length: number) => void): void {
    for (const { postings, numbers } of this.parts) {
      const { terms, offsets, documents, frequencies, lengths } = postings;
      const number = terms.numberOf(term);
      if (number === undefined) continue;
      const end = offsets[number + 1] ?? 0;
      for (let at = offsets[number] ?? 0; at < end; at++) {
        const own = documents[at] ?? 0;
        const document = numbers[own] ?? NO_DOCUMENT;
        if (document !== NO_DOCUMENT) visit(document, frequencies[at] ?? 0, lengths[own] ?? 0);
      }
    }
  }
}
