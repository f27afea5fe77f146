/**
 * What was read from the text of a chunk, kept for the questions that come back to it: reading takes longer than all else that
 * a question is asked of the best chunks.
 */
import type { Snapshot } from '../index/snapshot.js';

/**
 * @param read - what is kept of a text; it depends on nothing else, but for the language of its article.
 * @param size - how many chunks are kept; beyond this the memo starts again rather than grow.
 * @returns the same for the chunk in a row of a snapshot; an empty text is read where there is no chunk.
 */
export function rememberByChunk<Read>(
  read: (text: string, language: string | undefined) => Read,
  size: number,
): (snapshot: Snapshot, row: number) => Read {
  const memos = new WeakMap<Snapshot, Map<number, Read>>();
  return (snapshot, row) => {
    let memo = memos.get(snapshot);
    if (memo === undefined) memos.set(snapshot, (memo = new Map<number, Read>()));
    let known = memo.get(row);
    if (known === undefined) {
      const { article = -1, start = 0, end = 0 } = snapshot.chunkAt(row) ?? {};
      const { text = '', language } = snapshot.articles[article] ?? {};
      known = read(text.slice(start, end), language);
      if (memo.size >= size) memo.clear();
      memo.set(row, known);
    }
    return known;
  };
}
