/** Postings of a snapshot: which text a chunk and an article are found by. */
import type { Article } from '../articles/article.js';
import { termsOf } from '../text/terms.js';
import { countTerms, PostingsBuilder, type Postings } from './postings.js';
import { createSlices } from './slices.js';
import type { IndexedChunk } from './snapshot.js';

/** A chunk's own words weigh three times what its title and its neighbours add. */
const OWN_WEIGHT = 3;

/**
 * Builds the postings in slices.
 *
 * A chunk's document is the title, its own text (three times), and the chunks before and after it in the same article: a
 * paragraph says "he" where the one before says who. An article's document is its title and its whole text.
 */
export async function buildPostings(
  articles: readonly Article[],
  chunks: readonly IndexedChunk[],
): Promise<{ readonly chunkPostings: Postings; readonly articlePostings: Postings }> {
  const pause = createSlices();
  const ofChunks = new PostingsBuilder();
  const ofArticles = new PostingsBuilder();
  let next = 0;
  for (const [number, article] of articles.entries()) {
    const title = termsOf(article.title);
    const texts: string[][] = [];
    for (; chunks[next]?.article === number; next++) {
      const { start, end } = chunks[next] ?? { start: 0, end: 0 };
      texts.push(termsOf(article.text.slice(start, end)));
      await pause();
    }
    for (const [at, own] of texts.entries()) {
      const around = [...title, ...(texts[at - 1] ?? []), ...(texts[at + 1] ?? [])];
      ofChunks.add(countTerms(around, 1, countTerms(own, OWN_WEIGHT)));
    }
    ofArticles.add(countTerms([...title, ...texts.flat()]));
    await pause();
  }
  return { chunkPostings: ofChunks.build(), articlePostings: ofArticles.build() };
}
