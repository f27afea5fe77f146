/** Starts the embedder as it is configured. It imports little, so that the model can load while all the rest is read in. */
import type { Config } from './config.js';
import type { Embedder } from './embedding/embedder.js';
import { createProcessEmbedder } from './embedding/process-embedder.js';
import type { Log } from './log.js';
import { createDownloadReport } from './terminal/download.js';

export function startEmbedder({ model, modelsDirectory }: Config, log: Log): Embedder {
  return createProcessEmbedder({ model, modelsDirectory, log, onDownload: createDownloadReport(log) });
}
