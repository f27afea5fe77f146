/**
 * Sentences of a paragraph: `Intl.Segmenter` (UAX #29) finds the borders, and those that only follow an
 * abbreviation ("Rep. Ro Khanna", "the U.S. House") are taken back.
 *
 * Too long a sentence does less harm than a broken one, because what is shown is never cut inside a
 * sentence: in doubt two sentences stay together.
 */
import { trimSpan, type Span } from './span.js';

/** Titles and the like: always followed by a name or a number, so never the end of a sentence. */
const BEFORE_A_NAME = new Set(
  `adm amb attys bros capt cmdr col cols comdr cpl dr drs fr gen gens gov govs hon insp lt maj messrs mr mrs ms
   msgr pfc pres prof profs pvt rep reps rev revs sec sen sens sgt sr sra st supt vs viz eg ie cf approx ca fig figs
   no nos vol pp art ed eds op`.split(/\s+/u),
);

/** Abbreviations that may also end a sentence: the next word decides. */
const MAYBE_LAST = new Set(
  `ala ariz ark assn ave blvd calif co colo conn corp ct cv del dept dist div est etc fla ga gmbh govt hwy ill inc
   ind intl jan feb mar apr jun jul aug sep sept oct nov dec jr kan ky la ltd mass md mich minn miss mo mont mt natl
   neb nev okla ore pa ph rd sq tenn tex univ va vt wash wis wyo al am pm`.split(/\s+/u),
);

/** Words that open a sentence far more often than they go on after "U.S." or "Inc.". */
const OPENERS = new Set(
  `a about after all also although an and another as asked at because before both but by despite during each
   earlier even every few for from had he her here his how however i if in instead it its last later many meanwhile
   most my no not now officials on once one only or other others our separately she since so some still such than
   that the their then there these they this those though through to today under until we what when where whether
   which while who with yet you your`.split(/\s+/u),
);

const DOTTED = /^(?:\p{L}\.)+$/u;
const LAST_WORD = /(?:^|[\s(["'“‘—–-])([\p{L}.]+)\.$/u;
const FIRST_WORD = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Splits a paragraph into sentences.
 *
 * @param language - BCP 47 tag; an unknown one falls back to English.
 * @returns spans in order, without the white space between them; together they hold every word.
 */
export function splitSentences(text: string, language = 'en'): Span[] {
  // A line end inside a paragraph is layout, but UAX #29 would end the sentence there.
  const flat = text.replace(/[\n\r\u2028\u2029]/gu, ' ');
  const sentences: Span[] = [];
  for (const { index, segment } of segmenter(language).segment(flat)) {
    const last = sentences.at(-1);
    const end = index + segment.length;
    if (last !== undefined && continues(flat.slice(last.start, last.end), segment)) {
      sentences[sentences.length - 1] = { start: last.start, end };
    } else {
      sentences.push({ start: index, end });
    }
  }
  return sentences.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

/** Whether `next` goes on with the sentence that `before` seemed to end. */
function continues(before: string, next: string): boolean {
  const trimmed = before.trimEnd();
  const first = FIRST_WORD.exec(next)?.[1];
  if (first === undefined) return true; // a stray mark such as a closing quote belongs to what it closes
  const word = LAST_WORD.exec(trimmed)?.[1];
  if (word === undefined) return false;
  const bare = word.replaceAll('.', '').toLowerCase();
  if (BEFORE_A_NAME.has(bare)) return true;
  if (word.length === 1 && word !== 'I') return true; // an initial: "George W. Bush"
  if (!DOTTED.test(`${word}.`) && !MAYBE_LAST.has(bare)) return false;
  return !OPENERS.has(first.toLowerCase());
}

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (found === undefined) {
    found = new Intl.Segmenter(supported(language), { granularity: 'sentence' });
    segmenters.set(language, found);
  }
  return found;
}

function supported(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) return 'en'; // not a language tag at all
    throw error;
  }
}
