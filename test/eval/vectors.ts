/** Vectors from the product's own embedding process, kept on disk between runs: embedding a set takes minutes. */
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Embedder, ModelInfo } from '../../src/embedding/embedder.js';
import { createProcessEmbedder } from '../../src/embedding/process-embedder.js';
import { Journal } from '../../src/index/journal.js';
import { createLog } from '../../src/log.js';
import { hashOf } from '../../src/text/hash.js';

const PROJECT = path.resolve(import.meta.dirname, '../..');
/** Texts on their way to the embedding process, so that it never waits. */
const IN_FLIGHT = 8;

export class CachedVectors {
  private constructor(
    readonly model: ModelInfo,
    private readonly embedder: Embedder,
    private readonly journals: Readonly<Record<'question' | 'passage', Journal>>,
  ) {}

  /** Vectors of another model are in another folder. The compiled embedding process must be there: `tsc` makes it. */
  static async open(): Promise<CachedVectors> {
    const embedder = createProcessEmbedder({
      model: 'e5-small-v2',
      modelsDirectory: path.join(PROJECT, 'data/models'),
      log: createLog('warn'),
      childPath: path.join(PROJECT, 'dist/src/embedding/child.js'),
    });
    const model = await embedder.ready();
    const folder = path.join(tmpdir(), 'byline-vectors', model.fingerprint.slice(0, 16));
    await mkdir(folder, { recursive: true });
    const question = await Journal.open(path.join(folder, 'questions'), model, false);
    const passage = await Journal.open(path.join(folder, 'passages'), model, false);
    return new CachedVectors(model, embedder, { question, passage });
  }

  /** One vector a text, in order. */
  async of(role: 'question' | 'passage', texts: readonly string[]): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    const waiting = texts.entries();
    const work = async (): Promise<void> => {
      for (const [at, text] of waiting) vectors[at] = await this.#one(role, text);
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, work));
    return vectors;
  }

  async close(): Promise<void> {
    await Promise.all([this.journals.question.close(), this.journals.passage.close()]);
    await this.embedder.close();
  }

  async #one(role: 'question' | 'passage', text: string): Promise<Float32Array> {
    const hash = hashOf(text).slice(0, 32);
    const known = this.journals[role].get(hash);
    if (known !== undefined) return known;
    const vector =
      role === 'question' ? await this.embedder.embedQuestion(text) : await this.embedder.embedPassage(text);
    await this.journals[role].add(hash, vector);
    return vector;
  }
}
