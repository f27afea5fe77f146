/** Serves Discord, or what passes for it, until a signal comes; meanwhile the index is brought up to date. */
import type { Byline } from './assemble.js';
import { createBot, type BotOptions } from './discord/bot.js';
import { ModelError } from './errors.js';
import type { Log } from './log.js';
import { aborted } from './stop.js';

export type Discord = Pick<BotOptions, 'token' | 'apiUrl' | 'guildId' | 'commands'>;

/**
 * Serves at once, with the index of the last run; the articles are read meanwhile. Resolves after `stop`.
 *
 * @throws ConfigError when Discord refuses the bot, ModelError when nothing can be answered.
 */
export async function serve(
  { answerer, index, store }: Byline,
  discord: Discord,
  log: Log,
  stop: AbortController,
): Promise<void> {
  outliveMistakes(log);
  const bot = createBot({ ...discord, answerer, reindexer: index, store, log });
  bringUpToDate(index, log, stop.signal).catch((error: unknown) => stop.abort(error));
  try {
    index.onRun(bot.afterRun); // before the first run can be done
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
