/**
 * The tables, as steps from one version of the state to the next. A step that was released is never changed: add another one.
 * Every record is JSON in `body`, beside the columns by which it is found, bounded or purged; `seq` grows with each writing.
 */
import type Libsql from 'libsql';
import { z } from 'zod';
import { StateVersionError } from '../errors.js';

/** Step n leads from version n to version n + 1; version 0 is an empty file. */
const STEPS: readonly string[] = [
  `create table secrets (seq integer primary key, secret text not null) strict;
   create table settings (seq integer primary key, guild text not null unique, body text not null) strict;
   create table receipts (
     seq integer primary key, id text not null unique, guild text not null, at integer not null, question text,
     body text not null
   ) strict;
   create index receipts_by_time on receipts (at) where question is not null;
   create table votes (
     seq integer primary key, receipt text not null, voter text not null, vote text not null, unique (receipt, voter)
   ) strict;
   create trigger votes_go_with_receipts after delete on receipts
     begin delete from votes where receipt = old.id; end;
   create table gaps (
     seq integer primary key, guild text not null, at integer not null, receipt text not null, reason text not null,
     body text not null, unique (receipt, reason)
   ) strict;
   create index gaps_by_server on gaps (guild, at);
   create table shown_messages (
     seq integer primary key, guild text not null, channel text not null, message text not null, articles text not null,
     body text not null, unique (channel, message)
   ) strict;
   create table shown_paragraphs (
     seq integer primary key, article text not null, paragraph integer not null, hash text not null, body text not null,
     unique (article, paragraph, hash)
   ) strict;
   create table follows (
     seq integer primary key, id text not null unique, guild text not null, channel text not null, topic text not null,
     body text not null, unique (channel, topic)
   ) strict;
   create table threads (
     seq integer primary key, guild text not null, channel text not null unique, at integer not null, question text,
     body text not null
   ) strict;`,
];

const versionSchema = z.tuple([z.object({ user_version: z.int() })]);

/**
 * Brings a database up to date, one step a transaction: a process that is killed in between goes on there.
 *
 * @param file - for the message.
 * @throws StateVersionError when the file is of a later version than this program knows.
 */
export function migrate(connection: Libsql.Database, file: string, steps = STEPS): void {
  const version = versionOf(connection);
  if (version > steps.length) throw new StateVersionError(file, version, steps.length);
  for (let from = version; from < steps.length; from++) take(connection, steps, from);
}

function take(connection: Libsql.Database, steps: readonly string[], from: number): void {
  connection.exec('begin immediate');
  try {
    // Another process may have been quicker.
    if (versionOf(connection) === from) {
      connection.exec(steps[from] ?? '');
      connection.exec(`pragma user_version = ${from + 1}`);
    }
    connection.exec('commit');
  } catch (error) {
    if (connection.inTransaction) connection.exec('rollback');
    throw error;
  }
}

function versionOf(connection: Libsql.Database): number {
  const [{ user_version: version }] = versionSchema.parse(connection.prepare('pragma user_version').all());
  return version;
}
