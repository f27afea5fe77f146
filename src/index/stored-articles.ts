/** Articles on disk: one a line as JSON, so that no step reads or writes more than one of them at once. */
import type { Article } from '../articles/article.js';
import { messageOf } from '../errors.js';
import { createSlices } from './slices.js';

/** As in `Article`, but for the paragraphs: start and end of each; numbers follow from the order. */
type StoredArticle = Omit<Article, 'paragraphs'> & {
  readonly paragraphs: readonly (readonly [number, number])[];
};

const REQUIRED = ['title', 'articleId', 'file', 'fileHash', 'text'] as const;
const OPTIONAL = ['source', 'author', 'date', 'url', 'language'] as const;

const isText = (value: unknown): boolean => typeof value === 'string';

/**
 * Looks at every field by hand: the lines are the program's own and vouched for by a checksum, and a schema would take half
 * of the time of opening an index.
 */
function isStoredArticle(value: unknown): value is StoredArticle {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const isList = (key: string, fits: (one: unknown) => boolean): boolean => {
    const list = fields.get(key);
    return Array.isArray(list) && list.every(fits);
  };
  return (
    REQUIRED.every((key) => isText(fields.get(key))) &&
    OPTIONAL.every((key) => !fields.has(key) || isText(fields.get(key))) &&
    isList('tags', isText) &&
    isList('related', isText) &&
    isList('paragraphs', isSpan) &&
    isList('leftOut', isLeftOut)
  );
}

function isSpan(value: unknown): boolean {
  return (
    Array.isArray(value) && value.length === 2 && value.every((one) => Number.isInteger(one) && one >= 0)
  );
}

function isLeftOut(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    'text' in value && typeof value.text === 'string' && 'reason' in value && typeof value.reason === 'string'
  );
}

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
    const value: unknown = JSON.parse(line);
    if (!isStoredArticle(value)) throw new TypeError('a field is missing or of another kind');
    const { paragraphs, ...stored } = value;
    return {
      ...stored,
      paragraphs: paragraphs.map(([start, end], at) => ({ number: at + 1, start, end })),
    };
  } catch (cause) {
    throw new Error(`line ${number} is no article (${messageOf(cause)})`, { cause });
  }
}
