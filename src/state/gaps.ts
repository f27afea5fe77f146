/** Questions that the articles did not answer, or that were answered wrongly, for the editors. Who asked is not kept. */
import { z } from 'zod';
import { guildColumn, guildSchema, type StateContext } from './context.js';
import { normalizeId } from './readable-id.js';
import { purgeQuestions } from './retention.js';
import type { Settings } from './settings.js';
import { inBody, Table } from './table.js';

const REASONS = ['declined', 'wrong'] as const;
export type GapReason = (typeof REASONS)[number];

const rowSchema = z
  .object({
    guild: guildSchema,
    at: z.int(),
    receipt: z.string(),
    reason: z.enum(REASONS),
    body: inBody(z.string()),
  })
  .transform(({ guild, at, receipt, reason, body }) => ({
    guildId: guild,
    at,
    receiptId: receipt,
    reason,
    question: body,
  }));

export type Gap = Readonly<z.infer<typeof rowSchema>>;

export interface NewGap extends Omit<Gap, 'at' | 'guildId'> {
  readonly guildId?: string | undefined;
}

export class Gaps {
  readonly #context: StateContext;
  readonly #settings: Settings;
  readonly #table: Table<Gap>;

  constructor(context: StateContext, settings: Settings) {
    this.#context = context;
    this.#settings = settings;
    this.#table = new Table({ ...context, name: 'gaps', row: rowSchema });
  }

  /** Once for each receipt and reason, and only where the server's settings allow it. A failure is logged. */
  add({ guildId, question, reason, receiptId }: NewGap): void {
    const { database, limits, now } = this.#context;
    database.attempt(() => {
      if (this.#settings.get(guildId).keepQuestions === 'off') return;
      this.#table.put({
        guild: guildColumn(guildId),
        at: now(),
        receipt: normalizeId(receiptId),
        reason,
        body: JSON.stringify(question),
      });
      this.#table.keepNewest(limits.gaps);
    });
  }

  /** A vote was changed: the answer was right after all. */
  remove(receiptId: string, reason: GapReason): void {
    this.#table.remove('where receipt = ? and reason = ?', normalizeId(receiptId), reason);
  }

  /** Of one server, newest first. */
  list(guildId: string): Gap[] {
    this.#purge();
    return this.#table.find('where guild = ? order by seq desc', guildId);
  }

  /** Of all servers and of direct messages, newest first: for whoever runs the bot. */
  all(): Gap[] {
    this.#purge();
    return this.#table.find('order by seq desc');
  }

  #purge(): void {
    const { database, now } = this.#context;
    purgeQuestions(database, (guildId) => this.#settings.get(guildId).keepQuestions, now());
  }
}
