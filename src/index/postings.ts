/**
 * Postings: under each term, the documents it is in and how often, as typed arrays in compressed sparse row
 * form, so that a search touches a few contiguous runs of memory and no objects. Each segment has its own; `Postings` is
 * what they are together.
 */
import { createSlices } from './slices.js';
import { TermTable } from './term-table.js';

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

/** The largest frequency that is kept; a term that stands more often in one document counts this often. */
const MAX_FREQUENCY = 0xffff;

/** How many terms are handled between two looks at the clock. */
const TERMS_A_STEP = 256;

/** Collects documents one by one, so that a caller may pause between them. */
export class PostingsBuilder {
  readonly #terms = new Map<string, number>();
  readonly #documents: number[][] = [];
  readonly #frequencies: number[][] = [];
  readonly #lengths: Uint32Array;

  constructor(documents: number) {
    this.#lengths = new Uint32Array(documents);
  }

  /** Adds a document: its terms with their frequencies (whole numbers from 1). */
  add(document: number, frequencies: ReadonlyMap<string, number>): void {
    let length = 0;
    for (const [term, frequency] of frequencies) {
      this.#post(this.#numberOf(term), document, Math.min(frequency, MAX_FREQUENCY));
      length += frequency;
    }
    this.#lengths[document] = length;
  }

  /** Takes documents over as they are; `numbers` tells each its new number, or `NO_DOCUMENT`. */
  async absorb({ postings, numbers }: PostingsPart, pause = createSlices()): Promise<void> {
    const { terms, offsets, documents, frequencies, lengths } = postings;
    for (let term = 0; term < terms.size; term++) {
      if (term % TERMS_A_STEP === 0) await pause();
      let number: number | undefined;
      const end = offsets[term + 1] ?? 0;
      for (let at = offsets[term] ?? 0; at < end; at++) {
        const document = numbers[documents[at] ?? 0] ?? NO_DOCUMENT;
        if (document === NO_DOCUMENT) continue;
        number ??= this.#numberOf(terms.termAt(term));
        this.#post(number, document, frequencies[at] ?? 0);
      }
    }
    numbers.forEach((document, own) => {
      if (document !== NO_DOCUMENT) this.#lengths[document] = lengths[own] ?? 0;
    });
  }

  /** @param pause - awaited between steps. */
  async build(pause: () => Promise<void> = createSlices()): Promise<SegmentPostings> {
    const offsets = new Uint32Array(this.#terms.size + 1);
    this.#documents.forEach((list, term) => (offsets[term + 1] = (offsets[term] ?? 0) + list.length));
    const documents = new Uint32Array(offsets.at(-1) ?? 0);
    const frequencies = new Uint16Array(documents.length);
    for (let term = 0; term < this.#terms.size; term++) {
      documents.set(this.#documents[term] ?? [], offsets[term]);
      frequencies.set(this.#frequencies[term] ?? [], offsets[term]);
      if (term % TERMS_A_STEP === 0) await pause();
    }
    const terms = TermTable.of([...this.#terms.keys()]);
    await pause();
    return { terms, offsets, documents, frequencies, lengths: this.#lengths };
  }

  #post(number: number, document: number, frequency: number): void {
    this.#documents[number]?.push(document);
    this.#frequencies[number]?.push(frequency);
  }

  #numberOf(term: string): number {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const number = this.#terms.size;
    this.#terms.set(term, number);
    this.#documents.push([]);
    this.#frequencies.push([]);
    return number;
  }
}

/** How often each term stands in a list. */
export function countTerms(
  terms: Iterable<string>,
  weight = 1,
  into = new Map<string, number>(),
): Map<string, number> {
  for (const term of terms) into.set(term, (into.get(term) ?? 0) + weight);
  return into;
}
