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

/**
 * A new number cuts all articles into chunks again, and reads their terms again. Only texts that are new by it are embedded.
 */
export const CHUNKING_VERSION = 3;

/** A paragraph with fewer characters is joined to the next one, or to the one before where there is no next. */
const SHORT_PARAGRAPH = 40;
/** A longer paragraph is searched in windows; well inside the model's 512 tokens. */
const LONG_PARAGRAPH = 1200;

/** All that may stand between joined paragraphs: white space and Markdown's marks of quotes and list items. */
const ONLY_MARKS = /^\s*(?:(?:[>*+-]|\d{1,9}[.)])\s+)*$/u;

/** Splits an article into chunks, in order. Every paragraph is in at least one. */
export function splitChunks(article: Article): Chunk[] {
  return splitAtLeftOut(article)
    .flatMap(joinShort)
    .flatMap((group) => (lengthOf(group) > LONG_PARAGRAPH ? splitLong(article, group) : [joinAll(group)]));
}

/** Runs of paragraphs with nothing between them that was left out: a chunk is shown with all that is in it. */
function splitAtLeftOut({ text, paragraphs }: Article): Paragraph[][] {
  const runs: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (before !== undefined && ONLY_MARKS.test(text.slice(before.end, paragraph.start)))
      run?.push(paragraph);
    else runs.push([paragraph]);
  }
  return runs;
}

function joinShort(run: readonly Paragraph[]): Paragraph[][] {
  const groups: Paragraph[][] = [];
  let waiting: Paragraph[] = [];
  for (const paragraph of run) {
    waiting.push(paragraph);
    if (lengthOf(waiting) < SHORT_PARAGRAPH) continue;
    groups.push(waiting);
    waiting = [];
  }
  if (waiting.length > 0) groups.push([...(groups.pop() ?? []), ...waiting]);
  return groups;
}

function lengthOf(group: readonly Paragraph[]): number {
  return (group.at(-1)?.end ?? 0) - (group[0]?.start ?? 0);
}

function joinAll(group: readonly Paragraph[]): Chunk {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError('a chunk holds at least one paragraph');
  return { start: first.start, end: last.end, first: first.number, last: last.number };
}

/** Windows of whole sentences; a sentence that is too long for one has a window of its own. */
function splitLong(article: Article, group: readonly Paragraph[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const sentence of group.flatMap((paragraph) => sentencesOf(article, paragraph))) {
    const last = chunks.at(-1);
    if (last !== undefined && sentence.end - last.start <= LONG_PARAGRAPH)
      chunks[chunks.length - 1] = { ...last, end: sentence.end, last: sentence.last };
    else chunks.push(sentence);
  }
  return chunks;
}

function sentencesOf(article: Article, paragraph: Paragraph): Chunk[] {
  const { number, start: offset } = paragraph;
  return splitSentences(paragraphText(article, paragraph), article.language).map(({ start, end }) => ({
    start: offset + start,
    end: offset + end,
    first: number,
    last: number,
  }));
}
