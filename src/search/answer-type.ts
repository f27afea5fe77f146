/**
 * What kind of thing a question asks for, seen from its words, and which words of a text are such things. Rough on purpose: it breaks ties between passages that are equally close.
 */
import type { Token } from '../text/terms.js';

export type AnswerType = 'person' | 'time' | 'place' | 'number';

/** The first that fits: "how many" asks for a number, whoever is counted. */
const ASKING: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'number',
    /\b(?:how (?:many|much|long|old|tall|far|big|large|high|often|fast)|what (?:percentage|percent|number|amount|age|proportion|share|portion)|number of)\b/iu,
  ],
  ['time', /\b(?:when|(?:what|which) (?:year|day|date|month|time|century|decade))\b/iu],
  ['person', /\b(?:who|whom|whose)\b/iu],
  ['place', /\b(?:where|(?:what|which) (?:country|city|state|town|place|location|continent|county))\b/iu],
];

const NUMBERS = words(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
   nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
   billion billions trillion dozen dozens half third quarter twice once double`,
);
/** Months only with a capital: in lower case they are mostly other words. */
const WRITTEN_LIKE_WORDS = words('may march');
const TIMES = words(
  `january february april june july august september october november december jan feb mar apr jun jul aug sep sept oct
   nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight spring summer autumn
   winter century decade noon midnight`,
);
const BEFORE_PLACES = words('in at near from to off outside across of on into around through');
const YEAR = /^(?:1\d|20)\d\ds?$/u;
const DAY = /^\d{1,2}(?:st|nd|rd|th)$/u;
const CAPITAL = /^\p{Lu}/u;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u));
}

/** Undefined for a question that asks for none of these, or for something else in a way that is not known. */
export function answerTypeOf(question: string): AnswerType | undefined {
  return ASKING.find(([, pattern]) => pattern.test(question))?.[0];
}

/**
 * The folded words of a text that are things of this type, or parts of one.
 *
 * @param tokens - those of the text.
 */
export function wordsOfType(type: AnswerType, text: string, tokens: readonly Token[]): string[] {
  const isOfType = { number: isNumber, time: isTime, person: isName, place: isPlace }[type];
  return tokens.filter((_, at) => isOfType(text, tokens, at)).map(({ folded }) => folded);
}

/** Whether some word is not one of the question's: what it names itself is not what it asks for. */
export function hasOther(words: readonly string[], known: ReadonlySet<string>): boolean {
  return words.some((word) => !known.has(word));
}

type Test = (text: string, tokens: readonly Token[], at: number) => boolean;

const isNumber: Test = (_, tokens, at) => {
  const { folded = '' } = tokens[at] ?? {};
  return /\p{N}/u.test(folded) || NUMBERS.has(folded);
};

const isTime: Test = (text, tokens, at) => {
  const { folded = '' } = tokens[at] ?? {};
  const isMonth = WRITTEN_LIKE_WORDS.has(folded) && /^M[a-z]+$/u.test(wordAt(text, tokens[at]));
  return isMonth || TIMES.has(folded) || YEAR.test(folded) || DAY.test(folded);
};

/** A capital inside a sentence, or two in a row. */
const isName: Test = (text, tokens, at) => {
  if (!CAPITAL.test(wordAt(text, tokens[at]))) return false;
  const isFirst = tokens[at - 1] === undefined || /[.!?"“”\n]/u.test(between(text, tokens, at - 1));
  return !isFirst || (between(text, tokens, at) === ' ' && CAPITAL.test(wordAt(text, tokens[at + 1])));
};

const isPlace: Test = (text, tokens, at) =>
  CAPITAL.test(wordAt(text, tokens[at])) &&
  BEFORE_PLACES.has(tokens[at - 1]?.folded ?? '') &&
  between(text, tokens, at - 1) === ' ';

function wordAt(text: string, token: Token | undefined): string {
  return token === undefined ? '' : text.slice(token.start, token.end);
}

/** What stands between a token and the next one. */
function between(text: string, tokens: readonly Token[], at: number): string {
  return text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? 0);
}

/** The folded words of a text that begin with a digit. */
export function numbersOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ folded }) => folded).filter((folded) => /^\p{N}/u.test(folded));
}
