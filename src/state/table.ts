/** Records of one kind. A record is parsed when it is read; one that does not parse is dropped, not passed on and not fatal. */
import { z } from 'zod';
import type { Log } from '../log.js';
import type { Value } from './connection.js';
import type { Database } from './database.js';

export interface TableOptions<T> {
  readonly database: Database;
  readonly log: Log;
  readonly name: string;
  /** Of a whole row; see `inBody` for what is in `body`. */
  readonly row: z.ZodType<T>;
}

const sequenceSchema = z.object({ seq: z.int() });
const countSchema = z.tuple([z.object({ records: z.int() })]);

export class Table<T> {
  readonly #options: TableOptions<T>;

  constructor(options: TableOptions<T>) {
    this.#options = options;
  }

  /** @param rest - SQL behind the name of the table: conditions and order. Names come from the code, never from outside. */
  find(rest: string, ...values: readonly Value[]): T[] {
    const { database, name, row } = this.#options;
    const results = database.all(`select * from ${name} ${rest}`, ...values).map((one) => {
      const parsed = row.safeParse(one);
      return { one, parsed };
    });
    const broken = results.flatMap(({ one, parsed }) =>
      parsed.success ? [] : [{ one, error: parsed.error }],
    );
    if (broken.length > 0) this.#drop(broken);
    return results.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
  }

  first(rest: string, ...values: readonly Value[]): T | undefined {
    return this.find(`${rest} limit 1`, ...values)[0];
  }

  /** Writes a record, in place of one with the same key; either way it is the newest. */
  put(columns: Readonly<Record<string, Value>>): void {
    const names = Object.keys(columns);
    const marks = names.map(() => '?');
    const { database, name } = this.#options;
    database.run(
      `insert or replace into ${name} (${names.join(', ')}) values (${marks.join(', ')})`,
      ...Object.values(columns),
    );
  }

  /** @returns how many there were. */
  remove(rest: string, ...values: readonly Value[]): number {
    const { database, name } = this.#options;
    return database.run(`delete from ${name} ${rest}`, ...values);
  }

  /** Drops the oldest writings beyond a number. Counting takes a look at a small index, not at the records. */
  keepNewest(limit: number): void {
    const { database, name } = this.#options;
    const [{ records }] = countSchema.parse(database.all(`select count(*) as records from ${name}`));
    if (records <= limit) return;
    this.remove(`where seq in (select seq from ${name} order by seq limit ?)`, records - limit);
  }

  /** Told once, since they are gone then. What they held is not told: it may be a question. */
  #drop(broken: readonly { readonly one: unknown; readonly error: z.ZodError }[]): void {
    const { database, log, name } = this.#options;
    const problem = broken[0]?.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    log.warn('Records of the state could not be read and were dropped', {
      table: name,
      records: broken.length,
      problem,
    });
    database.attempt(() => {
      for (const { one } of broken) this.remove('where seq = ?', sequenceSchema.parse(one).seq);
    });
  }
}

/** What is in `body`, as JSON. */
export function inBody<T>(schema: z.ZodType<T>) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        // The parser's own message repeats the text.
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);
}
