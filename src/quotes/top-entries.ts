/** The positions of the largest values above 0, largest first; of equal ones the smaller position. */
export function topEntries(values: Float64Array, limit: number): number[] {
  const top: number[] = [];
  let least = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    if (value <= least) continue;
    let rank = top.length;
    while (rank > 0 && (values[top[rank - 1] ?? 0] ?? 0) < value) rank--;
    top.splice(rank, 0, at);
    if (top.length > limit) top.pop();
    if (top.length === limit) least = values[top.at(-1) ?? 0] ?? 0;
  }
  return top;
}
