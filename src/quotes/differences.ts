/** The words that differ between a quotation and its source, as runs, in the characters of both. */
import type { Article } from '../articles/article.js';
import type { Span } from '../text/span.js';
import type { Quotation } from './quotation.js';
import { gapAt } from './same-words.js';
import type { Source } from './source.js';
import { articleAt, BORDER, type WordIndex } from './word-index.js';
import type { Difference } from './verdict.js';
import { mayJoin, readWords } from './words.js';

/** A difference may be a mark that only says that words are left out. */
export const ELLIPSIS = /(?:\[\s*)?(?:…|\.\s?\.\s?\.+)(?:\s*\])?/u;
/** Words at either end are taken for replaced ones only when they are few: many are from elsewhere. */
const MOST_REPLACED_AT_END = 3;
const SENTENCE_END = /[.!?…。！？؟]/u;

/** Positions of words on both sides; `to` is the one after the last. */
interface Run {
  readonly at: number;
  readonly atEnd: number;
  readonly place: number;
  readonly placeEnd: number;
}

/** What the article has where the quotation comes from, and how the two differ. */
interface Reading {
  readonly article: Article;
  readonly span: Span;
  readonly differences: readonly Difference[];
}

/** @returns undefined when no word is equal. */
export function readDifferences(
  index: WordIndex,
  quotation: Quotation,
  { pairs, isElided, isFragment }: Source,
): Reading | undefined {
  const equal = pairs.filter(({ isEqual }) => isEqual);
  const [first, last] = [equal[0], equal.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const article = index.articles[articleAt(index, first.place)];
  if (article === undefined) return undefined;
  const runs: Run[] = isFragment === true ? [] : [runBefore(index, first)];
  for (const [n, { at, place }] of equal.entries()) {
    const next = equal[n + 1];
    if (next !== undefined) runs.push({ at: at + 1, atEnd: next.at, place: place + 1, placeEnd: next.place });
  }
  if (isFragment !== true) runs.push(runBehind(index, quotation, last));
  const differences = runs
    .filter((run) => run.at < run.atEnd || run.place < run.placeEnd)
    .map((run) => toDifference(index, article, quotation, run))
    .filter(({ quoted, original }) => !areSameWords(quoted, original))
    // What stands beyond the ellipsis is a place of its own.
    .filter(({ quoted, original }) => isElided !== true || original !== '' || !isOtherPart(quoted));
  const start = Math.min(first.place, runs[0]?.place ?? first.place);
  const end = Math.max(last.place + 1, runs.at(-1)?.placeEnd ?? 0);
  return { article, span: { start: index.starts[start] ?? 0, end: index.ends[end - 1] ?? 0 }, differences };
}

/** Words of a difference that are only the other part of a quotation from two places. */
const OTHER_PART = 4;

export function isOtherPart(quoted: string): boolean {
  return [...readWords(quoted)].length > OTHER_PART;
}

/** Words before the first equal one: replaced, if the article has as many right before in the same sentence. */
function runBefore(index: WordIndex, { at, place }: { at: number; place: number }): Run {
  const start = isReplaceable(index, place - at, place) && at <= MOST_REPLACED_AT_END ? place - at : place;
  return { at: 0, atEnd: at, place: start, placeEnd: place };
}

function runBehind(
  index: WordIndex,
  { words }: Quotation,
  { at, place }: { at: number; place: number },
): Run {
  const count = words.length - 1 - at;
  const isReplaced = count <= MOST_REPLACED_AT_END && isReplaceable(index, place, place + count);
  return {
    at: at + 1,
    atEnd: words.length,
    place: place + 1,
    placeEnd: place + 1 + (isReplaced ? count : 0),
  };
}

/** Whether the words at `first` to `last` stand in one sentence of one stretch. */
function isReplaceable(index: WordIndex, first: number, last: number): boolean {
  if (first < 0 || index.ids.subarray(first, last + 1).includes(BORDER)) return false;
  for (let place = first; place < last; place++) {
    if (SENTENCE_END.test(gapAt(index, place))) return false;
  }
  return true;
}

function toDifference(index: WordIndex, article: Article, quotation: Quotation, run: Run): Difference {
  const span =
    run.place < run.placeEnd
      ? { start: index.starts[run.place] ?? 0, end: index.ends[run.placeEnd - 1] ?? 0 }
      : emptySpan(index, run);
  return {
    quoted: quotedWords(quotation, run),
    original: article.text.slice(span.start, span.end),
    originalSpan: span,
  };
}

/** Where nothing stands: behind the word before, or before the quotation's first word. */
function emptySpan(index: WordIndex, { at, place }: Run): Span {
  const offset = at === 0 ? (index.starts[place] ?? 0) : (index.ends[place - 1] ?? 0);
  return { start: offset, end: offset };
}

/** The user's words; where there are none, the ellipsis that stands for them, if there is one. */
function quotedWords({ text, words }: Quotation, { at, atEnd }: Run): string {
  if (at < atEnd) return withBrackets(text, words[at]?.start ?? 0, words[atEnd - 1]?.end ?? 0);
  const gap = text.slice(words[at - 1]?.end, words[at]?.start);
  return ELLIPSIS.exec(gap)?.[0] ?? '';
}

/** Words put in by whoever quotes keep the brackets that say so. */
function withBrackets(text: string, start: number, end: number): string {
  const isPutIn = text.charAt(start - 1) === '[' && text.charAt(end) === ']';
  return isPutIn ? text.slice(start - 1, end + 1) : text.slice(start, end);
}

/** How a difference is marked by whoever quotes: an ellipsis for what is left out, brackets around what is put in. */
export function markOf({ quoted }: Difference): 'ellipsis' | 'brackets' | undefined {
  if (ELLIPSIS.exec(quoted)?.[0] === quoted && quoted !== '') return 'ellipsis';
  return quoted.startsWith('[') && quoted.endsWith(']') ? 'brackets' : undefined;
}

/** Runs that differ only in how the same words are written together are no difference. */
function areSameWords(quoted: string, original: string): boolean {
  const [ours, theirs] = [joined(quoted), joined(original)];
  return ours !== undefined && ours === theirs;
}

function joined(text: string): string | undefined {
  let [key, end] = ['', 0];
  for (const word of readWords(text)) {
    if (key !== '' && !mayJoin(key, text.slice(end, word.start), word.key)) return undefined;
    [key, end] = [key + word.key, word.end];
  }
  return key;
}
