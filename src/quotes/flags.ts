/**
 * Which changes of words reverse or move what is said. Only words that one side has and the other has not are looked at:
 * a word that merely stands elsewhere is no change, and "don't" is "do not". Grammar and sense are left to the reader.
 */
import { termOf } from '../text/terms.js';
import {
  AMBIGUOUS_DATES,
  AMBIGUOUS_UNITS,
  CONTRACTIONS,
  DATES,
  MODALS,
  NEGATORS,
  NUMBERS,
  OPPOSITE_PAIRS,
  PERSONS,
  UNITS,
} from './flag-words.js';
import { markOf } from './differences.js';
import type { Difference, Flag, FlagKind } from './verdict.js';
import { readWords } from './words.js';

/** A word of one side with what it is compared by. */
interface Token {
  readonly text: string;
  readonly key: string;
  /** The difference it stands in. */
  readonly run: number;
  readonly before: string;
  readonly next: string;
}

/** Whether a word, as it is written, is a name: that is known from all articles, where the quotation is not enough. */
export type NameTest = (text: string, key: string) => boolean;

/** More words than this left out without a mark are a cut. */
const LONGEST_SLIP = 4;

export function findFlags(differences: readonly Difference[], isName: NameTest): Flag[] {
  // What is left out at length is called a cut, or has its ellipsis: its words are not changed one by one.
  const changed = differences.filter((one) => !isLeftOut(one) && markOf(one) !== 'ellipsis');
  const [quoted, original] = withoutMoved(
    tokensOf(changed.map((one) => one.quoted)),
    tokensOf(changed.map((one) => one.original)),
  );
  const groups = KINDS.flatMap(({ kind, valueOf }) =>
    compare(kind, pickBy(quoted, valueOf(isName)), pickBy(original, valueOf(isName))),
  );
  return [
    ...groups,
    ...findHidden(differences),
    ...findOpposites(quoted, original),
    ...findCuts(differences),
  ];
}

/** An ellipsis says itself that words are left out; only a negation must not be among them. */
function findHidden(differences: readonly Difference[]): Flag[] {
  const hidden = differences.filter((one) => markOf(one) === 'ellipsis' && !isLeftOut(one));
  return tokensOf(hidden.map(({ original }) => original))
    .filter(({ key }) => NEGATORS.has(key))
    .map(({ text }): Flag => ({ kind: 'negation', quoted: '', original: text }));
}

function tokensOf(texts: readonly string[]): Token[] {
  return texts.flatMap((text, run) => {
    const words = [...readWords(text)].flatMap(({ start, end, key }) => {
      const shown = text.slice(start, end);
      return partsOf(key).map((part) => ({ text: shown, key: part }));
    });
    return words.map((word, at) => ({
      ...word,
      run,
      before: words[at - 1]?.key ?? '',
      next: words[at + 1]?.key ?? '',
    }));
  });
}

/** "don't" is two words, and so are "$5" and "5%". */
function partsOf(key: string): readonly string[] {
  const amount = /^(\p{Sc})?(\p{N}[^%]*)(%)?$/u.exec(key);
  if (amount === null) return CONTRACTIONS.get(key) ?? [key];
  return amount.slice(1).filter((part) => part !== undefined);
}

