/**
 * Slips of the finger: a word of the question that no text has, while a word one or two letters off is there. Names matter
 * most: the embedding model has never seen most of them, and a misspelt one is as foreign to it as any other.
 *
 * Words that some text has are never touched, so a question without slips stays as it is.
 */
import type { Postings } from '../index/postings.js';
import type { Snapshot } from '../index/snapshot.js';
import { slipsBetween } from '../text/edit-distance.js';
import { termOf, termsOf, tokenize } from '../text/terms.js';

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
const CAPITAL = /^\p{Lu}/u;
/** Two slips are allowed from this length on. */
const LONG = 6;

/**
 * The question with the likeliest known words in place of the misspelt ones; undefined when nothing was changed.
 *
 * Cost: nothing for a question whose words are known, else some milliseconds among a hundred thousand words.
 */
export function correctSpelling(snapshot: Snapshot, text: string): string | undefined {
  const { chunkPostings } = snapshot;
  // Whoever writes capitals marks the names; an unknown common word is mostly right, and only not in these articles.
  const hasNames = /\p{Ll}.*\p{Lu}/su.test(text);
  let corrected = '';
  let at = 0;
  for (const { start, end, folded } of tokenize(text)) {
    if (hasNames && !CAPITAL.test(text.slice(start, end))) continue;
    const term = termOf(folded);
    if (term === undefined || chunkPostings.countOf(term) > 0 || isOfSource(snapshot, term)) continue;
    const meant = findMeant(chunkPostings, term);
    if (meant === undefined) continue;
    const word = wordOf(snapshot, meant);
    if (hasNames && !CAPITAL.test(word)) continue; // what was meant is a name as well
    corrected += text.slice(at, start) + word;
    at = end;
  }
  return at === 0 ? undefined : corrected + text.slice(at);
}

const sources = new WeakMap<Snapshot, ReadonlySet<string>>();

/** Whether a term is of the name of a source, which no text may have: nobody misspells "Hacker News" for a packer's. */
function isOfSource(snapshot: Snapshot, term: string): boolean {
  let known = sources.get(snapshot);
  if (known === undefined) {
    const names = new Set(snapshot.articles.map(({ source = '' }) => source));
    known = new Set([...names].flatMap(termsOf));
    sources.set(snapshot, known);
  }
  return known.has(term);
}

/** The known term that is the fewest slips away; of several the most frequent. */
function findMeant(postings: Postings, term: string): string | undefined {
  if (term.length < SHORTEST || /\p{N}/u.test(term)) return undefined;
  let limit = term.length >= LONG ? 2 : 1;
  let meant: string | undefined;
  for (const word of neighboursOf(postings, term, limit)) {
    const slips = slipsBetween(term, word, limit);
    if (slips === undefined) continue;
    const isBetter = meant === undefined || postings.countOf(word) > postings.countOf(meant);
    if (slips < limit || isBetter) meant = word;
    limit = slips;
  }
  return meant;
}

/** Terms by their length and first letters, made once for each snapshot. */
const vocabularies = new WeakMap<Postings, ReadonlyMap<string, readonly string[]>>();

/** Terms of about the same length that share the first letter or the second: a slip in both is rare. */
function* neighboursOf(postings: Postings, term: string, limit: number): Generator<string> {
  const vocabulary = vocabularyOf(postings);
  for (let length = term.length - limit; length <= term.length + limit; length++) {
    yield* vocabulary.get(`${length} ${term.charAt(0)}`) ?? [];
    for (const word of vocabulary.get(`${length}  ${term.charAt(1)}`) ?? [])
      if (word.charAt(0) !== term.charAt(0)) yield word;
  }
}

function vocabularyOf(postings: Postings): ReadonlyMap<string, readonly string[]> {
  const known = vocabularies.get(postings);
  if (known !== undefined) return known;
  const vocabulary = new Map<string, string[]>();
  for (const word of wordsOf(postings)) {
    for (const key of [`${word.length} ${word.charAt(0)}`, `${word.length}  ${word.charAt(1)}`]) {
      const list = vocabulary.get(key);
      if (list === undefined) vocabulary.set(key, [word]);
      else list.push(word);
    }
  }
  vocabularies.set(postings, vocabulary);
  return vocabulary;
}

/** Terms of all segments, each once. */
function wordsOf(postings: Postings): ReadonlySet<string> {
  const words = new Set<string>();
  for (const {
    postings: { terms },
  } of postings.parts) {
    for (let number = 0; number < terms.size; number++) words.add(terms.termAt(number));
  }
  return words;
}

/** A term as a word, for the embedding model: stems are no words. */
function wordOf({ chunkPostings, chunkAt, articles }: Snapshot, term: string): string {
  let first: number | undefined;
  chunkPostings.forEach(term, (document) => (first ??= document));
  const article = articles[chunkAt(first ?? -1)?.article ?? -1];
  const text = `${article?.title ?? ''}\n${article?.text ?? ''}`;
  const token = tokenize(text).find(({ folded }) => termOf(folded) === term);
  return token === undefined ? term : text.slice(token.start, token.end);
}
