/** The keys with the largest values, largest first; of equal ones the smaller key. */
export function topEntries(values: ReadonlyMap<number, number>, limit: number): number[] {
  const top: [number, number][] = [];
  for (const [key, value] of values) {
    const last = top.at(-1);
    if (top.length === limit && last !== undefined && !isBefore(key, value, last)) continue;
    let at = top.length;
    while (at > 0 && isBefore(key, value, top[at - 1])) at--;
    top.splice(at, 0, [key, value]);
    if (top.length > limit) top.pop();
  }
  return top.map(([key]) => key);
}

function isBefore(key: number, value: number, other: readonly [number, number] | undefined): boolean {
  return other === undefined || value > other[1] || (value === other[1] && key < other[0]);
}
