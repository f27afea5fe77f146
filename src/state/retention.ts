/**
 * How long the words of a question stay. Who asked is not kept at all (see `pseudonymOf`); whether the words are is a setting
 * of the server, and what it no longer allows is deleted, not hidden.
 */
import { z } from 'zod';
import { guildColumn } from './context.js';
import type { Database } from './database.js';

export const KEEP_QUESTIONS = ['off', '30 days', 'forever'] as const;
export type KeepQuestions = (typeof KEEP_QUESTIONS)[number];

const KEPT_MS = 30 * 24 * 60 * 60_000;

/** Tables in which a question is kept beside something else, which stays. */
const BESIDE = ['receipts', 'threads'];
/** Tables with something of a server. */
const OF_SERVER = ['settings', 'receipts', 'gaps', 'shown_messages', 'follows', 'threads'];

const guildsSchema = z.array(z.object({ guild: z.string() }));

/** Questions asked before this moment are too old to be kept, but for gaps of servers that keep them for ever. */
export function oldestKept(now: number): number {
  return now - KEPT_MS;
}

export function forgetQuestions(database: Database, guildId: string | undefined): void {
  const guild = guildColumn(guildId);
  database.transaction(() => {
    for (const table of BESIDE) database.run(`update ${table} set question = null where guild = ?`, guild);
    database.run('delete from gaps where guild = ?', guild);
  });
}

/** Deletes what is older than it may be. */
export function purgeQuestions(
  database: Database,
  keepQuestionsOf: (guildId: string) => KeepQuestions,
  now: number,
): void {
  const oldest = oldestKept(now);
  database.transaction(() => {
    for (const table of BESIDE) {
      database.run(`update ${table} set question = null where question is not null and at < ?`, oldest);
    }
    for (const { guild } of guildsSchema.parse(database.all('select distinct guild from gaps'))) {
      if (keepQuestionsOf(guild) === '30 days') {
        database.run('delete from gaps where guild = ? and at < ?', guild, oldest);
      }
    }
  });
}

/** The bot was taken out of a server: nothing of it stays. */
export function forgetServer(database: Database, guildId: string): void {
  database.transaction(() => {
    for (const table of OF_SERVER) database.run(`delete from ${table} where guild = ?`, guildId);
  });
}
