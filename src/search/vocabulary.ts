/**
 * Words that the articles have, found by how they are spelt. An index holds terms and no words, so the words of a term are
 * read from the texts; only those of the few terms that come near a misspelt word.
 */
import type { Postings } from '../index/postings.js';
import type { Snapshot } from '../index/snapshot.js';
import { termOfWord } from '../text/terms.js';
import { visitWords } from '../text/words.js';

/** So many chunks of a term are read; in two of three the term is only in the title or a neighbour. */
const MOST_CHUNKS = 50;
/** Letters that a term and its words begin with alike, but for accents. */
const COMMON_LETTERS = 2;
/** Sets capitals and small letters of ASCII apart. */
const CASE_BIT = 0x20;
const POSSESSIVE = /['’]s$/iu;

/** Terms of these lengths that share the first letter or the second, in order: a slip in both is rare. */
export function termsLike(postings: Postings, word: string, from: number, to: number): string[] {
  const found = new Set<string>();
  for (const { postings: part } of postings.parts) {
    for (const term of part.terms.termsLike(word, from, to)) found.add(term);
  }
  return [...found].toSorted();
}

/** The words of a term as some chunks have them, one by one and with repetitions. */
export function* wordsOfTerm(snapshot: Snapshot, term: string): Generator<string> {
  if (!/^\p{L}+$/u.test(term.slice(0, COMMON_LETTERS))) return;
  for (const row of firstRows(snapshot, term)) yield* wordsIn(textOf(snapshot, row), term);
}

function wordsIn(text: string, term: string): string[] {
  const words: string[] = [];
  visitWords(text, (start, end) => {
    if (!mayBeginAlike(text, start, term)) return;
    const word = text.slice(start, end).replace(POSSESSIVE, '');
    if (termOfWord(word) === term) words.push(word);
  });
  return words;
}

/** Says no for nearly all words, at the cost of a look at their first letters. */
function mayBeginAlike(text: string, start: number, term: string): boolean {
  for (let at = 0; at < COMMON_LETTERS; at++) {
    const code = text.charCodeAt(start + at);
    const isPlain = code < 0x80;
    if (isPlain && (code | CASE_BIT) !== term.charCodeAt(at)) return false;
  }
  return true;
}

/** Whether a word is written as names are. */
export function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function firstRows({ chunkPostings }: Snapshot, term: string): number[] {
  const rows: number[] = [];
  chunkPostings.forEach(term, (row) => {
    if (rows.length < MOST_CHUNKS) rows.push(row);
  });
  return rows;
}

/** A chunk's text, behind the title of its article. */
function textOf({ chunkAt, articles }: Snapshot, row: number): string {
  const { article = -1, start = 0, end = 0 } = chunkAt(row) ?? {};
  const { title = '', text = '' } = articles[article] ?? {};
  return `${title}\n${text.slice(start, end)}`;
}
