/**
 * Postings: under each term, the documents it is in and how often, as typed arrays in compressed sparse row
 * form, so that a search touches a few contiguous runs of memory and no objects.
 */

/** The inverted index of a list of documents. */
export interface Postings {
  /** Number of a term; its postings are at `offsets[n]` up to `offsets[n + 1]`. */
  readonly terms: ReadonlyMap<string, number>;
  readonly offsets: Uint32Array;
  readonly documents: Uint32Array;
  /** Frequency of the term in the document at the same position. */
  readonly frequencies: Uint16Array;
  /** Length of each document in terms. */
  readonly lengths: Uint32Array;
}

/** The largest frequency that is kept; a term that stands more often in one document counts this often. */
const MAX_FREQUENCY = 0xffff;

/** Collects documents one by one, so that a caller may pause between them. */
export class PostingsBuilder {
  readonly #terms = new Map<string, number>();
  readonly #documents: number[][] = [];
  readonly #frequencies: number[][] = [];
  readonly #lengths: number[] = [];

  /** Adds the next document: its terms with their frequencies (whole numbers from 1). */
  add(frequencies: ReadonlyMap<string, number>): void {
    const document = this.#lengths.length;
    let length = 0;
    for (const [term, frequency] of frequencies) {
      const number = this.#numberOf(term);
      this.#documents[number]?.push(document);
      this.#frequencies[number]?.push(Math.min(frequency, MAX_FREQUENCY));
      length += frequency;
    }
    this.#lengths.push(length);
  }

  build(): Postings {
    const offsets = new Uint32Array(this.#terms.size + 1);
    this.#documents.forEach((list, term) => (offsets[term + 1] = (offsets[term] ?? 0) + list.length));
    const documents = new Uint32Array(offsets.at(-1) ?? 0);
    const frequencies = new Uint16Array(documents.length);
    this.#documents.forEach((list, term) => documents.set(list, offsets[term]));
    this.#frequencies.forEach((list, term) => frequencies.set(list, offsets[term]));
    return { terms: this.#terms, offsets, documents, frequencies, lengths: Uint32Array.from(this.#lengths) };
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
