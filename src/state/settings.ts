/** What a server has set. Read on every interaction before it is acknowledged: one look-up by key, some 20 µs. */
import { z } from 'zod';
import { guildColumn, type StateContext } from './context.js';
import { forgetQuestions, KEEP_QUESTIONS } from './retention.js';
import { inBody, Table } from './table.js';

/** Each field has a default: a record from before there was the field is as good as any. */
const settingsSchema = z.object({
  /** Channels where the bot answers; empty: everywhere. */
  channels: z.array(z.string()).readonly().default([]),
  /** Whether answers are private where the asker does not say. */
  isPrivateByDefault: z.boolean().default(false),
  /** Names of the sources that are searched; empty: all. */
  sources: z.array(z.string()).readonly().default([]),
  followUpInThreads: z.boolean().default(true),
  /** BCP 47 tag of the interface; undefined: the reader's own. */
  language: z.string().optional(),
  keepQuestions: z.enum(KEEP_QUESTIONS).default('30 days'),
});

export type ServerSettings = Readonly<z.infer<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: ServerSettings = settingsSchema.parse({});

const rowSchema = z.object({ body: inBody(settingsSchema) }).transform(({ body }) => body);

export class Settings {
  readonly #database;
  readonly #table: Table<ServerSettings>;

  constructor({ database, log }: StateContext) {
    this.#database = database;
    this.#table = new Table({ database, log, name: 'settings', row: rowSchema });
  }

  /** @param guildId - undefined in direct messages, which have the defaults. */
  get(guildId: string | undefined): ServerSettings {
    if (guildId === undefined) return DEFAULT_SETTINGS;
    return this.#table.first('where guild = ?', guildColumn(guildId)) ?? DEFAULT_SETTINGS;
  }

  /**
   * Changes the fields that are given. When questions are no longer kept, those of the server are deleted at once.
   *
   * @throws StateError when it cannot be written: the administrator must know.
   */
  change(guildId: string, fields: Partial<ServerSettings>): ServerSettings {
    return this.#database.transaction(() => {
      const settings = settingsSchema.parse({ ...this.get(guildId), ...fields });
      this.#table.put({ guild: guildColumn(guildId), body: JSON.stringify(settings) });
      if (settings.keepQuestions === 'off') forgetQuestions(this.#database, guildId);
      return settings;
    });
  }
}
