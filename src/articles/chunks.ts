/**
 * Chunks: what is embedded and scored. Mostly a paragraph; a very short one goes with its neighbour, a very
 * long one is searched in windows of whole sentences. Only search sees chunks: readers see paragraphs.
 */
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { paragraphText, type Article, type Paragraph } from './article.js';

/** A piece of an article's text with the numbers of the first and last paragraph it touches. */
export interface Chunk extends Span {
  readonly first: number;
  readonly last: number;
}

/** Part of the index fingerprint: a new number here re-embeds everything. */
export const CHUNKING_VERSION = 1;

/** A paragraph with fewer characters is joined to the next one (the last: to the one before). */
const SHORT_PARAGRAPH = 40;
/** A longer paragraph is searched in windows; well inside the model's 512 tokens. */
const LONG_PARAGRAPH = 1200;

/** Splits an article into chunks, in order. Every paragraph is in at least one. */
export function splitChunks(article: Article): Chunk[] {
  return joinShort(article).flatMap((group) => {
    const [first, last] = [group[0], group.at(-1)];
    if (first === undefined || last === undefined) return [];
    const chunk = { start: first.start, end: last.end, first: first.number, last: last.number };
    return group.length === 1 && chunk.end - chunk.start > LONG_PARAGRAPH
      ? splitLong(article, first)
      : [chunk];
  });
}

function joinShort(article: Article): Paragraph[][] {
  const groups: Paragraph[][] = [];
  let waiting: Paragraph[] = [];
  for (const paragraph of article.paragraphs) {
    waiting.push(paragraph);
    if (paragraph.end - paragraph.start < SHORT_PARAGRAPH) continue;
    groups.push(waiting);
    waiting = [];
  }
  if (waiting.length > 0) {
    const before = groups.pop();
    groups.push([...(before ?? []), ...waiting]);
  }
  return groups;
}

function splitLong(article: Article, paragraph: Paragraph): Chunk[] {
  const chunks: Chunk[] = [];
  for (const sentence of splitSentences(paragraphText(article, paragraph), article.language)) {
    const start = paragraph.start + sentence.start;
    const end = paragraph.start + sentence.end;
    const last = chunks.at(-1);
    if (last !== undefined && end - last.start <= LONG_PARAGRAPH)
      chunks[chunks.length - 1] = { ...last, end };
    else chunks.push({ start, end, first: paragraph.number, last: paragraph.number });
  }
  return chunks;
}
