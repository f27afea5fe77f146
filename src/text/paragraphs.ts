/**
 * Paragraphs of a plain text. A paragraph keeps its exact characters: what comes back are spans of the
 * text, never copies. Lists of links and other non-paragraphs are the business of `articles`.
 */
import { trimSpan, type Span } from './span.js';

/** A line longer than this is no hard-wrapped line but a whole paragraph. */
const LONGEST_WRAPPED_LINE = 120;

const BLANK_LINES = /(?:\r\n|[\n\r\u2028])[^\S\n\r\u2028]*(?:\r\n|[\n\r\u2028])\s*|\u2029\s*/gu;
const LINE_ENDS = /[\n\r\u2028\u2029]+/gu;

/**
 * Splits a text at its blank lines. A text without any, but with long lines, has one paragraph a line.
 *
 * @returns spans in order, trimmed of white space; only those that hold a letter or a digit.
 */
export function splitParagraphs(text: string): Span[] {
  const byBlankLine = splitAt(text, BLANK_LINES);
  const only = byBlankLine[0];
  if (byBlankLine.length > 1 || only === undefined) return byBlankLine;
  const byLine = splitAt(text, LINE_ENDS);
  return byLine.some((line) => line.end - line.start > LONGEST_WRAPPED_LINE) ? byLine : byBlankLine;
}

function splitAt(text: string, separator: RegExp): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(separator)) {
    spans.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  spans.push({ start, end: text.length });
  return spans
    .map((span) => trimSpan(text, span))
    .filter((span) => hasWord(text.slice(span.start, span.end)));
}

/** Whether a text holds at least one letter or digit, in any script. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
