/** A question as it was typed becomes one that can be searched: slips of the finger mended, and a vector made of it. */
import type { Embedder } from '../embedding/embedder.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Question } from '../search/search.js';
import { correctSpelling } from '../search/spelling.js';

/** How much the corrected question counts beside the one that was typed, which may have been right after all. */
const CORRECTED = 0.75;

export async function readQuestion(
  snapshot: Snapshot,
  embedder: Pick<Embedder, 'embedQuestion'>,
  text: string,
): Promise<Question> {
  // The model works on the typed text while words are compared, which is the longer part of reading a question.
  const [typed, mended] = await Promise.all([
    embedder.embedQuestion(text),
    mendSpelling(snapshot, embedder, text),
  ]);
  if (mended === undefined) return { text, vector: typed };
  // Cosines are linear: one scan with the mean of two vectors gives the order of the mean of two scans.
  const mean = typed.map((value, at) => (1 - CORRECTED) * value + CORRECTED * (mended.vector[at] ?? 0));
  return { text: mended.text, vector: toUnit(mean) };
}

async function mendSpelling(
  snapshot: Snapshot,
  embedder: Pick<Embedder, 'embedQuestion'>,
  typed: string,
): Promise<Question | undefined> {
  const text = correctSpelling(snapshot, typed);
  return text === undefined ? undefined : { text, vector: await embedder.embedQuestion(text) };
}

/** A shorter vector would make all cosines smaller, and mended questions would be declined for it. */
function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
