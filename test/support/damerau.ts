/** The plain edit distance that counts an exchange of neighbours once (Damerau 1964): the twin of faster ones. */
export function damerau(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, at) => [at]);
  const at = (i: number, j: number): number => rows[i]?.[j] ?? (i === 0 ? j : Number.POSITIVE_INFINITY);
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      (rows[i] ?? [])[j] = cost;
    }
  }
  return at(a.length, b.length);
}
