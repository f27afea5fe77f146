/** What is seen of a word at a glance: enough to know of most pairs of words that they are not nearly the same. */

const LETTERS = 26;
const MOST_LENGTH = 63;

/** First and last character of a key in one number: words that differ in both are never nearly the same. */
export function edgesOf(key: string): number {
  return key === '' ? 0 : key.charCodeAt(0) * 0x10000 + key.charCodeAt(key.length - 1);
}

/** Which letters a key has, a bit each, and above them its length. Other characters share the letters' bits. */
export function lettersOf(key: string): number {
  let bits = 0;
  for (let at = 0; at < key.length; at++) bits |= 1 << (key.charCodeAt(at) % LETTERS);
  return (bits | (Math.min(key.length, MOST_LENGTH) << LETTERS)) >>> 0;
}

/**
 * Whether two words with these letters may be `slips` apart, or one may begin with the other but its last letter: there
 * may be others, but never fewer.
 */
export function mayBeNear(one: number, other: number, slips: number): boolean {
  const [length, otherLength] = [one >>> LETTERS, other >>> LETTERS];
  const [missing, added] = [countBits(one & ~other & MASK), countBits(other & ~one & MASK)];
  const isSlip = Math.abs(length - otherLength) <= slips && missing <= slips && added <= slips;
  return isSlip || (length <= otherLength ? missing : added) <= 1;
}

const MASK = (1 << LETTERS) - 1;

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
