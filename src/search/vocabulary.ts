/**
 * Words that the articles have, found by how they are spelt. An index holds terms and no words, so the words of a term are
 * read from the texts; only those of the few terms that come near a misspelt word.
 */
import type { Postings } from '../index/postings.js';
import type { Snapshot } from '../index/snapshot.js';
import { termOfWord } from '../text/terms.js';

/** So many chunks of a term are read; in two of three the term is only in the title or a neighbour. */
const MOST_CHUNKS = 50;
/** Letters that a term and its words begin with alike. */
const COMMON_LETTERS = 2;
/** Or one of the two has an accent, which terms have not. */
const ACCENTED = String.raw`[a-z]?(?![a-z])\p{L}|[a-z]\p{M}`;

/** Terms by their length and first letters, made once for each snapshot. */
const tables = new WeakMap<Postings, ReadonlyMap<string, readonly string[]>>();

/** Terms of these lengths that share the first letter or the second: a slip in both is rare. */
export function* termsLike(postings: Postings, word: string, from: number, to: number): Generator<string> {
  const table = tableOf(postings);
  for (let length = from; length <= to; length++) {
    yield* table.get(`${length} ${word.charAt(0)}`) ?? [];
    for (const term of table.get(`${length}  ${word.charAt(1)}`) ?? [])
      if (term.charAt(0) !== word.charAt(0)) yield term;
  }
}

function tableOf(postings: Postings): ReadonlyMap<string, readonly string[]> {
  const known = tables.get(postings);
  if (known !== undefined) return known;
  const table = new Map<string, string[]>();
  for (const term of termsOfAll(postings)) {
    for (const key of [`${term.length} ${term.charAt(0)}`, `${term.length}  ${term.charAt(1)}`]) {
      const list = table.get(key);
      if (list === undefined) table.set(key, [term]);
      else list.push(term);
    }
  }
  tables.set(postings, table);
  return table;
}

/** Terms of all segments, each once. */
function termsOfAll(postings: Postings): ReadonlySet<string> {
  const all = new Set<string>();
  for (const {
    postings: { terms },
  } of postings.parts) {
    for (let number = 0; number < terms.size; number++) all.add(terms.termAt(number));
  }
  return all;
}

/** The words of a term as some chunks have them, one by one and with repetitions; a chunk takes a microsecond or two. */
export function* wordsOfTerm(snapshot: Snapshot, term: string): Generator<string> {
  const beginning = term.slice(0, COMMON_LETTERS);
  if (!/^\p{L}+$/u.test(beginning)) return;
  const texts = firstRows(snapshot, term).map((row) => textOf(snapshot, row));
  let isFound = false;
  // Accents are looked for where nothing else is found: that takes three times as long.
  for (const letters of [beginning, ACCENTED]) {
    const alike = new RegExp(`(?<!\\p{L})(?:${letters})[\\p{L}\\p{M}]*`, 'giu');
    for (const text of texts) {
      for (const [word] of text.matchAll(alike)) {
        if (termOfWord(word) !== term) continue;
        isFound = true;
        yield word;
      }
    }
    if (isFound) return;
  }
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
