/** Articles on disk: one a line as JSON, so that no step reads or writes more than one of them at once. */
import { z } from 'zod';
import { metadataSchema, type Article } from '../articles/article.js';
import { messageOf } from '../errors.js';
import { createSlices } from './slices.js';

const position = z.int().nonnegative();

const storedSchema = metadataSchema.extend({
  title: z.string(),
  tags: z.array(z.string()),
  articleId: z.string(),
  file: z.string(),
  fileHash: z.string(),
  text: z.string(),
  /** Start and end of each paragraph; numbers follow from the order. */
  paragraphs: z.array(z.tuple([position, position])),
  related: z.array(z.string()),
  leftOut: z.array(z.object({ text: z.string(), reason: z.string() })),
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
