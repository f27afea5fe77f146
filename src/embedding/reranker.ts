/** What the rest of the program knows of the cross-encoder: how well each of some texts answers a question. */
import type { Embedder } from './embedder.js';

/** Optional beside the embedder, and never in the way: whoever gets no scores answers without them. */
export interface Reranker {
  /** Resolves once the model is loaded, or it is known that it will not be. Never rejects. */
  settled(): Promise<void>;
  /**
   * Reads the question together with each text: a run of the model a text, behind the questions of others.
   *
   * @returns the log odds that a text answers, one a text, comparable within one model only. Undefined when the model is
   * missing, late or gone: the log has the reason. Never rejects.
   */
  score(question: string, texts: readonly string[]): Promise<readonly number[] | undefined>;
}

/** An embedder whose process has a reranker as well, where one is configured. */
export interface EmbedderWithReranker extends Embedder {
  readonly reranker: Reranker | undefined;
}
