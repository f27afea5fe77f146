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

type About = z.infer<typeof aboutSchema>;
type Content = Pick<Article, 'text' | 'paragraphs'>;

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

function articleAt(columns: ArticleColumns, at: number): Article {
  const about = aboutAt(columns, at);
  addContent(about, new StoredContent(columns, at));
  return about;
}

const CONTENT = Symbol('content');
interface Stored {
  readonly [CONTENT]: StoredContent;
}

const getters = {
  text: {
    enumerable: true,
    get(this: Stored) {
      return this[CONTENT].text;
    },
  },
  paragraphs: {
    enumerable: true,
    get(this: Stored) {
      return this[CONTENT].paragraphs;
    },
  },
};

/**
 * The getters are the article's own, so that a copy of an article has all that it has; and the same for all, because with
 * others for each the engine would look up every part of every article in a table.
 */
function addContent(about: About, content: StoredContent): asserts about is About & Content {
  Object.defineProperties(about, { ...getters, [CONTENT]: { value: content } });
}

function aboutAt({ abouts, aboutEnds }: ArticleColumns, at: number): About {
  try {
    return aboutSchema.parse(JSON.parse(abouts.toString('utf8', aboutEnds[at - 1] ?? 0, aboutEnds[at])));
  } catch (cause) {
    throw new Error(`article ${at + 1} cannot be read (${messageOf(cause)})`, { cause });
  }
}

/** Cuts things out when they are asked for, and anew when nobody had them and their memory was needed. */
class StoredContent implements Content {
  #text: WeakRef<{ readonly text: string }> | undefined;
  #paragraphs: WeakRef<readonly Paragraph[]> | undefined;

  constructor(
    private readonly columns: ArticleColumns,
    private readonly at: number,
  ) {}

  get text(): string {
    let known = this.#text?.deref();
    if (known === undefined) {
      const { texts, textEnds } = this.columns;
      known = { text: texts.toString('utf8', textEnds[this.at - 1] ?? 0, textEnds[this.at]) };
      this.#text = new WeakRef(known);
    }
    return known.text;
  }

  get paragraphs(): readonly Paragraph[] {
    let known = this.#paragraphs?.deref();
    if (known === undefined) {
      known = this.#listParagraphs();
      this.#paragraphs = new WeakRef(known);
    }
    return known;
  }

  #listParagraphs(): Paragraph[] {
    const { starts, ends, paragraphEnds } = this.columns;
    const paragraphs: Paragraph[] = [];
    const first = paragraphEnds[this.at - 1] ?? 0;
    for (let at = first; at < (paragraphEnds[this.at] ?? 0); at++)
      paragraphs.push({ number: at - first + 1, start: starts[at] ?? 0, end: ends[at] ?? 0 });
    return paragraphs;
  }
}
