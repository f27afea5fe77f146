/** Embedders for tests: the real process with the vendored model, and one in memory for where meaning does not matter. */
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { Embedder } from '../../src/embedding/embedder.js';
import { createProcessEmbedder, type ProcessEmbedderOptions } from '../../src/embedding/process-embedder.js';
import type { EmbedderWithReranker } from '../../src/embedding/reranker.js';
import { hashOf } from '../../src/text/hash.js';
import { silentLog } from './silent-log.js';

/** The child process runs compiled code; `npm test` compiles first. */
export const CHILD_PATH = fileURLToPath(new URL('../../dist/src/embedding/child.js', import.meta.url));
export const MODELS_DIRECTORY = fileURLToPath(new URL('../../data/models', import.meta.url));
export const MODEL = 'e5-small-v2';

/** A real embedder with the vendored model; whoever starts it closes it. */
export function startEmbedder(options: Partial<ProcessEmbedderOptions> = {}): EmbedderWithReranker {
  return createProcessEmbedder({
    model: MODEL,
    modelsDirectory: MODELS_DIRECTORY,
    log: silentLog(),
    childPath: CHILD_PATH,
    ...options,
  });
}

/** One real embedder for a whole test file, closed behind its last test. To be called outside of tests. */
export function sharedEmbedder(): Embedder {
  const embedder = startEmbedder();
  afterAll(() => embedder.close());
  return embedder;
}

export interface FakeEmbedderOptions {
  readonly fingerprint?: string;
  readonly dimensions?: number;
  /** Called before each passage is embedded; may wait or throw. */
  readonly before?: (text: string) => unknown;
}

/** Every text that was embedded as a passage, in order. */
export type FakeEmbedder = Embedder & { readonly passages: string[] };

/** Vectors made of the words of a text: equal texts have equal ones, and that is all they mean. */
export function fakeEmbedder({
  fingerprint = 'fake',
  dimensions = 16,
  before = () => undefined,
}: FakeEmbedderOptions = {}): FakeEmbedder {
  const passages: string[] = [];
  return {
    passages,
    ready: () => Promise.resolve({ name: 'fake', fingerprint, dimensions }),
    embedQuestion: (text) => Promise.resolve(vectorOfWords(text, dimensions)),
    async embedPassage(text) {
      await before(text);
      passages.push(text);
      return vectorOfWords(text, dimensions);
    },
    close: () => Promise.resolve(),
  };
}

export function vectorOfWords(text: string, dimensions = 16): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of text.toLowerCase().split(/\P{L}+/u)) {
    const at = Number.parseInt(hashOf(word).slice(0, 8), 16) % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
