/**
 * Makes postings of documents that come one by one, so that a caller may pause between them. What comes is kept as it comes,
 * in columns; sorting it by term at the end is one walk to count and one to place.
 */
import { longer, NumberList } from './number-list.js';
import { NO_DOCUMENT, type PostingsPart, type SegmentPostings } from './postings.js';
import { createSlices } from './slices.js';
import type { TermNumbers } from './term-numbers.js';
import type { TermTable } from './term-table.js';

/** The largest frequency that is kept; a term that stands more often in one document counts this often. */
const MAX_FREQUENCY = 0xffff;

/** How many terms are handled between two looks at the clock. */
const TERMS_A_STEP = 256;
/** The same for postings. */
const POSTINGS_A_STEP = 0x10000;
/** Room for so many postings of each document at first: more than most have. Memory is only taken up by what is written. */
const ROOM_A_DOCUMENT = 96;

export class PostingsBuilder {
  readonly #terms: TermNumbers;
  /** Columns, a row a posting: a term, its document, its frequency there. */
  #columns = { terms: new Uint32Array(0), documents: new Uint32Array(0), frequencies: new Uint16Array(0) };
  #postings = 0;
  readonly #lengths: Uint32Array;
  /** The document in the making: how often each term stands in it, and which terms those are. */
  #counts = new Uint32Array(0);
  readonly #counted = new NumberList();

  constructor(documents: number, terms: TermNumbers) {
    this.#lengths = new Uint32Array(documents);
    this.#terms = terms;
  }

  /** Adds terms, by their numbers, to the document in the making. @param weight - how often each of those from `from` up to and without `to` counts. */
  count(terms: ArrayLike<number>, weight = 1, from = 0, to = terms.length): void {
    const { length } = this.#terms.terms;
    if (length > this.#counts.length) this.#counts = longer(this.#counts, 2 * length);
    for (let at = from; at < to; at++) {
      const term = terms[at] ?? 0;
      const count = this.#counts[term] ?? 0;
      if (count === 0) this.#counted.push(term);
      this.#counts[term] = count + weight;
    }
  }

  /** That was the document of this number; the next one begins. */
  end(document: number): void {
    let length = 0;
    for (let at = 0; at < this.#counted.length; at++) {
      const term = this.#counted.values[at] ?? 0;
      const count = this.#counts[term] ?? 0;
      this.#counts[term] = 0;
      length += count;
      this.#post(term, document, Math.min(count, MAX_FREQUENCY));
    }
    this.#counted.clear();
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
        number ??= this.#terms.numberOf(terms.termAt(term));
        this.#post(number, document, frequencies[at] ?? 0);
      }
    }
    numbers.forEach((document, own) => {
      if (document !== NO_DOCUMENT) this.#lengths[document] = lengths[own] ?? 0;
    });
  }

  /** @param table - of all terms, in the order of their numbers. @param pause - awaited between steps. */
  async build(table: TermTable, pause = createSlices()): Promise<SegmentPostings> {
    const { terms, documents: found, frequencies: often } = this.#columns;
    const offsets = await this.#countTerms(table.size, pause);
    const next = offsets.slice();
    const documents = new Uint32Array(this.#postings);
    const frequencies = new Uint16Array(this.#postings);
    for (let row = 0; row < this.#postings; row++) {
      if (row % POSTINGS_A_STEP === 0) await pause();
      const term = terms[row] ?? 0;
      const at = next[term] ?? 0;
      next[term] = at + 1;
      documents[at] = found[row] ?? 0;
      frequencies[at] = often[row] ?? 0;
    }
    return { terms: table, offsets, documents, frequencies, lengths: this.#lengths };
  }

  /** @returns where the postings of each term begin, and behind the last how many there are. */
  async #countTerms(size: number, pause: () => Promise<void>): Promise<Uint32Array> {
    const offsets = new Uint32Array(size + 1);
    const { terms } = this.#columns;
    for (let row = 0; row < this.#postings; row++) {
      if (row % POSTINGS_A_STEP === 0) await pause();
      const behind = (terms[row] ?? 0) + 1;
      offsets[behind] = (offsets[behind] ?? 0) + 1;
    }
    for (let term = 1; term <= size; term++) offsets[term] = (offsets[term] ?? 0) + (offsets[term - 1] ?? 0);
    return offsets;
  }

  #post(term: number, document: number, frequency: number): void {
    if (this.#postings === this.#columns.terms.length) this.#makeRoom();
    const { terms, documents, frequencies } = this.#columns;
    terms[this.#postings] = term;
    documents[this.#postings] = document;
    frequencies[this.#postings] = frequency;
    this.#postings++;
  }

  #makeRoom(): void {
    const room = Math.max(ROOM_A_DOCUMENT * this.#lengths.length, 2 * this.#postings);
    const frequencies = new Uint16Array(room);
    frequencies.set(this.#columns.frequencies);
    const { terms, documents } = this.#columns;
    this.#columns = { terms: longer(terms, room), documents: longer(documents, room), frequencies };
  }
}
