/**
 * A receipt says how an answer came about: with which index and model, what the evidence was, which passages were shown and
 * which came next. Whoever asked is known again by a pseudonym that is good for this receipt alone.
 */
import { z } from 'zod';
import { guildColumn, guildSchema, type StateContext } from './context.js';
import { pseudonymOf } from './pseudonym.js';
import { createId, idFor, normalizeId } from './readable-id.js';
import { oldestKept } from './retention.js';
import type { Settings } from './settings.js';
import { shownPassageSchema } from './shown-passage.js';
import { inBody, Table } from './table.js';

const passagesSchema = z.array(shownPassageSchema).readonly();

const bodySchema = z.object({
  /** Undefined: nobody is known as the asker. */
  asker: z.string().optional(),
  /** Of the index that answered. */
  generation: z.int().min(0),
  model: z.string(),
  /** Null where they are not finite: nothing was found, or nothing would have been enough. */
  evidence: z.number().nullable(),
  threshold: z.number().nullable(),
  /** From 0 to 1; .5 is where declining begins. */
  confidence: z.number(),
  /** What the answer amounted to, in the word of whoever decided. */
  outcome: z.string(),
  shown: passagesSchema,
  /** Those that came next, best first. */
  further: passagesSchema,
});

const rowSchema = z
  .object({
    id: z.string(),
    guild: guildSchema,
    at: z.int(),
    question: inBody(z.string()).nullable(),
    body: inBody(bodySchema),
  })
  .transform(({ id, guild, at, question, body }) => ({
    ...body,
    id,
    at,
    guildId: guild,
    question: question ?? undefined,
  }));

type Row = Readonly<z.infer<typeof rowSchema>>;

export type Receipt = Omit<Row, 'asker'>;

export interface NewReceipt extends Omit<Receipt, 'id' | 'at' | 'guildId' | 'question'> {
  readonly guildId?: string | undefined;
  /** Kept only if the server's settings allow it, and for 30 days. */
  readonly question?: string | undefined;
  /** Only a pseudonym of it is kept. */
  readonly askerId?: string | undefined;
}

export class Receipts {
  readonly #context: StateContext;
  readonly #settings: Settings;
  readonly #table: Table<Row>;

  constructor(context: StateContext, settings: Settings) {
    this.#context = context;
    this.#settings = settings;
    this.#table = new Table({ ...context, name: 'receipts', row: rowSchema });
  }

  /**
   * An id for a receipt that is added a moment later, so that an answer need not wait for it.
   *
   * @param cause - what is answered. Answered a second time, it has the same receipt.
   */
  reserve(cause: string): string {
    return idFor(cause);
  }

  /** @returns the id to show; it is good for nothing where the receipt could not be kept, which is logged. */
  add(receipt: NewReceipt, id = createId()): string {
    const { database, limits, now } = this.#context;
    database.attempt(() => {
      this.#table.put({
        id,
        guild: guildColumn(receipt.guildId),
        at: now(),
        question: this.#questionToKeep(receipt),
        body: JSON.stringify(this.#toBody(id, receipt)),
      });
      this.#table.keepNewest(limits.receipts);
    });
    return id;
  }

  /** @param typed - an id as somebody typed it. Undefined: there is none, or no longer. */
  get(typed: string): Receipt | undefined {
    const row = this.#find(typed);
    if (row === undefined) return undefined;
    const { asker: _, question, ...receipt } = row;
    const isKept = receipt.at >= oldestKept(this.#context.now());
    return { ...receipt, question: isKept ? question : undefined };
  }

  /** Whether it was this person who asked. */
  isAsker(typed: string, personId: string): boolean {
    const row = this.#find(typed);
    if (row?.asker === undefined) return false;
    return row.asker === pseudonymOf(this.#context.database, 'asker', row.id, personId);
  }

  #find(typed: string): Row | undefined {
    return this.#table.first('where id = ?', normalizeId(typed));
  }

  #questionToKeep({ guildId, question }: NewReceipt): string | null {
    if (question === undefined || this.#settings.get(guildId).keepQuestions === 'off') return null;
    return JSON.stringify(question);
  }

  #toBody(id: string, receipt: NewReceipt): z.infer<typeof bodySchema> {
    const { askerId, guildId: _guild, question: _question, ...body } = receipt;
    const { database, limits } = this.#context;
    const shown = body.shown.slice(0, limits.passagesOfReceipt);
    const further = body.further.slice(0, limits.passagesOfReceipt - shown.length);
    const asker = askerId === undefined ? undefined : pseudonymOf(database, 'asker', id, askerId);
    return { ...body, asker, shown, further };
  }
}
