/** 8-bit codes of vectors: a quarter of the memory to read. What they rank is scored again with the vectors themselves. */

const LARGEST_CODE = 127;

/**
 * Writes the codes of one vector: whole numbers from -127 to 127.
 *
 * @returns the scale: code times scale is about the number itself; 0 for a vector of zeros.
 */
export function encodeVector(vector: Float32Array, into: Int8Array | Int16Array): number {
  let largest = 0;
  for (let at = 0; at < vector.length; at++) largest = Math.max(largest, Math.abs(vector[at] ?? 0));
  const factor = largest === 0 ? 0 : LARGEST_CODE / largest;
  for (let at = 0; at < vector.length; at++) into[at] = Math.round((vector[at] ?? 0) * factor);
  return largest / LARGEST_CODE;
}
