/** Postings of a segment: which text a chunk and an article are found by. */
import type { Article } from '../articles/article.js';
import type { Chunk } from '../articles/chunks.js';
import { NumberList } from './number-list.js';
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
  const list = new NumberList();
  const ofChunks = new PostingsBuilder(firstRows.at(-1) ?? 0, terms);
  const ofArticles = new PostingsBuilder(sources.length, terms);
  for (const [at, source] of sources.entries()) {
    if (source.kind === 'stored') continue;
    const ends = await numberTerms(source.article, source.chunks, terms, list, pause);
    addChunks(ofChunks, firstRows[at] ?? 0, list, ends);
    ofArticles.count(list.values, 1, 0, list.length);
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

/**
 * The terms of an article's title and of each of its chunks.
 *
 * @param list - what was in it before is gone.
 * @returns where those of the title, and then of each chunk, end in the list.
 */
async function numberTerms(
  article: Article,
  chunks: readonly Chunk[],
  terms: TermNumbers,
  list: NumberList,
  pause: () => Promise<void>,
): Promise<number[]> {
  list.clear();
  terms.addTo(list, article.title);
  const ends = [list.length];
  const { text } = article;
  for (const { start, end } of chunks) {
    terms.addTo(list, text.slice(start, end));
    ends.push(list.length);
    await pause();
  }
  return ends;
}

/**
 * A chunk's document is the title, its own text (three times), and the chunks before and after it in the same article: a
 * paragraph says "he" where the one before says who. An article's document is its title and its whole text.
 */
function addChunks(
  builder: PostingsBuilder,
  first: number,
  { values }: NumberList,
  ends: readonly number[],
): void {
  const title = ends[0] ?? 0;
  for (let at = 1; at < ends.length; at++) {
    const [from = 0, to = 0] = [ends[at - 1], ends[at]];
    builder.count(values, OWN_WEIGHT, from, to);
    builder.count(values, 1, 0, title);
    builder.count(values, 1, ends[at - 2] ?? from, from);
    builder.count(values, 1, to, ends[at + 1] ?? to);
    builder.end(first + at - 1);
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
