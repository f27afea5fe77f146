/** Articles on disk: one a line as JSON, so that no step reads or writes more than one of them at once. */
import { z } from 'zod';
import type { Article } from '../articles/article.js';
import { messageOf } from '../errors.js';
import { createSlices } from './slices.js';

const text = z.string();

const isSpan = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((one) => Number.isInteger(one) && one >= 0);

/** Looked at by hand, because there are many: as tuples of zod they would take several times as long as all the rest. */
const spansSchema = z.custom<readonly (readonly [start: number, end: number])[]>(
  (value) => Array.isArray(value) && value.every(isSpan),
);

/** As `Article`, but for the paragraphs: start and end of each; numbers follow from the order. */
const storedSchema = z.object({
  title: text,
  source: z.exactOptional(text),
  author: z.exactOptional(text),
  date: z.exactOptional(text),
  url: z.exactOptional(text),
  language: z.exactOptional(text),
  tags: z.array(text),
  articleId: text,
  file: text,
  fileHash: text,
  text,
  paragraphs: spansSchema,
  related: z.array(text),
  leftOut: z.array(z.object({ text, reason: text })),
});

export async function serializeArticles(articles: readonly Article[]): Promise<Buffer> {
  const pause = createSlices();
  const lines: Buffer[] = [];
  for (const article of articles) {
    const paragraphs = article.paragraphs.map(({ start, end }) => [start, end]);
    lines.push(Buffer.from(`${JSON.stringify({ ...article, paragraphs })}\n`));
    await pause();
  }
  return Buffer.concat(lines);
}

/** @throws Error that names the line that cannot be read. */
export async function parseArticles(file: Buffer): Promise<Article[]> {
  const pause = createSlices();
  const articles: Article[] = [];
  let start = 0;
  while (start < file.length) {
    const end = file.indexOf('\n', start);
    if (end < 0) throw new Error(`is cut off in line ${articles.length + 1}`);
    articles.push(parseArticle(file.toString('utf8', start, end), articles.length + 1));
    start = end + 1;
    await pause();
  }
  return articles;
}

function parseArticle(line: string, number: number): Article {
  try {
    const { paragraphs, ...stored } = storedSchema.parse(JSON.parse(line));
    return {
      ...stored,
      paragraphs: paragraphs.map(([start, end], at) => ({ number: at + 1, start, end })),
    };
  } catch (cause) {
    throw new Error(`line ${number} is no article (${messageOf(cause)})`, { cause });
  }
}
