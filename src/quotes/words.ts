/**
 * Words as a quotation is compared: with their places, and with a key that is the same for every way of writing the same
 * word. Unlike the terms of `text`, keys are not stemmed and keep their accents: "policies" is not "policy".
 */
import type { Span } from '../text/span.js';

/** A word as it stands in a text. */
export interface Word extends Span {
  readonly key: string;
}

/** Scripts written without spaces: every character is a word there, and a match may begin or end at any. */
const UNSPACED =
  'ー\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Letters, digits, and the marks and invisible characters inside a word, such as the Persian half space. */
const LETTERS = `[[\\p{L}\\p{N}\\p{M}\\p{Cf}]--[${UNSPACED}]]+`;

/**
 * In this order: one character of an unspaced script; a dotted abbreviation; anything else, with its currency or per cent
 * sign (5 dollars are not 5 euros), inner apostrophes and separators of numbers. "[n]othing" is one word.
 */
const WORD = new RegExp(
  `[${UNSPACED}][\\p{M}\\p{Cf}]*` +
    `|\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])` +
    `|\\p{Sc}?(?:\\[\\p{L}+\\])?${LETTERS}(?:(?:(?<=\\p{N})[.,](?=\\p{N})|['’ʼ＇](?=\\p{L}))${LETTERS})*%?`,
  'gv',
);

/** Contractions that are another word without the apostrophe ("we're", "were"): they keep it. */
const KEEP_APOSTROPHE = new Set(`i'll he'll she'll we'll i'd she'd we'd we're`.split(' '));

const PLAIN = /^[a-z0-9]+$/u;

/** The words of a text, in order. Lazy, so that long texts can be read in slices. */
export function* readWords(text: string, from = 0, to = text.length): Generator<Word> {
  const piece = from === 0 && to === text.length ? text : text.slice(from, to);
  for (const match of piece.matchAll(WORD)) {
    const key = wordKey(match[0]);
    const start = from + match.index;
    if (key !== '') yield { start, end: start + match[0].length, key };
  }
}

/**
 * Folds case, Unicode forms (composed or not, full or half width), apostrophes, dots of abbreviations, thousands separators
 * and the Arabic forms of Persian letters. A decimal point stays: 1.5 is not 15.
 */
export function wordKey(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  const folded = word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\p{Cf}\uFE00-\uFE0F\u0640[\]]/gu, '')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[’ʼ]/gu, "'");
  if (KEEP_APOSTROPHE.has(folded)) return folded;
  return folded
    .replaceAll("'", '')
    .replace(/(?<=\p{L})\./gu, '')
    .replace(/(?<=\p{N}),(?=\p{N}{3}(?!\p{N}))/gu, '')
    .replace(/^\p{M}+$/u, '');
}

/**
 * Whether two neighbouring words may be taken as one, because a reader would call the difference one of marks:
 * "under-age" and "underage". White space between them makes two words ("a part", "apart"), except in the Arabic script,
 * where space and half space are a matter of typing; digits never grow together (9/11 is not 911).
 */
export function mayJoin(left: string, between: string, right: string): boolean {
  if (/\p{N}%?$/u.test(left) && /^\p{N}/u.test(right)) return false;
  return !/\s/u.test(between) || /^\p{Script=Arabic}+$/u.test(left + right);
}
