/** How many slips of the finger lie between two words. */

/**
 * Letters inserted, dropped or replaced; two neighbours in the wrong order count once (Damerau 1964, optimal string
 * alignment).
 *
 * @param limit - small: where two words differ, every kind of slip is tried, so each slip more takes four times as long.
 * @returns undefined when there are more than `limit`.
 */
export function slipsBetween(one: string, other: string, limit: number): number | undefined {
  // Nearly all pairs of words are far apart, and no matrix is made to find that out.
  for (let slips = Math.abs(one.length - other.length); slips <= limit; slips++) {
    if (isWithin(one, 0, other, 0, slips)) return slips;
  }
  return undefined;
}

/** Whether so many slips lead from what is left of one word to what is left of the other. */
function isWithin(one: string, i: number, other: string, j: number, slips: number): boolean {
  while (i < one.length && j < other.length && one.charCodeAt(i) === other.charCodeAt(j)) {
    i++;
    j++;
  }
  const [left, otherLeft] = [one.length - i, other.length - j];
  if (left === 0 || otherLeft === 0) return left + otherLeft <= slips;
  if (slips === 0 || Math.abs(left - otherLeft) > slips) return false;
  const isExchange = one.charCodeAt(i) === other.charCodeAt(j + 1) && one.charCodeAt(i + 1) === other.charCodeAt(j);
  return (
    (isExchange && isWithin(one, i + 2, other, j + 2, slips - 1)) ||
    isWithin(one, i + 1, other, j + 1, slips - 1) ||
    isWithin(one, i + 1, other, j, slips - 1) ||
    isWithin(one, i, other, j + 1, slips - 1)
  );
} // prettier-ignore
