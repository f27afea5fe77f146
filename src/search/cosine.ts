/** The dot product in plain JavaScript: the twin of the kernel, and the last word on the order of the best. */

/**
 * Dot product of the query with as many numbers from `offset` on; for vectors of length 1 it is their cosine. Four
 * accumulators keep the processor's multipliers busy (about four times a plain loop).
 */
export function dotAt(vectors: Float32Array, offset: number, query: Float32Array): number {
  const dimensions = query.length;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (; at + 3 < dimensions; at += 4) {
    a += (vectors[offset + at] ?? 0) * (query[at] ?? 0);
    b += (vectors[offset + at + 1] ?? 0) * (query[at + 1] ?? 0);
    c += (vectors[offset + at + 2] ?? 0) * (query[at + 2] ?? 0);
    d += (vectors[offset + at + 3] ?? 0) * (query[at + 3] ?? 0);
  }
  for (; at < dimensions; at++) a += (vectors[offset + at] ?? 0) * (query[at] ?? 0);
  return a + b + (c + d);
}
