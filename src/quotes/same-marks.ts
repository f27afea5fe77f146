/** Tells "exact" from "exact apart from punctuation": where the words are the same, are the marks? */
import type { Article } from '../articles/article.js';
import type { Span } from '../text/span.js';
import type { Quotation } from './quotation.js';

/**
 * Where the quotation's own characters stand around its words.
 *
 * What no reader sees is no difference: curly or straight marks of the same kind, composed or decomposed letters, invisible
 * characters, and white space (a line end is a space). Case, dashes, the ellipsis and every other mark are.
 *
 * @param words - span of the article's words, which are the quotation's.
 * @param limits - the paragraphs they stand in; marks beyond belong to other text.
 * @returns undefined when the marks differ.
 */
export function spanOfSameMarks(
  article: Article,
  { text, core, words: own }: Quotation,
  words: Span,
  limits: Span,
): Span | undefined {
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const inner = foldMarks(text.slice(first.start, last.end));
  if (inner !== foldMarks(article.text.slice(words.start, words.end))) return undefined;
  const before = text.slice(core.start, first.start);
  const after = text.slice(last.end, core.end);
  const start = reach(before, (length) =>
    words.start - length < limits.start ? undefined : article.text.slice(words.start - length, words.start),
  );
  const end = reach(after, (length) =>
    words.end + length > limits.end ? undefined : article.text.slice(words.end, words.end + length),
  );
  if (start === undefined || end === undefined) return undefined;
  return { start: words.start - start, end: words.end + end };
}

/** Invisible characters may make the article's marks a little longer than the quotation's. */
const SLACK = 4;

/** How many of the article's characters are the same marks; undefined when none are. */
function reach(marks: string, cut: (length: number) => string | undefined): number | undefined {
  const wanted = foldMarks(marks);
  if (wanted === '') return 0;
  for (let length = 1; length <= Math.min(marks.length, LONGEST_MARKS) + SLACK; length++) {
    const candidate = cut(length);
    if (candidate === undefined) return undefined;
    if (foldMarks(candidate) === wanted) return length;
  }
  return undefined;
}

/** Longer marks before the first or after the last word stand in no article. */
const LONGEST_MARKS = 40;

function foldMarks(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cf}\uFE00-\uFE0F]/gu, '')
    .replace(/[\u2018-\u201B\u02BC`´]/gu, "'")
    .replace(/[\u201C-\u201F]/gu, '"')
    .replace(/\s+/gu, ' ');
}
