/**
 * Typographic normalisation with an offset map: two texts that a reader would call the same words and marks
 * become the same string, and every position of it leads back to the original's own characters.
 *
 * Folded: Unicode compatibility forms (NFKC), curly and straight quotes, dashes, the ellipsis character,
 * white space, invisible characters, and case. Kept: every letter, digit, accent and mark.
 * Normalised text is for matching only; what is shown is sliced from the original.
 */
import type { Span } from './span.js';

/** A normalised text and the way back. */
export interface NormalizedText {
  readonly text: string;
  /** For each UTF-16 unit of `text`, where the original character it comes from starts. */
  readonly starts: Uint32Array;
  /** For each UTF-16 unit of `text`, where the original character it comes from ends. */
  readonly ends: Uint32Array;
}

// A base character with its combining marks is normalised as one, so that "e" + U+0301 equals "é".
const CHARACTER = /\P{M}\p{M}*|\p{M}+/gsu;

// Soft hyphen, zero-width, bidirectional and other format characters, variation selectors, control characters.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}|(?![\t\n\r\v\f])\p{Cc}/gu;
const SINGLE_QUOTES = /[\u2018-\u201B\u2032\u2035\u02B9\u02BB\u02BC\u0060\u00B4\u2039\u203A\uFF07]/gu;
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033\u2036\u00AB\u00BB\u300C-\u300F\u301D-\u301F\uFF02]/gu;
const DASHES = /[\u2010-\u2015\u2043\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D]/gu;

/**
 * Normalises a text.
 *
 * @returns the empty string (and empty maps) for a text of nothing but white space and invisible characters.
 */
export function normalizeText(original: string): NormalizedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const match of original.matchAll(CHARACTER)) {
    const folded = foldCharacter(match[0]);
    const isSpace = folded === ' ';
    if (isSpace && (text === '' || text.endsWith(' '))) continue;
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
  }
  const length = text.endsWith(' ') ? text.length - 1 : text.length;
  return {
    text: text.slice(0, length),
    starts: Uint32Array.from(starts.slice(0, length)),
    ends: Uint32Array.from(ends.slice(0, length)),
  };
}

/** The original's span behind `[start, end)` of the normalised text. */
export function toOriginalSpan(normalized: NormalizedText, start: number, end: number): Span {
  if (end <= start) {
    const at = normalized.starts[start] ?? normalized.ends.at(-1) ?? 0;
    return { start: at, end: at };
  }
  return { start: normalized.starts[start] ?? 0, end: normalized.ends[end - 1] ?? 0 };
}

function foldCharacter(character: string): string {
  const code = character.length === 1 ? character.charCodeAt(0) : Number.POSITIVE_INFINITY;
  if (code > 0x20 && code < 0x7f && code !== 0x60) return character.toLowerCase(); // plain ASCII, nearly always
  const folded = character
    .replace(DOUBLE_QUOTES, '"')
    .replace(SINGLE_QUOTES, "'")
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .toLowerCase();
  return /^\s+$/u.test(folded) ? ' ' : folded;
}
