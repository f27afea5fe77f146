/** The sentence that answers, inside a passage: what a reader should look at first. */
import type { Postings } from '../index/postings.js';
import type { Snapshot } from '../index/snapshot.js';
import { idf } from '../search/bm25.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { termsOf } from '../text/terms.js';

/** Spans of the article's text inside a chunk that answer; a chunk may be a window of a long paragraph. */
export function highlightChunk(snapshot: Snapshot, row: number, question: string): Span[] {
  const chunk = snapshot.chunks[row];
  const article = snapshot.articles[chunk?.article ?? -1];
  if (chunk === undefined || article === undefined) return [];
  const text = article.text.slice(chunk.start, chunk.end);
  const sentence = findAnsweringSentence(text, question, snapshot.chunkPostings, article.language);
  if (sentence === undefined) return [];
  return [{ start: chunk.start + sentence.start, end: chunk.start + sentence.end }];
}

/**
 * Finds the sentence that shares most with the question. A shared term counts by its rarity in the collection and by
 * its rarity among the sentences of this very text: what all of them hold tells none apart.
 *
 * @returns the sentence's span in `text`, or undefined when no sentence shares a term with the question.
 */
export function findAnsweringSentence(
  text: string,
  question: string,
  postings: Postings,
  language?: string,
): Span | undefined {
  const wanted = new Set(termsOf(question));
  const sentences = splitSentences(text, language).map((span) => ({
    span,
    shared: new Set(termsOf(text.slice(span.start, span.end)).filter((term) => wanted.has(term))),
  }));
  const weights = new Map<string, number>();
  for (const term of wanted) {
    const holding = sentences.filter(({ shared }) => shared.has(term)).length;
    if (holding > 0) weights.set(term, idf(postings, term) * Math.log(1 + sentences.length / holding));
  }
  let best: Span | undefined;
  let highest = 0;
  for (const { span, shared } of sentences) {
    let score = 0;
    for (const term of shared) score += weights.get(term) ?? 0;
    if (score > highest) [best, highest] = [span, score];
  }
  return best;
}
