/** What the catalogues are written with: plurals, and pieces that keep their own direction. */

/** A form for each way of counting that a language has; "#" stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export interface Counting {
  readonly number: (value: number) => string;
  readonly count: (value: number, forms: Forms) => string;
}

/** @param language - as BCP 47; with "-u-nu-latn" behind it numbers are written with Western digits. */
export function countIn(language: string): Counting {
  const rules = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language);
  const number = (value: number): string => format.format(value);
  const count = (value: number, forms: Forms): string =>
    (forms[rules.select(value)] ?? forms.other).replace('#', number(value));
  return { number, count };
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * For languages that run from right to left: titles, names and quoted words in a line of ours keep their own direction and
 * do not reorder what stands beside them. Never used inside an article's words.
 */
export function isolate(piece: string): string {
  return `${FIRST_STRONG_ISOLATE}${piece}${POP_ISOLATE}`;
}

/** For languages that run from left to right, as nearly all articles do. */
export function asItIs(piece: string): string {
  return piece;
}
