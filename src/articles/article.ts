/** What an article is, once it has been read and validated. */
import { z } from 'zod';
import type { Span } from '../text/span.js';

/** One paragraph: its number in the article (the first is 1) and its place in the article's text. */
export interface Paragraph extends Span {
  readonly number: number;
}

/** What front matter, a sidecar or a page may say of an article. Every key is optional. */
export const metadataSchema = z.strictObject({
  title: z.string().trim().min(1).max(500).optional(),
  source: z.string().trim().min(1).max(200).optional(),
  author: z.string().trim().min(1).max(300).optional(),
  date: z.iso
    .date()
    .or(z.iso.datetime({ offset: true }))
    .optional(),
  url: z.url({ protocol: /^https?$/u }).optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, 'must be a language tag such as "en" or "pt-BR"')
    .optional(),
  tags: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
});
export type Metadata = z.infer<typeof metadataSchema>;

/** A part of a file that no passage will show. */
export interface LeftOut {
  readonly text: string;
  readonly reason: string;
}

/** One published text. `text` is verbatim; everything else points into it or describes it. */
export interface Article extends Omit<Metadata, 'title' | 'tags'> {
  /** Path under the articles folder, with `/`, without extension. */
  readonly articleId: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** Path under the articles folder, with `/`. */
  readonly file: string;
  /** SHA-256 over the file's bytes and its sidecar's; equal means nothing to do. */
  readonly fileHash: string;
  /** The article's own characters, as a reader of the file or page sees them. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Titles of other articles, newsletter lines and the like: kept, never shown as a passage. */
  readonly related: readonly string[];
  /** Parts of the file that are not paragraphs, each with the reason: listed by `index --verbose`. */
  readonly leftOut: readonly LeftOut[];
}

const text = z.string();
const place = z.int().min(0);

/** An article that comes from elsewhere: out of another thread. */
export const articleSchema: z.ZodType<Article> = z.strictObject({
  ...metadataSchema.shape,
  articleId: text,
  title: text,
  tags: z.array(text),
  file: text,
  fileHash: text,
  text,
  paragraphs: z.array(z.strictObject({ number: place, start: place, end: place })),
  related: z.array(text),
  leftOut: z.array(z.strictObject({ text, reason: text })),
});

/** A paragraph's own characters. */
export function paragraphText(article: Article, paragraph: Paragraph): string {
  return article.text.slice(paragraph.start, paragraph.end);
}
