/** How many slips of the finger lie between two words. */

/**
 * Letters inserted, dropped or replaced; two neighbours in the wrong order count once (Damerau 1964, optimal string
 * alignment).
 *
 * @returns undefined when there are more than `limit`: found out early, because nearly all pairs of words are far apart.
 */
export function slipsBetween(one: string, other: string, limit: number): number | undefined {
  if (Math.abs(one.length - other.length) > limit) return undefined;
  let older: number[] = [];
  let before = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let best = Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
      least = Math.min(least, best);
    }
    // An exchange reaches over one row and costs 1: this row and the one before bound all that follow.
    if (least > limit && Math.min(...before) >= limit) return undefined;
    [older, before] = [before, row];
  }
  const slips = before[other.length] ?? 0;
  return slips > limit ? undefined : slips;
}
