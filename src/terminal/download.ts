/** Shows how the download of a model goes: a bar in a terminal, one log line a file elsewhere. */
import type { Log } from '../log.js';
import { createProgressBar } from './progress.js';

export interface Download {
  readonly file: string;
  /** Bytes. */
  readonly loaded: number;
  readonly total: number;
}

export function createDownloadReport(log: Log): (download: Download) => void {
  const bar = createProgressBar();
  const begun = new Set<string>();
  return ({ file, loaded, total }) => {
    if (!begun.has(file)) log.info('Downloading a file of a model', { file, bytes: total });
    begun.add(file);
    bar.show({ phase: 'downloading', done: loaded, total });
    if (loaded >= total) bar.stop();
  };
}