/** Words that both sides have are taken from both, one for one. */
function withoutMoved(quoted: readonly Token[], original: readonly Token[]): [Token[], Token[]] {
  const left = [...original];
  const changed = quoted.filter(({ key }) => {
    const at = left.findIndex((other) => other.key === key);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
  return [changed, left];
}

/** What a word counts as, undefined when it is not of the kind. Words of the same value are no change. */
type ValueOf = (isName: NameTest) => (token: Token) => string | undefined;

const isDigits = (key: string): boolean => /^\p{N}/u.test(key);
const isDate = ({ key, text, before }: Token): boolean =>
  DATES.has(key)
    ? !AMBIGUOUS_DATES.has(key) || /^\p{Lu}/u.test(text)
    : /^(?:1[6-9]|20)\d\ds?$/u.test(key) || (isDigits(key) && DATES.has(before) && key.length <= 4);
const isBesideNumber = ({ before, next }: Token): boolean =>
  isDigits(before) || NUMBERS.has(before) || isDigits(next);
const isNumber = (token: Token): boolean =>
  !isDate(token) &&
  (isDigits(token.key) || (NUMBERS.has(token.key) && !(token.key === 'second' && isBesideNumber(token))));

const isUnit = (token: Token): boolean => !AMBIGUOUS_UNITS.has(token.key) || isBesideNumber(token);

const KINDS: readonly { readonly kind: FlagKind; readonly valueOf: ValueOf }[] = [
  {
    kind: 'negation',
    valueOf:
      () =>
      ({ key }) =>
        NEGATORS.has(key) ? 'not' : undefined,
  },
  {
    kind: 'number',
    valueOf: () => (token) => (isNumber(token) ? (NUMBERS.get(token.key) ?? token.key) : undefined),
  },
  { kind: 'date', valueOf: () => (token) => (isDate(token) ? token.key.slice(0, 4) : undefined) },
  {
    kind: 'unit',
    valueOf: () => (token) => (isUnit(token) ? UNITS.get(token.key) : undefined),
  },
  {
    kind: 'modal',
    valueOf: () => (token) => (MODALS.has(token.key) && !isDate(token) ? token.key : undefined),
  },
  {
    kind: 'name',
    valueOf: (isName) => (token) => {
      if (isDate(token) || isDigits(token.key)) return undefined;
      return (
        PERSONS.get(token.key) ?? (isName(token.text, token.key) ? token.key.replace(/s$/u, '') : undefined)
      );
    },
  },
];

interface Valued {
  readonly token: Token;
  readonly value: string;
}

function pickBy(tokens: readonly Token[], valueOf: (token: Token) => string | undefined): Valued[] {
  return tokens.flatMap((token) => {
    const value = valueOf(token);
    return value === undefined ? [] : [{ token, value }];
  });
}

/** What is left of both sides when equal values are taken away, those of the same difference side by side. */
function compare(kind: FlagKind, quoted: readonly Valued[], original: readonly Valued[]): Flag[] {
  const left = [...original];
  const added = quoted.filter(({ value }) => {
    const at = left.findIndex((other) => other.value === value);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
  const flags = added.map(({ token }): Flag => {
    const at = left.findIndex((other) => other.token.run === token.run);
    const [match] = at === -1 ? [] : left.splice(at, 1);
    return { kind, quoted: token.text, original: match?.token.text ?? '' };
  });
  // A name that is only left out ("Minister Smith", "Smith") is no other name.
  const lost = kind === 'name' ? [] : left;
  return [...flags, ...lost.map(({ token }): Flag => ({ kind, quoted: '', original: token.text }))];
}

/** Words of one difference that mean the contrary of each other. */
function findOpposites(quoted: readonly Token[], original: readonly Token[]): Flag[] {
  return quoted.flatMap((one): Flag[] => {
    const other = original.find(({ run, key }) => run === one.run && areOpposite(one.key, key));
    return other === undefined ? [] : [{ kind: 'opposite', quoted: one.text, original: other.text }];
  });
}

function areOpposite(one: string, other: string): boolean {
  return formsOf(one).some((a) => formsOf(other).some((b) => OPPOSITE_PAIRS.has(`${a} ${b}`))) ||
    isNegatedForm(one, other) || isNegatedForm(other, one); // prettier-ignore
}

/** A word and what may be its plain form: "weaker", "weak"; "rises", "rise"; "accepted", "accept". */
function formsOf(word: string): string[] {
  const endings = ['s', 'es', 'd', 'ed', 'ing', 'er', 'est', 'ly', 'r'];
  const plain = endings.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length));
  const stem = termOf(word);
  return [word, ...plain, ...plain.map((form) => `${form}e`), ...plain.map((form) => form.replace(/i$/u, 'y')), ...(stem === undefined ? [] : [stem])];
} // prettier-ignore

/** "unable" is the contrary of "able"; "instance" is not that of "stance", so the rest must be long. */
function isNegatedForm(long: string, short: string): boolean {
  const prefix = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'mis'].find((one) => long === one + short);
  return prefix !== undefined && short.length >= 4;
}

/** Whether more than a few words are left out, and none is put there. */
function isLeftOut({ quoted, original }: Difference): boolean {
  return countWords(quoted) === 0 && countWords(original) > LONGEST_SLIP;
}

function countWords(text: string): number {
  return [...readWords(text)].length;
}

function findCuts(differences: readonly Difference[]): Flag[] {
  return differences
    .filter((one) => one.quoted === '' && isLeftOut(one))
    .map(({ quoted, original }): Flag => ({ kind: 'cut', quoted, original }));
}
