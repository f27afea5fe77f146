/** Words that are almost the same: another form of one word, or a slip of the pen. */
import { termOf } from '../text/terms.js';
import type { NearTest } from './align.js';
import type { Quotation } from './quotation.js';
import { edgesOf, lettersOf, mayBeNear } from './outline.js';
import type { WordIndex } from './word-index.js';

/** A slip is allowed from this length on, a second one from twice it. */
const SLIP_LENGTH = 4;
const MOST_SLIPS = 2;

/** @returns a test that remembers its answers, for as long as one quotation is checked. */
export function createNearTest(index: WordIndex, { words }: Pick<Quotation, 'words'>): NearTest {
  const known = words.map(() => new Map<number, boolean>());
  const edges = Uint32Array.from(words, ({ key }) => edgesOf(key));
  const letters = Uint32Array.from(words, ({ key }) => lettersOf(key));
  return (at, number) => {
    const difference = (edges[at] ?? 0) ^ (index.edges[number] ?? 0);
    // Here nearly all pairs end.
    if (difference >>> 16 !== 0 && (difference & 0xffff) !== 0) return false;
    if (!mayBeNear(letters[at] ?? 0, index.letters[number] ?? 0, MOST_SLIPS)) return false;
    let near = known[at]?.get(number);
    if (near === undefined) {
      near = areNear(words[at]?.key ?? '', index.keys[number] ?? '');
      known[at]?.set(number, near);
    }
    return near;
  };
}

export function areNear(one: string, other: string): boolean {
  if (one[0] !== other[0] && one.at(-1) !== other.at(-1)) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < SLIP_LENGTH - 1 || long.length < SLIP_LENGTH) return false;
  const slips = short.length >= 2 * SLIP_LENGTH ? 2 : 1;
  // What costs most is asked last: of a long quotation some ten thousand pairs come here.
  const isSlip = long.length - short.length <= slips && isWithin(short, long, slips);
  const isForm = !isSlip && long.startsWith(short.slice(0, -1)) && termOf(one) !== undefined;
  return (isSlip || (isForm && termOf(one) === termOf(other))) && !/\p{N}/u.test(one + other);
}

/** Whether so few slips lie between two words: what both begin and end with is not compared. */
function isWithin(one: string, other: string, slips: number): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [rest, otherRest] = [one.length - start - end, other.length - start - end];
  if (Math.max(rest, otherRest) <= slips) return true;
  return editDistance(one.slice(start, one.length - end), other.slice(start, other.length - end)) <= slips;
}

/** Inserted, dropped, replaced characters; two neighbours in the wrong order count once. */
export function editDistance(one: string, other: string): number {
  let older: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    [older, before] = [before, row];
  }
  return before[other.length] ?? 0;
}
