/**
 * All that the bot remembers beside the index: settings, receipts, feedback, what it has shown and what is followed. In one
 * database of its own, since the index may be deleted at any time. It knows nothing of Discord: servers, channels, messages
 * and people are ids.
 */
import path from 'node:path';
import type { Log } from '../log.js';
import { IN_MEMORY } from './connection.js';
import { LIMITS, type Limits, type StateContext } from './context.js';
import { Database } from './database.js';
import { Feedback } from './feedback.js';
import { Follows } from './follows.js';
import { Gaps } from './gaps.js';
import { Receipts } from './receipts.js';
import { forgetServer, purgeQuestions } from './retention.js';
import { Settings } from './settings.js';
import { ShownMessages } from './shown-messages.js';
import { ShownParagraphs } from './shown-paragraphs.js';
import { Threads } from './threads.js';

const TIDY_EVERY_MS = 60 * 60_000;

export interface StoreOptions {
  /** Undefined: in memory, for a process that has nothing to remember. */
  readonly directory: string | undefined;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly limits?: Partial<Limits>;
}

/** All of it is synchronous, and what a method has written is kept when it returns. */
export interface Store {
  readonly settings: Settings;
  readonly receipts: Receipts;
  readonly feedback: Feedback;
  readonly gaps: Gaps;
  readonly shownMessages: ShownMessages;
  readonly shownParagraphs: ShownParagraphs;
  readonly follows: Follows;
  readonly threads: Threads;
  /** Deletes questions that are too old, on disk too. Done by itself at the start and every hour. */
  tidy(): void;
  /** Deletes all that belongs to a server. */
  forgetServer(guildId: string): void;
  /** Safe to call twice. */
  close(): void;
}

/**
 * Opens the state, or begins one. See `Database` for a damaged one.
 *
 * @throws StateVersionError when a later version of the program has written it.
 */
export function openStore({ directory, log, now = Date.now, limits }: StoreOptions): Store {
  const file = directory === undefined ? IN_MEMORY : path.join(directory, 'state.db');
  const database = new Database({ file, log, now });
  const context: StateContext = { database, log, now, limits: { ...LIMITS, ...limits } };
  const settings = new Settings(context);
  const tidy = (): void => {
    database.attempt(() => purgeQuestions(database, (id) => settings.get(id).keepQuestions, now()));
    database.flush();
  };
  tidy();
  const timer = setInterval(tidy, TIDY_EVERY_MS).unref();
  return {
    settings,
    receipts: new Receipts(context, settings),
    feedback: new Feedback(context),
    gaps: new Gaps(context, settings),
    shownMessages: new ShownMessages(context),
    shownParagraphs: new ShownParagraphs(context),
    follows: new Follows(context),
    threads: new Threads(context, settings),
    tidy,
    forgetServer: (guildId) => forgetServer(database, guildId),
    close: () => {
      clearInterval(timer);
      database.close();
    },
  };
}
