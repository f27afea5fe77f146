/**
 * The embedded database: one file of SQLite, through libsql. Tried on Node 20 beside it: LMDB, whose process dies (SIGBUS, an
 * assertion) on a cut or damaged file; SQLite as WebAssembly (node-sqlite3-wasm), which stays locked after kill -9; PGlite,
 * which takes seconds to start; better-sqlite3, whose binary must be downloaded or compiled. libsql comes with binaries from
 * npm for Linux, macOS and Windows, is synchronous, opens in some milliseconds, and reports damage as an error.
 *
 * What was written outlives kill -9 at any moment; a power cut may cost the last moments, never the file. Other processes may
 * read and write beside this one.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { migrate } from './migrations.js';

export type Connection = Libsql.Database;
export type Value = string | number | null;
export type Statement = Libsql.Statement<Value[]>;

/** A database that lives as long as the process. */
export const IN_MEMORY = ':memory:';

/** Another process that is just writing is waited for so long; nothing else happens here meanwhile. */
const BUSY_TIMEOUT_MS = 1_000;

/** What SQLite keeps beside a database belongs to it. */
const ENDINGS = ['', '-wal', '-shm', '-journal'];

/** SQLite's words for a file that is none of its own, or not whole. */
const DAMAGE = /^SQLITE_(?:NOTADB|CORRUPT)/u;

/**
 * Opens the file, or makes it, with today's tables.
 *
 * @param journal - "wal" writes without waiting for the disk; "delete" waits, see `Database`.
 * @throws StateVersionError when a later version of the program made the file, which stays as it is; else what libsql throws.
 */
export function connect(file: string, journal: 'wal' | 'delete'): Connection {
  if (file !== IN_MEMORY) mkdirSync(path.dirname(file), { recursive: true });
  const connection = new Libsql(file, { timeout: BUSY_TIMEOUT_MS });
  try {
    migrate(connection, file);
    setJournal(connection, journal);
    connection.exec('pragma synchronous = normal');
    // What was deleted is overwritten: a question that may not be kept must not stay in a free page.
    connection.exec('pragma secure_delete = on');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Cannot be changed while another process is at it; whatever that one has set is as safe. */
function setJournal(connection: Connection, journal: 'wal' | 'delete'): void {
  try {
    connection.exec(`pragma journal_mode = ${journal}`);
  } catch (error) {
    if (!(error instanceof Libsql.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
  }
}

export function isDamage(error: unknown): boolean {
  return error instanceof Libsql.SqliteError && DAMAGE.test(error.code);
}

export function isDatabaseError(error: unknown): boolean {
  return error instanceof Libsql.SqliteError;
}

/** @returns the name that the damaged file has now: `state.db` becomes `state.damaged-2026-11-24T10-20-30-400Z.db`. */
export function setAside(file: string, now: number): string {
  const date = new Date(now).toISOString().replaceAll(/[:.]/gu, '-');
  const { dir, name, ext } = path.parse(file);
  const aside = path.join(dir, `${name}.damaged-${date}${ext}`);
  for (const ending of ENDINGS) {
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${aside}${ending}`);
  }
  return aside;
}
