/** Vectors that the index has already, by the hash of their text. */
import { createSlices, inSlices } from './slices.js';
import { HASH_WORDS, hashAt } from './passage-codec.js';
import type { SnapshotPart } from './snapshot.js';

/** As many first bits of a hash tell at once that nobody asks for it. */
const FILTER_BITS = 16;

/**
 * Looks for hashes in all segments, also among removed articles. There is no map of all hashes: it would take more memory
 * than the columns it is made of, and looking through those takes a few milliseconds for a million.
 */
export async function findVectors(
  parts: readonly SnapshotPart[],
  hashes: ReadonlyMap<string, unknown>,
): Promise<Map<string, Float32Array>> {
  const pause = createSlices();
  const found = new Map<string, Float32Array>();
  const filter = new Uint8Array(2 ** FILTER_BITS);
  for await (const hash of inSlices(hashes.keys())) filter[Buffer.from(hash, 'hex').readUInt16LE()] = 1;
  for (const { segment } of hashes.size === 0 ? [] : parts) {
    const { passages, block, row: first } = segment;
    for (let row = 0; row < passages.article.length; row++) {
      if (filter[(passages.hashes[row * HASH_WORDS] ?? 0) & (filter.length - 1)] === 0) continue;
      const hash = hashAt(passages, row);
      if (hashes.has(hash)) found.set(hash, block.rowsAt(first + row, first + row + 1));
    }
    await pause();
  }
  return found;
}
