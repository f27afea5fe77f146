/** Words that are almost the same: another form of one word, or a slip of the pen. */
import { slipsBetween } from '../text/edit-distance.js';
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
  const isSlip = slipsBetween(short, long, slips) !== undefined;
  const isForm = !isSlip && long.startsWith(short.slice(0, -1)) && termOf(one) !== undefined;
  return (isSlip || (isForm && termOf(one) === termOf(other))) && !/\p{N}/u.test(one + other);
}
