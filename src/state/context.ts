/** What every part of the state works with, and how much each keeps. */
import { z } from 'zod';
import type { Log } from '../log.js';
import type { Database } from './database.js';

/** The oldest go first, so that a bot that runs for years neither fills a disk nor slows down. */
export const LIMITS = {
  receipts: 20_000,
  /** Shown ones and those that came next. */
  passagesOfReceipt: 30,
  gaps: 20_000,
  shownMessages: 1_000,
  shownParagraphs: 50_000,
  followsOfChannel: 25,
  /** Hashes of paragraphs that a follower has seen. */
  seenOfFollow: 500,
  threads: 5_000,
} as const;

export type Limits = Readonly<Record<keyof typeof LIMITS, number>>;

export interface StateContext {
  readonly database: Database;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits: Limits;
}

/** Direct messages belong to no server, which SQL can only compare as a text. */
const NO_SERVER = '';

export const guildSchema = z.string().transform((guild) => (guild === NO_SERVER ? undefined : guild));

export function guildColumn(guildId: string | undefined): string {
  return guildId ?? NO_SERVER;
}
