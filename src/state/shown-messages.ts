/** Messages with passages in them, so that they can be amended when an article is corrected. The newest only. */
import { z } from 'zod';
import { guildColumn, guildSchema, type StateContext } from './context.js';
import { shownPassageSchema } from './shown-passage.js';
import { inBody, Table } from './table.js';

const bodySchema = z.object({
  receiptId: z.string().optional(),
  passages: z.array(shownPassageSchema).readonly(),
});

const rowSchema = z
  .object({ guild: guildSchema, channel: z.string(), message: z.string(), body: inBody(bodySchema) })
  .transform(({ guild, channel, message, body }) => ({
    guildId: guild,
    channelId: channel,
    messageId: message,
    receiptId: body.receiptId,
    passages: body.passages,
  }));

export type ShownMessage = Readonly<z.infer<typeof rowSchema>>;

export interface NewShownMessage extends Omit<ShownMessage, 'guildId' | 'receiptId'> {
  readonly guildId?: string | undefined;
  readonly receiptId?: string | undefined;
}

export class ShownMessages {
  readonly #context: StateContext;
  readonly #table: Table<ShownMessage>;

  constructor(context: StateContext) {
    this.#context = context;
    this.#table = new Table({ ...context, name: 'shown_messages', row: rowSchema });
  }

  /** Notes what a message shows, in place of what it showed before. A failure is logged. */
  add({ guildId, channelId, messageId, receiptId, passages }: NewShownMessage): void {
    const { database, limits } = this.#context;
    // Between separators, so that the whole id is looked for.
    const articles = [...new Set(passages.map(({ article }) => article))].map((id) => `${id},`).join('');
    const body = JSON.stringify({ receiptId, passages });
    database.attempt(() => {
      this.#table.put({
        guild: guildColumn(guildId),
        channel: channelId,
        message: messageId,
        articles,
        body,
      });
      this.#table.keepNewest(limits.shownMessages);
    });
  }

  get(channelId: string, messageId: string): ShownMessage | undefined {
    return this.#table.first('where channel = ? and message = ?', channelId, messageId);
  }

  /** Messages that show something of an article (its short name), newest first. */
  showing(article: string): ShownMessage[] {
    return this.#table.find('where instr(articles, ?) > 0 order by seq desc', `${article},`);
  }

  /** The message is gone. */
  remove(channelId: string, messageId: string): void {
    this.#table.remove('where channel = ? and message = ?', channelId, messageId);
  }
}
