/** What the catalogues are written with: plurals, and pieces that keep their own direction. */

/** A form for each way of counting that a language has; "#" stands for the number. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

export interface Counting {
  readonly number: (value: number) => string;
  readonly count: (value: number, forms: Forms) => string;
  /** In seconds, minutes or hours: so many as are easily said. */
  readonly duration: (seconds: number) => string;
  /** @param tag - as BCP 47; what is none is given back. */
  readonly languageName: (tag: string) => string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Up to two of a larger unit, the smaller one is said. */
const UNITS = [
  { unit: 'hour', seconds: HOUR },
  { unit: 'minute', seconds: MINUTE },
  { unit: 'second', seconds: 1 },
] as const;

/** @param language - as BCP 47; with "-u-nu-latn" behind it numbers are written with Western digits. */
export function countIn(language: string): Counting {
  const rules = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language);
  const number = (value: number): string => format.format(value);
  const count = (value: number, forms: Forms): string =>
    (forms[rules.select(value)] ?? forms.other).replace('#', number(value));
  const duration = (seconds: number): string => {
    const { unit, seconds: length } = UNITS.find((one) => seconds >= 2 * one.seconds) ?? UNITS[2];
    return Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(
      Math.round(seconds / length),
    );
  };
  return { number, count, duration, languageName: languageNamesIn(language) };
}

function languageNamesIn(language: string): Counting['languageName'] {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return (tag) => {
    try {
      return names.of(tag) ?? tag;
    } catch (error) {
      if (error instanceof RangeError) return tag; // what an article calls its language may be anything
      throw error;
    }
  };
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
