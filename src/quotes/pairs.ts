/** Two neighbouring words, and where they stand. */
import { BORDER, type WordIndex } from './word-index.js';

/** Places of the first word where the second follows. */
export function placesOfPair(
  { ids, offsets, byNext }: WordIndex,
  first: number,
  second: number,
): Uint32Array {
  const [from, to] = [offsets[first] ?? 0, offsets[first + 1] ?? 0];
  if (first === BORDER || second === BORDER) return byNext.subarray(0, 0);
  const start = firstAtLeast(from, to, (n) => (ids[(byNext[n] ?? 0) + 1] ?? 0) >= second);
  const end = firstAtLeast(start, to, (n) => (ids[(byNext[n] ?? 0) + 1] ?? 0) > second);
  return byNext.subarray(start, end);
}

/** The first number from which on something is so, by halving. */
function firstAtLeast(from: number, to: number, isSo: (n: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
