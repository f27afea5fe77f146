/** Vectors of the questions that were embedded last: a list of them is paged through, and made anew for each page. */
import type { Embedder } from '../embedding/embedder.js';

/** Of 384 numbers each: some 1.5 MB. */
const MOST_REMEMBERED = 1000;

/** The same vectors, without a second run of the model for a question that came lately. */
export function rememberQuestions(
  embedder: Pick<Embedder, 'embedQuestion'>,
  most = MOST_REMEMBERED,
): Pick<Embedder, 'embedQuestion'> {
  const vectors = new Map<string, Float32Array>();
  return {
    async embedQuestion(text) {
      const vector = vectors.get(text) ?? (await embedder.embedQuestion(text));
      vectors.delete(text); // and put in behind all others
      vectors.set(text, vector);
      const [oldest] = vectors.keys();
      if (vectors.size > most && oldest !== undefined) vectors.delete(oldest);
      return vector;
    },
  };
}
