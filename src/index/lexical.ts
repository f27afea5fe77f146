/** Postings of a segment: which text a chunk and an article are found by. */
import type { Article } from '../articles/article.js';
import type { Chunk } from '../articles/chunks.js';
import { NO_DOCUMENT, type SegmentPostings } from './postings.js';
import { PostingsBuilder } from './postings-builder.js';
import type { Segment, SegmentSource } from './segment.js';
import { createSlices } from './slices.js';
import { TermNumbers } from './term-numbers.js';
import { TermTable } from './term-table.js';
import type { WordTerms } from './word-terms.js';

/** A chunk's own words weigh three times what its title and its neighbours add. */
const OWN_WEIGHT = 3;

export interface BothPostings {
  /** Terms of each chunk: title once, its own text three times, the chunk before and after once. */
  readonly chunkPostings: SegmentPostings;
  /** Terms of each article with its title. */
  readonly articlePostings: SegmentPostings;
}

/**
 * Builds the postings of a segment in slices; what another segment knows already is taken over from there.
 *
 * @param firstRows - for each source the row of its first chunk, and behind the last how many there are.
 * @param words - those that the run knows; more are added.
 */
export async function buildPostings(
  sources: readonly SegmentSource[],
  firstRows: Uint32Array,
  words: WordTerms,
): Promise<BothPostings> {
  const pause = createSlices();
  const terms = new TermNumbers(words);
  const ofChunks = new PostingsBuilder(firstRows.at(-1) ?? 0, terms);
  const ofArticles = new PostingsBuilder(sources.length, terms);
  for (const [at, source] of sources.entries()) {
    if (source.kind === 'stored') continue;
    const { title, texts } = await numberTerms(source.article, source.chunks, terms, pause);
    addChunks(ofChunks, firstRows[at] ?? 0, title, texts);
    for (const text of [title, ...texts]) ofArticles.count(text);
    ofArticles.end(at);
    await pause();
  }
  for (const segment of new Set(sources.flatMap((one) => (one.kind === 'stored' ? [one.segment] : [])))) {
    const { rows, articles } = renumber(segment, sources, firstRows);
    await ofChunks.absorb({ postings: segment.chunkPostings, numbers: rows }, pause);
    await ofArticles.absorb({ postings: segment.articlePostings, numbers: articles }, pause);
  }
  const table = TermTable.of(terms.terms);
  await pause();
  return {
    chunkPostings: await ofChunks.build(table, pause),
    articlePostings: await ofArticles.build(table, pause),
  };
}

/** The terms of an article's title and of each of its chunks. */
async function numberTerms(
  article: Article,
  chunks: readonly Chunk[],
  terms: TermNumbers,
  pause: () => Promise<void>,
) {
  const texts: number[][] = [];
  for (const { start, end } of chunks) {
    texts.push(terms.numbersOf(article.text.slice(start, end)));
    await pause();
  }
  return { title: terms.numbersOf(article.title), texts };
}

/**
 * A chunk's document is the title, its own text (three times), and the chunks before and after it in the same article: a
 * paragraph says "he" where the one before says who. An article's document is its title and its whole text.
 */
function addChunks(
  builder: PostingsBuilder,
  first: number,
  title: readonly number[],
  texts: readonly (readonly number[])[],
): void {
  for (const [at, own] of texts.entries()) {
    builder.count(own, OWN_WEIGHT);
    for (const around of [title, texts[at - 1] ?? [], texts[at + 1] ?? []]) builder.count(around);
    builder.end(first + at);
  }
}

/** Where the chunks and articles of an earlier segment stand in the new one. */
function renumber(segment: Segment, sources: readonly SegmentSource[], firstRows: Uint32Array) {
  const rows = new Uint32Array(segment.passages.article.length).fill(NO_DOCUMENT);
  const articles = new Uint32Array(segment.articles.length).fill(NO_DOCUMENT);
  sources.forEach((source, at) => {
    if (source.kind !== 'stored' || source.segment !== segment) return;
    articles[source.ordinal] = at;
    const [from = 0, to = 0] = [segment.firstRows[source.ordinal], segment.firstRows[source.ordinal + 1]];
    for (let row = from; row < to; row++) rows[row] = (firstRows[at] ?? 0) + row - from;
  });
  return { rows, articles };
}
