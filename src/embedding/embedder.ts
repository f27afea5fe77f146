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

/** Who waits for a vector: a person, or the program at some work of its own. */
export type Lane = 'reader' | 'background';

/** Makes vectors of length 1. Readers go before the program's own work, however much of that waits. */
export interface Embedder {
  /**
   * Resolves once the model is loaded.
   * @throws ModelError when its files are missing, damaged or not understood.
   */
  ready(): Promise<ModelInfo>;
  /**
   * @param lane - `reader` when left out; questions that nobody asked queue up with the passages.
   * @throws EmbeddingError when the text repeatedly ends the process or the embedder is closed.
   */
  embedQuestion(text: string, lane?: Lane): Promise<Float32Array>;
  /** Like `embedQuestion`, behind all readers. A paragraph is embedded alone, never in a batch. */
  embedPassage(text: string): Promise<Float32Array>;
  /** Ends all processes; work that waits is rejected. Safe to call twice. */
  close(): Promise<void>;
}
