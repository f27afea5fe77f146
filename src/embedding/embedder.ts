/** What the rest of the program knows of embedding: strings go in, unit vectors come out. */

/** The model behind an embedder. */
export interface ModelInfo {
  /** Name as configured, for example "e5-small-v2". */
  readonly name: string;
  /** Hash of model file, runtime version and prompts; vectors of different fingerprints are not comparable. */
  readonly fingerprint: string;
  /** Length of every vector. */
  readonly dimensions: number;
}

/** Makes vectors of length 1. Questions go before passages, however many passages wait. */
export interface Embedder {
  /**
   * Resolves once the model is loaded.
   * @throws ModelError when its files are missing, damaged or not understood.
   */
  ready(): Promise<ModelInfo>;
  /** @throws EmbeddingError when the text repeatedly ends the process or the embedder is closed. */
  embedQuestion(text: string): Promise<Float32Array>;
  /** Like `embedQuestion`, behind all questions. A paragraph is embedded alone, never in a batch. */
  embedPassage(text: string): Promise<Float32Array>;
  /** Ends the process; work that waits is rejected. Safe to call twice. */
  close(): Promise<void>;
}
