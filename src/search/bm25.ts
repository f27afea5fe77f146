/**
 * BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework") over typed-array postings.
 * Parameters k1 = 0.9 and b = 0.4, as is usual for passages of news.
 */
import type { Postings } from '../index/postings.js';

const K1 = 0.9;
const B = 0.4;

/** No term can add more to a score than its idf times this. */
export const LARGEST_TERM_WEIGHT = K1 + 1;

/** Average length of the documents, in terms; 0 without documents. */
function averageLength({ lengths }: Postings): number {
  let sum = 0;
  for (const length of lengths) sum += length;
  return lengths.length === 0 ? 0 : sum / lengths.length;
}

/** Averages are asked for with every question but belong to the postings. */
const averages = new WeakMap<Postings, number>();

function knownAverage(postings: Postings): number {
  let average = averages.get(postings);
  if (average === undefined) {
    average = averageLength(postings);
    averages.set(postings, average);
  }
  return average;
}

/** Rarity of a term: ln(1 + (N - n + .5) / (n + .5)), n of N documents; a term nowhere found is the rarest. */
export function idf(postings: Postings, term: string): number {
  const number = postings.terms.get(term);
  const found =
    number === undefined ? 0 : (postings.offsets[number + 1] ?? 0) - (postings.offsets[number] ?? 0);
  return Math.log(1 + (postings.lengths.length - found + 0.5) / (found + 0.5));
}

/**
 * Scores every document.
 *
 * @param terms - distinct terms of the question.
 * @returns one score a document, 0 where no term is found. Cost: the postings of the terms, plus N.
 */
export function scoreBm25(postings: Postings, terms: Iterable<string>): Float64Array {
  const scores = new Float64Array(postings.lengths.length);
  const average = knownAverage(postings);
  for (const term of terms) {
    const number = postings.terms.get(term);
    if (number === undefined) continue;
    addTerm(scores, postings, number, idf(postings, term), average);
  }
  return scores;
}

function addTerm(
  scores: Float64Array,
  { offsets, documents, frequencies, lengths }: Postings,
  term: number,
  weight: number,
  average: number,
): void {
  const end = offsets[term + 1] ?? 0;
  for (let at = offsets[term] ?? 0; at < end; at++) {
    const document = documents[at] ?? 0;
    const frequency = frequencies[at] ?? 0;
    const norm = K1 * (1 - B + (B * (lengths[document] ?? 0)) / average);
    scores[document] = (scores[document] ?? 0) + (weight * (frequency * (K1 + 1))) / (frequency + norm);
  }
}
