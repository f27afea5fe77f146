/** Statements, transactions, and what happens when the file turns out to be damaged. Nothing here knows what is kept. */
import { StateError, StateVersionError } from '../errors.js';
import type { Log } from '../log.js';
import {
  connect,
  IN_MEMORY,
  isDamage,
  isDatabaseError,
  setAside,
  type Connection,
  type Statement,
  type Value,
} from './connection.js';

export interface DatabaseOptions {
  /** A path, or `IN_MEMORY`. */
  readonly file: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class Database {
  readonly #options: DatabaseOptions;
  #connection: Connection;
  #statements = new Map<string, Statement>();
  #isClosed = false;

  /**
   * Opens the file, or makes it; a damaged one is set aside under a name with the date. Where no file can be used, all is
   * kept in memory: an answer without a receipt is better than none.
   *
   * @throws StateVersionError for a file of a later version.
   */
  constructor(options: DatabaseOptions) {
    this.#options = options;
    try {
      this.#connection = connect(options.file, 'wal');
    } catch (error) {
      if (error instanceof StateVersionError) throw error;
      this.#connection = isDamage(error) ? this.#replace(error) : this.#doWithout(error);
    }
  }

  /** Rows, not yet parsed. */
  all(sql: string, ...values: readonly Value[]): unknown[] {
    return this.#guard(() => this.#prepare(sql).all(...values));
  }

  /** @returns how many rows were changed. */
  run(sql: string, ...values: readonly Value[]): number {
    return this.#guard(() => this.#prepare(sql).run(...values).changes);
  }

  /** All of `work` or nothing of it; inside another transaction it is a part of that one. */
  transaction<T>(work: () => T): T {
    this.#refuseClosed();
    if (this.#connection.inTransaction) return work();
    return this.#guard(() => this.#transact(work));
  }

  /** For what an answer leaves behind: the answer matters more, so a failure is logged, not thrown. */
  attempt(work: () => void): void {
    this.#logged(() => this.transaction(work));
  }

  /** What was deleted leaves the disk as well: it may still stand in SQLite's log of changes. A failure is logged. */
  flush(): void {
    this.#logged(() => this.#guard(() => this.#connection.exec('pragma wal_checkpoint(truncate)')));
  }

  /** Safe to call twice. What is asked later is refused with a StateError. */
  close(): void {
    this.#isClosed = true;
    this.#release();
  }

  #release(): void {
    this.#statements.clear();
    if (this.#connection.open) this.#connection.close();
  }

  /** libsql ends the whole process when a closed connection is used, as an answer may that outlives the bot's last seconds. */
  #refuseClosed(): void {
    if (this.#isClosed) throw new StateError(this.#options.file, { cause: new Error('it was closed') });
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement: Statement = this.#connection.prepare<Value[]>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #transact<T>(work: () => T): T {
    this.#connection.exec('begin immediate');
    try {
      const result = work();
      this.#connection.exec('commit');
      return result;
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('rollback');
      throw error;
    }
  }

  #logged(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof StateError)) throw error;
      this.#options.log.error('Something was not kept; answers go on without it', { error });
    }
  }

  /** Does the work; should damage show, once more with a fresh file. */
  #guard<T>(work: () => T): T {
    this.#refuseClosed();
    if (this.#connection.inTransaction) return work(); // the outermost call decides
    try {
      return this.#named(work);
    } catch (error) {
      if (!(error instanceof StateError && isDamage(error.cause))) throw error;
      this.#release();
      this.#connection = this.#replace(error.cause);
      return this.#named(work);
    }
  }

  /** @throws StateError instead of the library's own errors. */
  #named<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!isDatabaseError(error)) throw error;
      throw new StateError(this.#options.file, { cause: error });
    }
  }

  /**
   * The fresh file does without a log of changes until the next start: libsql lets go of a closed connection only when its
   * statements are collected, and SQLite then deletes the log by its name, which would be the new one's.
   */
  #replace(damage: unknown): Connection {
    const { file, log, now } = this.#options;
    try {
      const keptAs = setAside(file, now());
      const message =
        'The database of the state is damaged: it was set aside, settings and receipts begin anew';
      log.warn(message, { file, keptAs, error: damage });
      return connect(file, 'delete');
    } catch (error) {
      return this.#doWithout(error);
    }
  }

  #doWithout(error: unknown): Connection {
    const { file, log } = this.#options;
    const advice = 'Mend the folder, or set STATE_DIR to another one';
    log.error(`Settings and receipts cannot be kept on disk, and last until the bot ends. ${advice}`, {
      file,
      error,
    });
    return connect(IN_MEMORY, 'wal');
  }
}
