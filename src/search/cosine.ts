/**
 * Exact dense search: the cosine of the question with every chunk. Vectors have length 1, so it is a dot product;
 * four accumulators keep the processor's multipliers busy (about four times a plain loop).
 */

/**
 * @param vectors - rows of `query.length` numbers, one behind the other.
 * @returns one cosine a row.
 */
export function cosines(vectors: Float32Array, query: Float32Array): Float32Array {
  const dimensions = query.length;
  const rows = dimensions === 0 ? 0 : Math.floor(vectors.length / dimensions);
  const result = new Float32Array(rows);
  for (let row = 0; row < rows; row++) result[row] = dotAt(vectors, row * dimensions, query);
  return result;
}

function dotAt(vectors: Float32Array, offset: number, query: Float32Array): number {
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
