/** Messages with passages in them, so that they can be amended when an article is corrected. The newest only. */
import { z } from 'zod';
import { guildColumn, guildSchema, type StateContext } from './context.js';
import { articleSchema, paragraphSchema, shownPassageSchema, textHashSchema } from './shown-passage.js';
import { inBody, Table } from './table.js';

/** A passage that the message now shows as amended. */
const amendmentSchema = z.object({
  article: articleSchema,
  paragraph: paragraphSchema,
  hash: textHashSchema,
  /** Of the words beside it; missing when the passage is gone. */
  now: textHashSchema.optional(),
  /** When it was noticed, in milliseconds since 1970. */
  at: z.int(),
});
export type Amendment = Readonly<z.infer<typeof amendmentSchema>>;

const bodySchema = z.object({
  receiptId: z.string().optional(),
  passages: z.array(shownPassageSchema).readonly(),
  /** Of a quotation that was checked, in the word of whoever decided; the quotation is not kept. */
  verdict: z.string().optional(),
  /** Whether only the highlights of the passages are shown. */
  isOfSentences: z.boolean().optional(),
  /** Of a message that belongs to no server, whose language it would be in. */
  locale: z.string().optional(),
  amended: z.array(amendmentSchema).readonly().optional(),
});

const rowSchema = z
  .object({ guild: guildSchema, channel: z.string(), message: z.string(), body: inBody(bodySchema) })
  .transform(({ guild, channel, message, body }) => ({
    guildId: guild,
    channelId: channel,
    messageId: message,
    receiptId: body.receiptId,
    passages: body.passages,
    verdict: body.verdict,
    isOfSentences: body.isOfSentences,
    locale: body.locale,
    /** Undefined as long as it was never amended. */
    amended: body.amended,
  }));

export type ShownMessage = Readonly<z.infer<typeof rowSchema>>;

type Told = 'receiptId' | 'verdict' | 'isOfSentences' | 'locale';

export interface NewShownMessage
  extends Omit<ShownMessage, 'guildId' | Told | 'amended'>, Partial<Pick<ShownMessage, 'guildId' | Told>> {}

/** What a message shows. */
export type Shown = Pick<NewShownMessage, 'passages' | 'isOfSentences'>;

export class ShownMessages {
  readonly #context: StateContext;
  readonly #table: Table<ShownMessage>;
  #onAdd: (shown: Shown) => void = () => undefined;

  constructor(context: StateContext) {
    this.#context = context;
    this.#table = new Table({ ...context, name: 'shown_messages', row: rowSchema });
  }

  /** @param listener - told of what each message shows that is noted; in place of an earlier one. It must not throw. */
  onAdd(listener: (shown: Shown) => void): void {
    this.#onAdd = listener;
  }

  /** Notes what a message shows, in place of what it showed before. A failure is logged. */
  add({ guildId, channelId, messageId, ...shown }: NewShownMessage): void {
    const { database, limits } = this.#context;
    // Between separators, so that the whole id is looked for.
    const articles = [...new Set(shown.passages.map(({ article }) => article))]
      .map((id) => `${id},`)
      .join('');
    const body = toJson(shown);
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
    this.#onAdd(shown);
  }

  get(channelId: string, messageId: string): ShownMessage | undefined {
    return this.#table.first('where channel = ? and message = ?', channelId, messageId);
  }

  /** Messages that show something of an article (its short name), newest first. */
  showing(article: string): ShownMessage[] {
    return this.#table.find('where instr(articles, ?) > 0 order by seq desc', `${article},`);
  }

  /** Newest first. */
  all(): ShownMessage[] {
    return this.#table.find('order by seq desc');
  }

  /** Notes what the message shows as amended; its age stays. Nothing happens when it is not known any more. */
  amend(channelId: string, messageId: string, amended: readonly Amendment[]): void {
    const { database } = this.#context;
    database.transaction(() => {
      const message = this.get(channelId, messageId);
      if (message === undefined) return;
      const body = toJson({ ...message, amended });
      const where = 'where channel = ? and message = ?';
      database.run(`update shown_messages set body = ? ${where}`, body, channelId, messageId);
    });
  }

  /** The message is gone. */
  remove(channelId: string, messageId: string): void {
    this.#table.remove('where channel = ? and message = ?', channelId, messageId);
  }
}

function toJson(body: z.infer<typeof bodySchema>): string {
  const { receiptId, passages, verdict, isOfSentences, locale, amended } = body;
  return JSON.stringify({ receiptId, passages, verdict, isOfSentences, locale, amended });
}
