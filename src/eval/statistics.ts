/** The few statistics that the figures need. */

/** @returns NaN for an empty list. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The smallest value that at least `share` of all do not exceed; NaN for an empty list. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The chance that one of `higher` exceeds one of `lower`; equal ones count half. NaN when either is empty. */
export function areaUnderCurve(higher: readonly number[], lower: readonly number[]): number {
  let wins = 0;
  for (const one of higher) for (const other of lower) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (higher.length * lower.length);
}

/** Share of `higher` above the least threshold that at most `falseShare` of `lower` exceed. */
export function coverageAt(higher: readonly number[], lower: readonly number[], falseShare: number): number {
  const allowed = Math.floor(falseShare * lower.length);
  const threshold = lower.toSorted((a, b) => b - a)[allowed] ?? Number.NEGATIVE_INFINITY;
  return higher.filter((value) => value > threshold).length / higher.length;
}

/** Share of a list; NaN for an empty one. */
export function shareOf<Thing>(list: readonly Thing[], isSo: (thing: Thing) => boolean): number {
  return list.filter(isSo).length / list.length;
}

/** Lists of the things with the same key, in the order of their first ones. */
export function groupBy<Thing>(list: readonly Thing[], key: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return groups;
}
