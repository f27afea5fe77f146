/** The names of persons in an article: which capitals are a name, and whether "he" or "she" may mean it. */
import type { Article } from '../articles/article.js';
import type { Span } from '../text/span.js';
import { EITHER, FEMALE, MALE, NO_NAME, NO_PERSON, TITLES } from './given-names.js';

export type Gender = 'male' | 'female';

export interface PersonName extends Span {
  /** Undefined where nothing in the article tells. */
  readonly gender: Gender | undefined;
  /** Known as a person's by a given name, a title, or by standing elsewhere with one; else it only looks like a name. */
  readonly isKnown: boolean;
  readonly isPossessive: boolean;
  /** One word that is not known may be anything. */
  readonly isShort: boolean;
}

/** Capitals one behind the other; a dot between them ends a sentence, except behind titles and initials. */
const ONE = String.raw`(?:\p{Lu}[\p{L}-]*\p{L}|\p{Lu}(?:\.\p{Lu})*)(?:['’]\p{Lu}[\p{L}-]*)?`;
const BETWEEN = String.raw`(?:(?<=\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Prof|St|\p{Lu}))\.[ \u00A0]*|[ \u00A0]+)(?:(?:bin|al|ben|van|von|der|de|da|du|la|el|ul)[ \u00A0]+)*`;
const CAPITALS = new RegExp(`${ONE}(?:${BETWEEN}${ONE})*`, 'gu');
/** "Lopez, 31, said" */
const AGE = /^, \d\d,/u;
const WORD = /[\p{L}][\p{L}'’-]*/gu;

/** A name of several words. */
interface WholeName extends Span {
  readonly words: readonly string[];
  readonly gender: Gender | undefined;
}

/** The whole names of an article, and the genders that they give their last words, with how often. */
interface Roster {
  readonly names: readonly WholeName[];
  readonly surnames: ReadonlyMap<string, Readonly<Record<Gender | 'either', number>>>;
}

const rosters = new WeakMap<Article, Roster>();

/** @param masked - text to look at, which begins at `start` in the article. */
export function namesIn(article: Article, masked: string, start: number): PersonName[] {
  const { surnames } = rosterOf(article);
  return [...masked.matchAll(CAPITALS)].flatMap((match) => {
    const name = readName(match[0]);
    if (name === undefined) return [];
    const { words, from, isPerson } = name;
    const surname = surnames.get(words.at(-1) ?? '');
    const end = start + match.index + match[0].length;
    return {
      start: start + match.index + from,
      end,
      gender: genderOf(words) ?? (words.length === 1 ? likelyGender(surname) : undefined),
      isKnown: isPerson || surname !== undefined || AGE.test(masked.slice(match.index + match[0].length)),
      isPossessive: /^['’]s?(?!\p{L})/u.test(masked.slice(match.index + match[0].length)),
      isShort: words.length === 1,
    };
  });
}

/** The words of a name without what stands before it; undefined for what is no person's. */
function readName(
  text: string,
): { readonly words: string[]; readonly from: number; readonly isPerson: boolean } | undefined {
  const all = [...text.matchAll(WORD)];
  const first = all.findIndex(([word]) => !NO_NAME.has(word));
  const rest = first === -1 ? [] : all.slice(first);
  const isMarked = ({ 0: word }: RegExpExecArray, at: number): boolean =>
    at < rest.length - 1 && (isGiven(word) || TITLES.has(word));
  const begin = rest.findIndex(isMarked);
  // "White House Press Secretary Josh Earnest" is a person, "Justice Department" is none.
  const person = begin === -1 ? [] : rest.slice(begin);
  const isPerson = person.length > 1 && !person.some(isForeign);
  // "Taiwan Defense Minister Chiu" keeps what stands before the title.
  const isTitled = TITLES.has(person[0]?.[0] ?? '');
  const own = isPerson && (!isTitled || rest.some(isForeign)) ? person : rest;
  const [{ 0: only = '' } = {}] = own;
  // "GOP", "Conceding": one word that is no name.
  if (own.length === 1 && /^(?:\p{Lu}{2,}|\p{L}+ing)$/u.test(only)) return undefined;
  if (own.length === 0 || (!isPerson && own.some(isForeign))) return undefined;
  return { words: own.map(([word]) => word), from: own[0]?.index ?? 0, isPerson };
}

function isForeign({ 0: word }: RegExpExecArray): boolean {
  return NO_PERSON.has(word) && !TITLES.has(word) && !isGiven(word);
}

function isGiven(word: string): boolean {
  return MALE.has(word) || FEMALE.has(word) || EITHER.has(word);
}

function genderOf(words: readonly string[]): Gender | undefined {
  const known = words.length === 1 ? words : words.slice(0, -1);
  const word = known.find((one) => MALE.has(one) !== FEMALE.has(one));
  if (word === undefined) return undefined;
  return MALE.has(word) ? 'male' : 'female';
}

/** Of several persons with a surname, the one who is named more often. */
function likelyGender(known: { readonly male: number; readonly female: number } | undefined): Gender | undefined {
  if (known === undefined || known.male === known.female) return undefined;
  return known.male > known.female ? 'male' : 'female';
} // prettier-ignore

function rosterOf(article: Article): Roster {
  const known = rosters.get(article);
  if (known !== undefined) return known;
  const names: WholeName[] = [];
  const surnames = new Map<string, Record<Gender | 'either', number>>();
  for (const { 0: text, index } of article.text.matchAll(CAPITALS)) {
    const name = readName(text);
    const surname = name?.words.at(-1);
    if (name === undefined || surname === undefined || name.words.length < 2) continue;
    const gender = genderOf(name.words);
    const counts = surnames.get(surname) ?? { male: 0, female: 0, either: 0 };
    counts[gender ?? 'either']++;
    surnames.set(surname, counts);
    names.push({ start: index + name.from, end: index + text.length, words: name.words, gender });
  }
  const roster = { names, surnames };
  rosters.set(article, roster);
  return roster;
}

/** The last whole name before a place that has a word in it and fits "he" or "she": it tells a reader more. */
export function wholeNameOf(
  article: Article,
  word: string,
  gender: Gender,
  before: number,
): Span | undefined {
  return rosterOf(article).names.findLast(
    (name) =>
      name.start < before &&
      // Behind it stands at most a given name: "Chiu Kuo-cheng".
      name.words.slice(-2).includes(word) &&
      (name.gender === undefined || name.gender === gender),
  );
}
