/** Possible paraphrases: sentences that share rare words with a quotation and are close to it for the embedding. */
import type { Article } from '../articles/article.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Postings } from '../index/postings.js';
import type { Snapshot } from '../index/snapshot.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { termsOf } from '../text/terms.js';
import { dot } from './meaning-of-match.js';
import type { IsSearched } from './quotation.js';
import { THRESHOLDS } from './thresholds.js';
import { topEntries } from './top-entries.js';

export interface Paraphrase {
  readonly article: Article;
  /** The sentence. */
  readonly span: Span;
  readonly cosine: number;
}

interface Sentence {
  readonly article: Article;
  readonly span: Span;
  readonly coverage: Coverage;
}

/** Share of the rarity of one side's terms that the other side has: the smaller and the larger of both ways. */
interface Coverage {
  readonly smaller: number;
  readonly larger: number;
}

/** Chunks whose sentences are compared. */
const CHUNKS = 12;

/**
 * Asks the embedder for the quotation and at most a few sentences, and for nothing when no sentence shares enough words.
 *
 * @returns best first.
 */
export async function findParaphrases(
  snapshot: Snapshot,
  quote: string,
  embedder: Embedder,
  isSearched?: IsSearched,
): Promise<Paraphrase[]> {
  const { cosine, smaller, larger, sentences } = THRESHOLDS.paraphrase;
  const near = listSentences(snapshot, quote, isSearched)
    .filter(({ coverage }) => coverage.smaller >= smaller && coverage.larger >= larger)
    .toSorted((a, b) => b.coverage.smaller - a.coverage.smaller)
    .slice(0, sentences);
  if (near.length === 0) return [];
  const vector = await embedder.embedQuestion(quote);
  const found: Paraphrase[] = [];
  for (const { article, span } of near) {
    // The same prompt on both sides: two statements are compared, not a question and its answer.
    const other = await embedder.embedQuestion(article.text.slice(span.start, span.end));
    found.push({ article, span, cosine: dot(vector, other) });
  }
  return found.filter((one) => one.cosine >= cosine).toSorted((a, b) => b.cosine - a.cosine);
}

function listSentences(snapshot: Snapshot, quote: string, isSearched?: IsSearched): Sentence[] {
  const { articles, chunkPostings } = snapshot;
  const terms = new Set(termsOf(quote));
  return bestChunks(snapshot, terms, isSearched).flatMap((row) => {
    const chunk = snapshot.chunkAt(row);
    const article = chunk === undefined ? undefined : articles[chunk.article];
    if (chunk === undefined || article === undefined) return [];
    const text = article.text.slice(chunk.start, chunk.end);
    return splitSentences(text, article.language).map(({ start, end }) => ({
      article,
      span: { start: chunk.start + start, end: chunk.start + end },
      coverage: coverageOf(chunkPostings, terms, new Set(termsOf(text.slice(start, end)))),
    }));
  });
}

function bestChunks(snapshot: Snapshot, terms: ReadonlySet<string>, isSearched?: IsSearched): number[] {
  const { chunkPostings: postings } = snapshot;
  const sums = new Float64Array(postings.size);
  for (const term of terms) {
    const rarity = rarityOf(postings, term);
    postings.forEach(term, (row) => (sums[row] = (sums[row] ?? 0) + rarity));
  }
  if (isSearched !== undefined) {
    sums.forEach((sum, row) => {
      if (sum > 0 && !isSearched(snapshot.chunkAt(row)?.article ?? -1)) sums[row] = 0;
    });
  }
  return topEntries(sums, CHUNKS);
}

function coverageOf(postings: Postings, one: ReadonlySet<string>, other: ReadonlySet<string>): Coverage {
  const weigh = (terms: Iterable<string>) => {
    let sum = 0;
    for (const term of terms) sum += rarityOf(postings, term);
    return sum;
  };
  const shared = weigh([...one].filter((term) => other.has(term)));
  const [first, second] = [weigh(one), weigh(other)];
  if (shared === 0) return { smaller: 0, larger: 0 };
  return { smaller: shared / Math.max(first, second), larger: shared / Math.min(first, second) };
}

function rarityOf(postings: Postings, term: string): number {
  return Math.log(1 + postings.documents / (postings.countOf(term) + 0.5));
}
