/** Long work in slices: the event loop gets a turn in between, so that no answer waits for a re-index. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** A slice lasts about this long; what is done at once between two calls comes on top. */
const SLICE_MS = 10;

/** Goes through a list in slices; a step costs half a microsecond more than in a plain loop. */
export async function* inSlices<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  const pause = createSlices();
  for (const item of items) {
    yield item;
    await pause();
  }
}

/**
 * @param sliceMs - milliseconds of a slice: shorter for work that goes on while people wait for answers.
 * @returns a function to await between small steps; it pauses only when the current slice has lasted long enough.
 */
export function createSlices(sliceMs = SLICE_MS): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < sliceMs) return;
    await nextTurn();
    started = performance.now();
  };
}
