/** What was last answered in a thread, so that the next question there need not name the article again. */
import { z } from 'zod';
import { guildColumn, guildSchema, type StateContext } from './context.js';
import { oldestKept } from './retention.js';
import type { Settings } from './settings.js';
import { articleSchema } from './shown-passage.js';
import { inBody, Table } from './table.js';

const bodySchema = z.object({
  /** Short name of the article that answered. */
  article: articleSchema,
  receiptId: z.string(),
});

const rowSchema = z
  .object({
    guild: guildSchema,
    channel: z.string(),
    at: z.int(),
    question: inBody(z.string()).nullable(),
    body: inBody(bodySchema),
  })
  .transform(({ guild, channel, at, question, body }) => ({
    ...body,
    guildId: guild,
    channelId: channel,
    at,
    question: question ?? undefined,
  }));

export type ThreadAnswer = Readonly<z.infer<typeof rowSchema>>;

export interface NewThreadAnswer extends Omit<ThreadAnswer, 'at' | 'guildId' | 'question'> {
  readonly guildId?: string | undefined;
  /** Kept only if the server's settings allow it, and for 30 days. */
  readonly question?: string | undefined;
}

export class Threads {
  readonly #context: StateContext;
  readonly #settings: Settings;
  readonly #table: Table<ThreadAnswer>;

  constructor(context: StateContext, settings: Settings) {
    this.#context = context;
    this.#settings = settings;
    this.#table = new Table({ ...context, name: 'threads', row: rowSchema });
  }

  /** In place of the answer before it. A failure is logged. */
  set({ guildId, channelId, article, receiptId, question }: NewThreadAnswer): void {
    const { database, limits, now } = this.#context;
    database.attempt(() => {
      const mayKeep = question !== undefined && this.#settings.get(guildId).keepQuestions !== 'off';
      this.#table.put({
        guild: guildColumn(guildId),
        channel: channelId,
        at: now(),
        question: mayKeep ? JSON.stringify(question) : null,
        body: JSON.stringify({ article, receiptId }),
      });
      this.#table.keepNewest(limits.threads);
    });
  }

  get(channelId: string): ThreadAnswer | undefined {
    const answer = this.#table.first('where channel = ?', channelId);
    const isKept = answer !== undefined && answer.at >= oldestKept(this.#context.now());
    return answer === undefined || isKept ? answer : { ...answer, question: undefined };
  }
}
