/**
 * The words that were shown, as they were then: when the article has changed since, old and new can stand side by side. The
 * only place in the state that holds an article's text.
 */
import { z } from 'zod';
import type { StateContext } from './context.js';
import { articleSchema, paragraphSchema, textHashSchema } from './shown-passage.js';
import { inBody, Table } from './table.js';

const bodySchema = z.object({
  text: z.string(),
  attribution: z.object({
    articleId: z.string(),
    title: z.string(),
    source: z.string().optional(),
    author: z.string().optional(),
    date: z.string().optional(),
    url: z.string().optional(),
  }),
});

const rowSchema = z
  .object({
    article: articleSchema,
    paragraph: paragraphSchema,
    hash: textHashSchema,
    body: inBody(bodySchema),
  })
  .transform(({ body, article, paragraph, hash }) => ({ article, paragraph, hash, ...body }));

/** Named as a passage is: short name of the article, number of the first paragraph, hash of the text. */
export type ShownParagraph = Readonly<z.infer<typeof rowSchema>>;

export class ShownParagraphs {
  readonly #context: StateContext;
  readonly #table: Table<ShownParagraph>;

  constructor(context: StateContext) {
    this.#context = context;
    this.#table = new Table({ ...context, name: 'shown_paragraphs', row: rowSchema });
  }

  /** Those that were not shown for longest are dropped beyond the limit. A failure is logged. */
  add(paragraphs: readonly ShownParagraph[]): void {
    const { database, limits } = this.#context;
    database.attempt(() => {
      for (const { article, paragraph, hash, text, attribution } of paragraphs) {
        this.#table.put({ article, paragraph, hash, body: JSON.stringify({ text, attribution }) });
      }
      this.#table.keepNewest(limits.shownParagraphs);
    });
  }

  get({
    article,
    paragraph,
    hash,
  }: Pick<ShownParagraph, 'article' | 'paragraph' | 'hash'>): ShownParagraph | undefined {
    return this.#table.first('where article = ? and paragraph = ? and hash = ?', article, paragraph, hash);
  }

  /** All wordings of a place that were shown, the last one shown first. */
  wordings(article: string, paragraph: number): ShownParagraph[] {
    return this.#table.find('where article = ? and paragraph = ? order by seq desc', article, paragraph);
  }
}
