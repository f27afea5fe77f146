/**
 * BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework") over typed-array postings.
 * Parameters k1 = 0.9 and b = 0.4, as is usual for passages of news.
 */
import { NO_DOCUMENT, type Postings, type PostingsPart } from '../index/postings.js';

const K1 = 0.9;
const B = 0.4;

/** No term can add more to a score than its idf times this. */
export const LARGEST_TERM_WEIGHT = K1 + 1;

/** Rarity of a term: ln(1 + (N - n + .5) / (n + .5)), n of N documents; a term nowhere found is the rarest. */
export function idf(postings: Postings, term: string): number {
  const found = postings.countOf(term);
  return Math.log(1 + (postings.documents - found + 0.5) / (found + 0.5));
}

/**
 * Scores the documents that have a term of the question.
 *
 * @param terms - distinct terms of the question.
 * @param into - zeros, `postings.size` of them; by default a new array.
 * @returns `into`, with the score of each document at its number. Cost: the postings of the terms.
 */
export function scoreBm25(
  postings: Postings,
  terms: Iterable<string>,
  into: Float64Array = new Float64Array(postings.size),
): Float64Array {
  for (const term of terms) {
    const weight = idf(postings, term) * (K1 + 1);
    for (const part of postings.parts) addTerm(into, part, term, weight, postings.averageLength);
  }
  return into;
}

function addTerm(
  scores: Float64Array,
  { postings, numbers }: PostingsPart,
  term: string,
  weight: number,
  average: number,
): void {
  const { terms, offsets, documents, frequencies, lengths } = postings;
  const number = terms.numberOf(term);
  if (number === undefined) return;
  const end = offsets[number + 1] ?? 0;
  for (let at = offsets[number] ?? 0; at < end; at++) {
    const own = documents[at] ?? 0;
    const document = numbers[own] ?? NO_DOCUMENT;
    if (document === NO_DOCUMENT) continue;
    const frequency = frequencies[at] ?? 0;
    const norm = K1 * (1 - B + (B * (lengths[own] ?? 0)) / average);
    scores[document] = (scores[document] ?? 0) + (weight * frequency) / (frequency + norm);
  }
}
