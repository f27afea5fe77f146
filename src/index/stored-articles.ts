/**
 * Articles on disk: texts one behind the other as UTF-8, paragraphs in columns, and what is said of each article as JSON.
 *
 * In memory the file stays as it was read, and a text is cut out of it when somebody asks: nearly all are never asked for, and
 * one curly quotation mark makes a string of a text twice as long as what is stored.
 */
import { z } from 'zod';
import type { Article, Paragraph } from '../articles/article.js';
import { messageOf } from '../errors.js';
import { areAscending, ColumnReader, encodeColumns, type FileKind } from './column-file.js';
import { createSlices } from './slices.js';

const KIND: FileKind = { name: 'a file of articles', magic: 'BYLA' };

const text = z.string();

/** As `Article`, but for the text and its paragraphs. */
const aboutSchema = z.object({
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
  related: z.array(text),
  leftOut: z.array(z.object({ text, reason: text })),
});

interface Content {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

/** Where each article's part of a column ends; it begins where the one before ends. */
interface ArticleColumns {
  readonly abouts: Buffer;
  readonly aboutEnds: Uint32Array;
  readonly texts: Buffer;
  readonly textEnds: Uint32Array;
  /** Spans of all paragraphs; their numbers follow from the order. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly paragraphEnds: Uint32Array;
}

/** A half of a surrogate pair, which is no character, becomes U+FFFD, of the same length. */
export async function encodeArticles(articles: readonly Article[]): Promise<Buffer> {
  const pause = createSlices();
  const [abouts, texts]: [Buffer[], Buffer[]] = [[], []];
  for (const { text: own, paragraphs: _, ...about } of articles) {
    abouts.push(Buffer.from(JSON.stringify(about)));
    texts.push(Buffer.from(own));
    await pause();
  }
  const paragraphs = articles.flatMap((article) => article.paragraphs);
  return encodeColumns(
    KIND,
    [
      Buffer.concat(abouts),
      endsOf(abouts),
      Buffer.concat(texts),
      endsOf(texts),
      Uint32Array.from(paragraphs, ({ start }) => start),
      Uint32Array.from(paragraphs, ({ end }) => end),
      endsOf(articles.map((article) => article.paragraphs)),
    ],
    {},
  );
}

/**
 * @param checksum - that of the file that is meant.
 * @returns articles that keep the memory of the file in use.
 * @throws Error that says what is wrong with it.
 */
export async function decodeArticles(
  file: Buffer | readonly Buffer[],
  checksum?: string,
): Promise<Article[]> {
  const columns = readColumns(new ColumnReader(KIND, file, checksum));
  const pause = createSlices();
  const articles: Article[] = [];
  for (let at = 0; at < columns.textEnds.length; at++) {
    articles.push(articleAt(columns, at));
    await pause();
  }
  return articles;
}

function endsOf(parts: readonly { readonly length: number }[]): Uint32Array {
  let end = 0;
  return Uint32Array.from(parts, ({ length }) => (end += length));
}

function readColumns(reader: ColumnReader): ArticleColumns {
  const columns: ArticleColumns = {
    abouts: reader.bytes(),
    aboutEnds: reader.words(),
    texts: reader.bytes(),
    textEnds: reader.words(),
    starts: reader.words(),
    ends: reader.words(),
    paragraphEnds: reader.words(),
  };
  const { abouts, texts, starts, ends } = columns;
  const lists = [
    [columns.aboutEnds, abouts.length],
    [columns.textEnds, texts.length],
    [columns.paragraphEnds, starts.length],
  ] as const;
  const isWhole =
    starts.length === ends.length &&
    lists.every(
      ([list, end]) =>
        list.length === columns.textEnds.length && areAscending(list) && (list.at(-1) ?? 0) === end,
    );
  if (!isWhole) throw new Error('has columns that do not fit together');
  return columns;
}

/** The getters are the article's own, so that a copy of an article has all that it has. */
function articleAt(columns: ArticleColumns, at: number): Article {
  const content = keptWhileInUse(() => contentAt(columns, at));
  return {
    ...aboutAt(columns, at),
    get text() {
      return content().text;
    },
    get paragraphs() {
      return content().paragraphs;
    },
  };
}

function aboutAt({ abouts, aboutEnds }: ArticleColumns, at: number): z.infer<typeof aboutSchema> {
  try {
    return aboutSchema.parse(JSON.parse(abouts.toString('utf8', aboutEnds[at - 1] ?? 0, aboutEnds[at])));
  } catch (cause) {
    throw new Error(`article ${at + 1} cannot be read (${messageOf(cause)})`, { cause });
  }
}

function contentAt({ texts, textEnds, starts, ends, paragraphEnds }: ArticleColumns, at: number): Content {
  const first = paragraphEnds[at - 1] ?? 0;
  const paragraphs = Array.from(starts.subarray(first, paragraphEnds[at]), (start, n) => ({
    number: n + 1,
    start,
    end: ends[first + n] ?? 0,
  }));
  return { text: texts.toString('utf8', textEnds[at - 1] ?? 0, textEnds[at]), paragraphs };
}

/** Makes a value when it is asked for, and anew when nobody had it and its memory was needed. */
function keptWhileInUse<Value extends object>(make: () => Value): () => Value {
  let kept: WeakRef<Value> | undefined;
  return () => {
    let value = kept?.deref();
    if (value === undefined) {
      value = make();
      kept = new WeakRef(value);
    }
    return value;
  };
}
