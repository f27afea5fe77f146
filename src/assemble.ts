/** Puts the rooms together, the same way for the bot, the terminal session and the command line. */
import type { Answerer } from './answers/answer.js';
import { Calibrator } from './answers/calibrator.js';
import { createAnswerer } from './answers/create-answerer.js';
import { THRESHOLDS } from './answers/thresholds.js';
import type { Config } from './config.js';
import type { Embedder } from './embedding/embedder.js';
import type { EmbedderWithReranker, Reranker } from './embedding/reranker.js';
import { PassageIndex } from './index/passage-index.js';
import { watchArticles } from './index/watch-articles.js';
import type { Log } from './log.js';
import { startEmbedder } from './start-embedder.js';
import { openStore, type Store } from './state/store.js';

export interface Byline {
  readonly answerer: Answerer;
  readonly calibrator: Calibrator;
  readonly embedder: Embedder;
  readonly index: PassageIndex;
  readonly store: Store;
  /** Where one is configured. */
  readonly reranker: Reranker | undefined;
  /** Ends a run of the index, the embedding process, the lock and the state, in this order. */
  close(): Promise<void>;
}

export interface AssembleOptions {
  /** Answers from what another process keeps up to date, and writes nothing. */
  readonly readOnly?: boolean;
  /** One that is started already; it is closed with the rest, also when that cannot be had. */
  readonly embedder?: EmbedderWithReranker;
  /** The bot remembers; the command line has nothing to remember, and its state is in memory. */
  readonly keepsState?: boolean;
}

/**
 * Starts the embedding process and opens the index; neither is waited for: see `PassageIndex.loaded`.
 *
 * @throws IndexLockedError when another process writes to the same index folder, StateVersionError when the state is of a
 * later version.
 */
export async function assemble(
  config: Config,
  log: Log,
  { readOnly = false, keepsState = false, embedder = startEmbedder(config, log) }: AssembleOptions = {},
): Promise<Byline> {
  const isMeasured = config.model === THRESHOLDS.model;
  if (!isMeasured) {
    log.warn(
      'When to decline a question was measured with another model; expect too many answers, or too few',
      {
        model: config.model,
        measured: THRESHOLDS.model,
      },
    );
  }
  let opened: Store | undefined;
  try {
    const store = openStore({ directory: keepsState ? config.stateDirectory : undefined, log });
    opened = store;
    const index = await PassageIndex.open({
      directory: config.indexDirectory,
      articlesDirectory: config.articlesDirectory,
      embedder,
      log,
      readOnly,
    });
    const watch =
      config.watchArticles && !readOnly
        ? watchArticles({ directory: config.articlesDirectory, reindexer: index, log })
        : undefined;
    const directory = config.indexDirectory;
    const calibrator = new Calibrator({ directory, embedder, isMeasured, log, readOnly });
    const close = async (): Promise<void> => {
      await watch?.close();
      await calibrator.close();
      await index.close();
      await embedder.close();
      store.close();
    };
    const { reranker } = embedder;
    const answerer = createAnswerer(index, embedder, calibrator, reranker);
    return { answerer, calibrator, embedder, index, reranker, store, close };
  } catch (error) {
    await embedder.close();
    opened?.close();
    throw error;
  }
}
