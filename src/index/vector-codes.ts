/** 8-bit codes of vectors: a quarter of the memory to read. What they rank is scored again with the vectors themselves. */

const LARGEST_CODE = 127;
/** A vector with nothing larger in it counts as one of zeros: what would be divided by it would leave the range of a float. */
const SMALLEST = 2 ** -100;

const { fround } = Math;

/**
 * Writes the codes of one vector: whole numbers from -127 to 127. The plain twin of coding.wat, with its 32-bit floats.
 *
 * @returns the scale: code times scale is about the number itself; 0 for a vector of zeros.
 */
export function encodeVector(vector: Float32Array, into: Int8Array | Int16Array): number {
  let largest = 0;
  for (let at = 0; at < vector.length; at++) {
    const value = vector[at] ?? 0;
    if (value > largest) largest = value;
    else if (-value > largest) largest = -value;
  }
  const factor = largest < SMALLEST ? 0 : fround(LARGEST_CODE / largest);
  for (let at = 0; at < vector.length; at++)
    into[at] = Math.floor(fround(fround((vector[at] ?? 0) * factor) + 0.5));
  return fround(largest / LARGEST_CODE);
}
