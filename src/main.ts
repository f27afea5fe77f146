/** Entry of `npm start`: wires the rooms, brings the index up to date and serves until a signal comes. */
import { config as loadDotenv } from 'dotenv';
import { commands } from '../commands/index.js';
import { assemble, type Byline } from './assemble.js';
import { parseConfig, type Config } from './config.js';
import { createBot } from './discord/bot.js';
import { BylineError, messageOf, ModelError } from './errors.js';
import { createLog, type Log } from './log.js';
import { createProgressBar } from './terminal/progress.js';
import { renderReport } from './terminal/render.js';
import { runSession } from './terminal/session.js';

/** So long after a signal the process ends, whatever still hangs: the index survives that by design. */
const LATEST_EXIT_MS = 9_500;

const NO_TERMINAL = `There is neither a Discord token nor a terminal here. Either
  - set DISCORD_TOKEN, in .env or in the environment (README.md tells how to get one), or
  - run npm start in a terminal, or
  - use the command line: npm run cli -- ask "QUESTION"`;

async function main(): Promise<void> {
  loadDotenv({ quiet: true });
  const config = parseConfig(process.env);
  const log = createLog(config.logLevel, [config.token ?? '']);
  if (config.token === undefined && !process.stdin.isTTY) {
    process.stderr.write(`${NO_TERMINAL}\n`);
    process.exitCode = 1;
    return;
  }
  const stop = stopOnSignals(log);
  const byline = await assemble(config, log);
  try {
    if (config.token === undefined)
      await Promise.race([serveTerminal(byline, stop.signal), aborted(stop.signal)]);
    else await serveDiscord(byline, { ...config, token: config.token }, log, stop);
  } finally {
    await byline.close();
  }
}

/** Serves at once, with the index of the last run; the articles are read meanwhile. */
async function serveDiscord(
  { answerer, index }: Byline,
  config: Config & { readonly token: string },
  log: Log,
  stop: AbortController,
): Promise<void> {
  outliveMistakes(log);
  const bot = createBot({ ...config, commands, answerer, reindexer: index, log });
  bringUpToDate(index, log, stop.signal).catch((error: unknown) => stop.abort(error));
  try {
    await Promise.race([bot.run(), aborted(stop.signal)]);
  } finally {
    // A run of the index is told to stop first: its command is among the answers to finish.
    await Promise.all([index.close(), bot.stop()]);
  }
  if (stop.signal.reason instanceof Error) throw stop.signal.reason;
}

/**
 * An error that nobody caught is a mistake, here or in a library (discord.js throws from its socket when Discord sends what
 * it does not expect). It concerns one event; everybody else's answers matter more, and the index on disk is whole at any time.
 */
function outliveMistakes(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => {
      log.error('A mistake in the program; please report it. The bot goes on', { event, error });
    });
  }
}

/**
 * Reads the articles once. What an administrator can mend while the bot runs is logged: the old index goes on answering.
 *
 * @throws ModelError: without a model nothing can be answered.
 */
async function bringUpToDate(index: Byline['index'], log: Log, signal: AbortSignal): Promise<void> {
  try {
    await index.loaded();
    const outcome = await index.reindex();
    if (outcome.kind !== 'done') return;
    const { skipped, failed, seconds, ...report } = outcome.report;
    log.info('The index is up to date', { ...report, seconds: Number(seconds.toFixed(1)) });
    for (const problem of [...skipped, ...failed]) log.warn('An article was not indexed', { ...problem });
  } catch (error) {
    if (signal.aborted) return; // whatever it was at, the next start goes on with it
    if (error instanceof ModelError) throw error;
    log.error('The articles could not be read; mend the cause, then use /reindex', { error });
  }
}

async function serveTerminal({ answerer, index }: Byline, signal: AbortSignal): Promise<void> {
  const bar = createProgressBar();
  try {
    await index.loaded();
    const outcome = await index.reindex({ onProgress: bar.show });
    bar.stop();
    if (outcome.kind === 'done') process.stdout.write(`${renderReport(outcome.report)}\n\n`);
  } finally {
    bar.stop();
  }
  await runSession({ answerer, reindexer: index, input: process.stdin, output: process.stdout, signal });
}

function stopOnSignals(log: Log): AbortController {
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

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

try {
  await main();
} catch (error) {
  // An expected error tells what to do; of an unexpected one the developer needs the stack.
  const text = error instanceof BylineError || !(error instanceof Error) ? messageOf(error) : error.stack;
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
// Everything is closed; a library that still holds on to a socket or a timer is no reason to stay.
process.exit();
