/**
 * Slips of the finger: a word of the question that no text has, while a word one or two letters off is there. Names matter
 * most: the embedding model has never seen most of them, and a misspelt one is as foreign to it as any other.
 *
 * Words that some text has are never touched, so a question without slips stays as it is.
 */
import type { Postings } from '../index/postings.js';
import type { Snapshot } from '../index/snapshot.js';
import { slipsBetween } from '../text/edit-distance.js';
import { termOf, termsOf, tokenize, type Token } from '../text/terms.js';
import { idf } from './bm25.js';
import { isName, termsLike, wordsOfTerm } from './vocabulary.js';

/** Shorter words have too many neighbours. */
const SHORTEST = 3;
/** Words of fewer letters are taken for another one only where an article about the rest of the question has it. */
const SHORTEST_ALONE = 4;
/** Two slips are allowed from this length on. */
const LONG = 6;
/** So many words of a term are looked at: most are the same one. */
const MOST_READ = 40;
/** What a stem can lack of its word: "presid" is of "president". */
const LONGEST_ENDING = 4;
/** How much an article about all the rest of the question counts, beside a slip. */
const FIT_WEIGHT = 0.5;
/** A word with two slips, or a very short one, must stand in an article with so much of the rest. */
const FITS = 0.5;

/**
 * The question with the likeliest known words in place of the misspelt ones; undefined when nothing was changed.
 *
 * Cost: nothing for a question whose words are known, else some milliseconds among a hundred thousand words.
 */
export function correctSpelling(snapshot: Snapshot, text: string): string | undefined {
  // Whoever writes capitals marks the names; an unknown common word is mostly right, and only not in these articles.
  const hasNames = /\p{Ll}.*\p{Lu}/su.test(text);
  const tokens = tokenize(text);
  let fitOf: Fit | undefined;
  let corrected = '';
  let at = 0;
  for (const { start, end, folded } of tokens) {
    if ((hasNames && !isName(text.slice(start, end))) || !isUnknown(snapshot, folded)) continue;
    fitOf ??= createFit(snapshot, tokens);
    const meant = findMeant(snapshot, folded, fitOf, hasNames);
    if (meant === undefined) continue;
    corrected += text.slice(at, start) + meant;
    at = end;
  }
  return at === 0 ? undefined : corrected + text.slice(at);
}

/** Whether a word is one to look up, and neither a text nor the name of a source has it. */
function isUnknown(snapshot: Snapshot, folded: string): boolean {
  const term = termOf(folded);
  return term !== undefined && snapshot.chunkPostings.countOf(term) === 0 && !isOfSource(snapshot, term);
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

/** How much of the rest of the question one article with a term has, from 0 to 1; undefined when nothing else is known. */
type Fit = (term: string) => number | undefined;

function createFit({ articlePostings }: Snapshot, tokens: readonly Token[]): Fit {
  const sums = new Map<number, number>();
  let all = 0;
  for (const term of new Set(tokens.flatMap(({ folded }) => termOf(folded) ?? []))) {
    if (articlePostings.countOf(term) === 0) continue;
    const rarity = idf(articlePostings, term);
    all += rarity;
    articlePostings.forEach(term, (article) => sums.set(article, (sums.get(article) ?? 0) + rarity));
  }
  return (term) => {
    if (all === 0) return undefined;
    let most = 0;
    articlePostings.forEach(term, (article) => (most = Math.max(most, sums.get(article) ?? 0)));
    return most / all;
  };
}

interface Meant {
  readonly word: string;
  readonly slips: number;
  /** The fewer the better. */
  readonly cost: number;
  readonly isSure: boolean;
  /** How many chunks have it. */
  readonly count: number;
}

/** The known word that is the fewest slips away and fits the rest of the question; of equals the more frequent one. */
function findMeant(snapshot: Snapshot, folded: string, fitOf: Fit, onlyNames: boolean): string | undefined {
  if (folded.length < SHORTEST || /\p{N}/u.test(folded)) return undefined;
  const isShort = folded.length < SHORTEST_ALONE;
  let best: Meant | undefined;
  for (const term of nearTerms(snapshot.chunkPostings, folded)) {
    const found = nearestWord(snapshot, term, folded, onlyNames);
    if (found === undefined) continue;
    const fit = fitOf(term);
    const fits = fit === undefined ? !isShort : fit >= FITS;
    const one: Meant = {
      ...found,
      cost: found.slips - FIT_WEIGHT * (fit ?? 0),
      isSure: fits || (found.slips === 1 && !isShort),
      count: snapshot.chunkPostings.countOf(term),
    };
    if (best === undefined || one.cost < best.cost || (one.cost === best.cost && one.count > best.count))
      best = one;
  }
  return best?.isSure === true ? best.word : undefined;
}

/** Most slips in a word of so many letters. */
function limitOf(length: number): number {
  return length >= LONG ? 2 : 1;
}

/** Terms whose words may be near: they are as long, or what is missing can be an ending. */
function* nearTerms(postings: Postings, folded: string): Generator<string> {
  const own = termOf(folded) ?? folded;
  const limit = limitOf(folded.length);
  const shortest = Math.max(SHORTEST, folded.length - limit - LONGEST_ENDING);
  for (const term of termsLike(postings, own, Math.min(own.length, shortest), folded.length + limit)) {
    const beginning = folded.slice(0, term.length);
    const isNear =
      slipsBetween(own, term, limit) !== undefined ||
      slipsBetween(beginning, term, limitOf(term.length)) !== undefined;
    if (isNear) yield term;
  }
}

/** The word of a term with the fewest slips between it and the typed one; undefined when all are too far, or no names. */
function nearestWord(
  snapshot: Snapshot,
  term: string,
  folded: string,
  onlyNames: boolean,
): Pick<Meant, 'word' | 'slips'> | undefined {
  let nearest: Pick<Meant, 'word' | 'slips'> | undefined;
  let read = 0;
  for (const word of wordsOfTerm(snapshot, term)) {
    const known = tokenize(word)[0]?.folded ?? '';
    const slips = slipsBetween(folded, known, limitOf(folded.length)) ?? Number.POSITIVE_INFINITY;
    const isBetter = slips < (nearest?.slips ?? Number.POSITIVE_INFINITY);
    const isOther = slips === nearest?.slips && !isName(nearest.word); // a capital tells that it is a name
    if ((isBetter || isOther) && (!onlyNames || isName(word))) nearest = { word, slips };
    if (++read === MOST_READ || (nearest?.slips === 1 && isName(nearest.word))) break;
  }
  return nearest;
}
