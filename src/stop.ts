/** The end of the process: signals, and the promise that it comes in time. */
import type { Log } from './log.js';

/** So long after a signal the process ends, whatever still hangs: the index survives that by design. */
const LATEST_EXIT_MS = 9_500;

/** @returns what is aborted by the first SIGTERM or SIGINT. */
export function stopOnSignals(log: Log): AbortController {
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.once(name, () => {
      log.info('Stopping: answers in flight are finished first', { signal: name });
      setTimeout(() => process.exit(), LATEST_EXIT_MS).unref();
      stop.abort(name);
    });
  }
  return stop;
}

export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
