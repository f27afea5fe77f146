/**
 * Sentences of a paragraph: `Intl.Segmenter` (UAX #29) finds the borders, and those that only follow an
 * abbreviation ("Rep. Ro Khanna", "the U.S. House") are taken back.
 *
 * Too long a sentence does less harm than a broken one, because what is shown is never cut inside a
 * sentence: in doubt two sentences stay together.
 */
import { trimSpan, type Span } from './span.js';

/** Titles and the like: always followed by a name or more words, so never the end of a sentence. */
const BEFORE_A_NAME = new Set(
  `adm amb attys bros capt cmdr col cols comdr cpl dr drs fr gen gens gov govs hon insp lt maj messrs mr mrs ms
   msgr pfc pres prof profs pvt rep reps rev revs sec sen sens sgt sr sra st supt vs viz eg ie cf approx ca ed eds`.split(
    /\s+/u,
  ),
);

/** Abbreviations when a number follows, and words of their own otherwise: "No. 5", but "He said no." */
const BEFORE_A_NUMBER = new Set('art ch fig figs no nos op p para pp vol'.split(' '));

/** Abbreviations that may also end a sentence: the next word decides. */
const MAYBE_LAST = new Set(
  `ala ariz ark assn ave blvd calif co colo conn corp ct cv del dept dist div est etc fla ga gmbh govt hwy ill inc
   ind intl jan feb mar apr jun jul aug sep sept oct nov dec jr kan ky la ltd mass md mich minn miss mo mont mt natl
   neb nev okla ore pa ph rd sq tenn tex univ va vt wash wis wyo al am phd pm`.split(/\s+/u),
);

/** Words that open a sentence far more often than they go on after "U.S." or "Inc.". */
const OPENERS = new Set(
  `a about after all also although an and another as asked at because before both but by despite during each
   earlier even every few for from had he her here his how however i if in instead it its last later many meanwhile
   most my no not now officials on once one only or other others our separately she since so some still such than
   that the their then there these they this those though through to today under until we what when where whether
   which while who with yet you your`.split(/\s+/u),
);

/** Between a quoted question and these words its sentence goes on: "Why?" Mr. Chase asked. */
const SPEAKER =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(?:said|says|asked|asks|added|adds|replied|replies|told|wrote|writes|shouted|cried)\b/u;

const DOTTED = /^(?:\p{L}\.)+$/u;
const LAST_WORD = /(?:^|[\s(["'“‘—–-])([\p{L}.]+)\.$/u;
const FIRST_WORD = /^[^\p{L}\p{N}]*([\p{L}\p{N}]+)/u;
const LIST_NUMBER = /^\W*\d{1,3}\.\s*$/u;
const QUOTED_QUESTION = /[?!]["'”’»]$/u;
const LATIN_STOP = /[.?!][^\s\p{L}\p{N}]*$/u;

/** What stands further away does not matter, and looking at all of it again and again would be slow. */
const VIEW = 80;

const PIECE = 4_000;

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
  for (const segment of segmentsOf(flat, language)) {
    const { start, end } = segment;
    const last = sentences.at(-1);
    const isMore =
      last !== undefined && continues(lookBack(flat, last), flat.slice(start, end), lookAhead(flat, start));
    if (isMore) sentences[sentences.length - 1] = { start: last.start, end };
    else sentences.push(segment);
  }
  return sentences.map((span) => trimSpan(text, span)).filter((span) => span.end > span.start);
}

/** `Intl.Segmenter` copies the whole text for each segment, so a long one is given to it piece by piece. */
function* segmentsOf(text: string, language: string): Generator<Span> {
  let start = 0;
  let size = PIECE;
  while (start < text.length) {
    const isRest = start + size >= text.length;
    const found = [...segmenter(language).segment(text.slice(start, start + size))];
    const whole = isRest ? found : found.slice(0, -1); // the last one may go on in the next piece
    for (const { index, segment } of whole)
      yield { start: start + index, end: start + index + segment.length };
    start += whole.reduce((length, { segment }) => length + segment.length, 0);
    size = whole.length > 0 ? PIECE : 2 * size;
  }
}

function lookBack(text: string, { start, end }: Span): string {
  return text.slice(Math.max(start, end - VIEW), end);
}

function lookAhead(text: string, start: number): string {
  return text.slice(start, start + VIEW);
}

/** Whether `next`, which begins what is `ahead`, goes on with the sentence that `before` seemed to end. */
function continues(before: string, next: string, ahead: string): boolean {
  const first = FIRST_WORD.exec(next)?.[1];
  if (first === undefined) return true; // a stray mark such as a closing quote belongs to what it closes
  if (LATIN_STOP.test(before)) return true; // no space behind the stop: the inside of an address or a name
  if (/^\p{Ll}/u.test(first)) return true; // "Why?" he asked.
  const trimmed = before.trimEnd();
  if (LIST_NUMBER.test(trimmed)) return true;
  if (QUOTED_QUESTION.test(trimmed) && SPEAKER.test(ahead)) return true;
  const word = LAST_WORD.exec(trimmed)?.[1];
  return word !== undefined && isAbbreviation(word, first);
}

/** Whether the full stop behind `word` is only that of an abbreviation, as far as the next word, `first`, tells. */
function isAbbreviation(word: string, first: string): boolean {
  const bare = word.replaceAll('.', '').toLowerCase();
  if (BEFORE_A_NAME.has(bare)) return true;
  if (BEFORE_A_NUMBER.has(bare)) return /^\p{N}/u.test(first);
  const isInitial = word.length === 1;
  if (!isInitial && !DOTTED.test(`${word}.`) && !MAYBE_LAST.has(bare)) return false;
  if (isInitial && first.length === 1 && word !== 'I') return true; // "A. A. Milne"
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
