/** The flags of an altered quotation: what its collection and its alignment tell beside the words that differ. */
import { isOtherPart } from './differences.js';
import { findFlags } from './flags.js';
import type { Quotation } from './quotation.js';
import { gapAt } from './same-words.js';
import type { Source } from './source.js';
import type { Difference, Flag } from './verdict.js';
import { articleAt, BORDER, countOf, type WordIndex } from './word-index.js';

/** A word written with a capital in this share of the places looked at is a name. */
const NAME_SHARE = 0.8;
const MOST_LOOKED_AT = 40;
/** Marks and white space between two words. */
const MARKS = 4;

export function flagsOf(
  index: WordIndex,
  quotation: Quotation,
  source: Source,
  differences: readonly Difference[],
): Flag[] {
  const isName = (text: string, key: string): boolean => isNameIn(index, text, key);
  const article = index.articles[articleAt(index, source.pairs[0]?.place ?? 0)];
  const counted = differences.filter((one) => !isBetweenMarks(article?.text ?? '', one));
  if (source.isPart !== true) return findFlags(counted, isName);
  const own = counted.filter(({ quoted, original }) => original !== '' || !isOtherPart(quoted));
  const flags = findFlags(own, isName);
  return source.isElided === true
    ? flags
    : [...flags, { kind: 'splice', quoted: partOf(quotation, source), original: '' }];
}

/** Whether only what the reporter put between two parts of one quotation is left out: "…," said Smith. "…" */
function isBetweenMarks(text: string, { quoted, originalSpan: { start, end } }: Difference): boolean {
  if (quoted !== '' || start === end) return false;
  return /["”»][\s,.;–—-]*$/u.test(text.slice(start - MARKS, start)) && /^[\s,.:;–—-]*["“«]/u.test(text.slice(end, end + MARKS));
} // prettier-ignore

/** The quotation's words that a part is the source of. */
function partOf({ text, words }: Quotation, { pairs }: Source): string {
  return text.slice(words[pairs[0]?.at ?? 0]?.start, words[pairs.at(-1)?.at ?? 0]?.end);
}

function isNameIn(index: WordIndex, text: string, key: string): boolean {
  const number = index.numbers.get(key) ?? BORDER;
  const count = countOf(index, number);
  if (key === 'i' || key.length < 2) return false;
  if (count === 0) return isCapital(text);
  const step = Math.max(1, Math.floor(count / MOST_LOOKED_AT));
  let [capitals, seen] = [0, 0];
  for (let n = 0; n < count; n += step) {
    const place = index.places[(index.offsets[number] ?? 0) + n] ?? 0;
    if (isBeginning(index, place)) continue;
    seen++;
    const article = index.articles[articleAt(index, place)];
    if (isCapital(article?.text.charAt(index.starts[place] ?? 0) ?? '')) capitals++;
  }
  return seen > 0 && capitals >= NAME_SHARE * seen;
}

/** Every word has a capital at the beginning of a sentence or a quotation: that tells nothing. */
function isBeginning(index: WordIndex, place: number): boolean {
  const before = index.ids[place - 1];
  return before === undefined || before === BORDER || /[.!?:“"‘«\n]/u.test(gapAt(index, place - 1));
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
