/**
 * Paragraphs of a plain text. A paragraph keeps its exact characters: what comes back are spans of the
 * text, never copies. Lists of links and other non-paragraphs are the business of `articles`.
 */
import { trimSpan, type Span } from './span.js';

/** A line longer than this is no hard-wrapped line but a whole paragraph. */
const LONGEST_WRAPPED_LINE = 120;

// A line end is one of these; "\r\n" must never be taken for two of them, which would be a blank line.
const BLANK_LINES = /(?:\r\n|\n|\r(?!\n)|\u2028)[^\S\n\r\u2028]*(?:\r\n|\n|\r(?!\n)|\u2028)\s*|\u2029\s*/gu;
const LINE_ENDS = /[\n\r\u2028]+/gu;

/**
 * Splits a text at its blank lines. Between two blank lines each line is a paragraph of its own if the lines are not
 * hard-wrapped: if more than half of the characters stand in lines that are too long for that.
 *
 * @returns spans in order, trimmed of white space; only those that hold a letter or a digit.
 */
export function splitParagraphs(text: string): Span[] {
  return splitAt(text, { start: 0, end: text.length }, BLANK_LINES).flatMap((block) => {
    const lines = splitAt(text, block, LINE_ENDS);
    return isWrapped(lines) ? [block] : lines;
  });
}

/** By characters rather than lines: one long address in a hard-wrapped paragraph proves nothing. */
function isWrapped(lines: readonly Span[]): boolean {
  const lengths = lines.map(({ start, end }) => end - start);
  return 2 * sum(lengths.filter((length) => length > LONGEST_WRAPPED_LINE)) <= sum(lengths);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function splitAt(text: string, { start, end }: Span, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(separator)) {
    spans.push({ start: from, end: start + match.index });
    from = start + match.index + match[0].length;
  }
  spans.push({ start: from, end });
  return spans
    .map((span) => trimSpan(text, span))
    .filter((span) => hasWord(text.slice(span.start, span.end)));
}

/** Whether a text holds at least one letter or digit, in any script. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
