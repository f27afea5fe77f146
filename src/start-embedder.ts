/** Starts the embedder as it is configured. It imports little, so that the model can load while all the rest is read in. */
import type { Config } from './config.js';
import { createProcessEmbedder } from './embedding/process-embedder.js';
import type { EmbedderWithReranker } from './embedding/reranker.js';
import type { Log } from './log.js';
import { createDownloadReport } from './terminal/download.js';

export function startEmbedder(
  { model, modelsDirectory, rerankerModel }: Config,
  log: Log,
): EmbedderWithReranker {
  const onDownload = createDownloadReport(log);
  return createProcessEmbedder({ model, modelsDirectory, rerankerModel, log, onDownload });
}
