/**
 * What is to be done in Discord after a run of the index: earlier messages are amended, followers are told. One round after the
 * other; while the bot is not connected, or a round goes on, runs are kept for the next one. An answer from before a run that
 * is shown behind it is amended in a round of its own.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'discord.js';
import type { Snapshot } from '../../index/snapshot.js';
import type { Log } from '../../log.js';
import type { Shown } from '../../state/shown-messages.js';
import type { Rooms } from '../rooms.js';
import { CorrectionWatch } from './correction-watch.js';
import { lookBack } from './look-back.js';
import { OwnMessages } from './own-messages.js';
import { TopicPosts } from './topic-posts.js';

export interface Pace {
  /** Waited for between two messages. */
  readonly between?: (() => Promise<unknown>) | undefined;
  /** Before what has failed is tried again; doubled each time. */
  readonly retryMs?: number | undefined;
}

export interface AfterRunsOptions extends Rooms {
  readonly log: Log;
  readonly pace?: Pace | undefined;
}

/** What is to be done. */
interface Round {
  /** What answered before the runs that nothing was done for yet. */
  readonly before: Snapshot | undefined;
  /** Whether there were any: else there is nothing new, only a message to amend. */
  readonly hasRun: boolean;
}

const RETRY_MS = 60_000;
/** Over an hour; what still fails then waits for the next run. */
const MOST_TRIES = 7;

export class AfterRuns {
  readonly #options: AfterRunsOptions;
  readonly #stopping = new AbortController();
  /** Ends a pause before something is tried again. */
  #awake = new AbortController();
  #client: Client | undefined;
  #waiting: Round | undefined;
  #working: Promise<void> | undefined;

  constructor(options: AfterRunsOptions) {
    this.#options = options;
    options.store.shownMessages.onAdd(this.#noticeShown);
  }

  /** A run is done. Never throws. */
  readonly notice = (before: Snapshot | undefined): void => {
    // Of several runs, the first one tells what is new.
    if (this.#waiting?.hasRun !== true) this.#waiting = { before, hasRun: true };
    this.#awake.abort();
    this.#work();
  };

  /** Never throws: an answer was just shown, and stays one. */
  readonly #noticeShown = ({ passages, isOfSentences = false }: Shown): void => {
    try {
      const look = lookBack(this.#options);
      if (passages.every((reference) => look(reference, isOfSentences)?.amended === undefined)) return;
      this.#waiting ??= { before: undefined, hasRun: false };
      this.#work();
    } catch (error) {
      this.#options.log.warn('Whether a message is up to date is seen at the next run', { error });
    }
  };

  /** The bot is connected. */
  begin(client: Client): void {
    this.#client = client;
    this.#work();
  }

  /** Resolves when the message that is just being sent is noted. The rest is done after the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#working;
  }

  #work(): void {
    const client = this.#client;
    if (client === undefined || this.#waiting === undefined || this.#working !== undefined) return;
    if (this.#stopping.signal.aborted) return;
    this.#working = this.#rounds(client).finally(() => {
      this.#working = undefined;
      this.#work(); // what came at the last moment
    });
  }

  async #rounds(client: Client): Promise<void> {
    const { pace = {}, log } = this.#options;
    const parts = { ...this.#options, messages: new OwnMessages(client, pace.between), now: Date.now };
    const round = { corrections: new CorrectionWatch(parts), posts: new TopicPosts(parts) };
    let tries = 0;
    while (this.#waiting !== undefined && !this.#stopping.signal.aborted) {
      const current = this.#waiting;
      this.#waiting = undefined;
      const isDone = await this.#round(round, current);
      tries = isDone ? 0 : tries + 1;
      if (tries > MOST_TRIES) log.error('What could not be posted or amended waits for the next run');
      if (isDone || tries > MOST_TRIES) continue;
      if (await this.#isInterrupted((pace.retryMs ?? RETRY_MS) * 2 ** (tries - 1))) tries = 0;
      if (current.hasRun || this.#waiting === undefined) this.#waiting = current;
    }
  }

  /** Waits before another try. @returns whether a run came meanwhile: then there is more to do at once. */
  async #isInterrupted(ms: number): Promise<boolean> {
    if (this.#waiting !== undefined) return true;
    this.#awake = new AbortController();
    const signal = AbortSignal.any([this.#awake.signal, this.#stopping.signal]);
    return wait(ms, false, { signal, ref: false }).catch(() => true);
  }

  async #round(
    { corrections, posts }: { readonly corrections: CorrectionWatch; readonly posts: TopicPosts },
    { before, hasRun }: Round,
  ): Promise<boolean> {
    const { signal } = this.#stopping;
    const results = await Promise.allSettled([
      corrections.amend(signal),
      ...(hasRun ? [posts.post(before, signal)] : []),
    ]);
    return results.map((result) => this.#isDone(result)).every(Boolean);
  }

  #isDone(result: PromiseSettledResult<boolean>): boolean {
    if (result.status === 'fulfilled') return result.value;
    this.#options.log.error('Messages could not be brought up to date; it is tried again', {
      error: result.reason,
    });
    return false;
  }
}
