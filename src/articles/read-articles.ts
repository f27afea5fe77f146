/** Reads the articles folder: file by file, each becomes an article or a reason why not. */
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { messageOf } from '../errors.js';
import { hashOf } from '../text/hash.js';
import { splitSentences } from '../text/sentences.js';
import { shortenAtWord } from '../text/shorten.js';
import type { Article, Metadata } from './article.js';
import { sortBlocks, withoutInlineMarks } from './left-out.js';
import { parseSidecar } from './metadata.js';
import { parsePlainText, type ParsedFile } from './plain-text.js';
import { because, type FileReason } from './file-reason.js';
import { ArticleProblem } from './problem.js';
import {
  decodeText,
  decodeUtf8,
  MAX_FILE_BYTES,
  MAX_LINE_LENGTH,
  MAX_MARKDOWN_BYTES,
  MAX_PAGE_BYTES,
  readBytes,
} from './read-file.js';
import { listArticleFiles, sidecarOf, withoutExtension, type FoundFile } from './walk.js';

/** What came of one file. File names are paths under the articles folder, with `/`. */
export type ArticleReading =
  | { readonly kind: 'article'; readonly article: Article }
  /** The file is known with this content, and was not parsed again. */
  | { readonly kind: 'unchanged'; readonly file: string; readonly articleId: string }
  | { readonly kind: 'skipped' | 'failed'; readonly file: string; readonly why: FileReason };

/** Part of every file hash: a new number here reads every file again. */
const PARSING_VERSION = 2;

const LONGEST_TITLE = 100;

/**
 * Reads all articles, in order of file name, then what is in the folder and is no article. The event loop gets a turn
 * after each file.
 *
 * @param known - hash of each file as it is in the index; such files are not parsed again.
 * @throws ArticlesDirectoryError when the folder itself cannot be read.
 */
export async function* readArticles(
  directory: string,
  known: ReadonlyMap<string, string> = new Map(),
): AsyncGenerator<ArticleReading> {
  const { files, oddities } = await listArticleFiles(directory);
  const owners = new Map<string, string>();
  for (const found of files) {
    const articleId = articleIdOf(found.file);
    const owner = owners.get(articleId);
    const reading = owner === undefined ? await readFound(found, articleId, known) : sameName(found, owner);
    if (reading.kind === 'article' || reading.kind === 'unchanged') owners.set(articleId, found.file);
    yield reading;
    await nextTurn();
  }
  for (const { kind, file, why } of oddities) yield { kind, file: displayName(file), why };
}

function sameName({ file }: FoundFile, owner: string): ArticleReading {
  return { kind: 'failed', file: displayName(file), why: because('sameName', displayName(owner)) };
}

async function readFound(
  found: FoundFile,
  articleId: string,
  known: ReadonlyMap<string, string>,
): Promise<ArticleReading> {
  const file = displayName(found.file);
  try {
    const bytes = await readBytes(found.realPath, limitOf(found.file));
    const sidecar = await readSidecar(found);
    const fileHash = hashOf(
      [PARSING_VERSION, articleId, hashOf(bytes), sidecar && hashOf(sidecar)].join('\n'),
    );
    if (known.get(file) === fileHash) return { kind: 'unchanged', file, articleId };
    const parsed = await parseFile(found.file, bytes);
    const extra = sidecar === undefined ? {} : parseSidecar(sidecar, displayName(sidecarOf(found.file)));
    const metadata = { ...parsed.metadata, ...extra };
    return { kind: 'article', article: toArticle({ articleId, file, fileHash }, parsed, metadata) };
  } catch (error) {
    if (error instanceof ArticleProblem) return { kind: error.kind, file, why: error.why };
    // A parser that gives up on one file, for example on endless nesting, is no reason to give up the others.
    return { kind: 'failed', file, why: because('notUnderstood', messageOf(error)) };
  }
}

async function readSidecar({ file, sidecar }: FoundFile): Promise<string | undefined> {
  if (sidecar === undefined) return undefined;
  try {
    return decodeUtf8(await readBytes(sidecar, MAX_LINE_LENGTH));
  } catch (cause) {
    if (!(cause instanceof ArticleProblem)) throw cause;
    throw new ArticleProblem('failed', because('within', displayName(sidecarOf(file)), cause.why), { cause });
  }
}

function limitOf(file: string): number {
  switch (formatOf(file)) {
    case '.txt':
      return MAX_FILE_BYTES;
    case '.md':
      return MAX_MARKDOWN_BYTES;
    default:
      return MAX_PAGE_BYTES;
  }
}

/** The parsers of pages and Markdown take longer to load than all else that reads articles: only with the first such file. */
async function parseFile(file: string, bytes: Uint8Array): Promise<ParsedFile> {
  switch (formatOf(file)) {
    case '.txt':
      return parsePlainText(decodeText(bytes, MAX_LINE_LENGTH));
    case '.md': {
      const { parseMarkdown } = await import('./markdown.js');
      return parseMarkdown(decodeText(bytes, MAX_LINE_LENGTH));
    }
    default: {
      const { parsePage } = await import('./html-page.js');
      return parsePage(decodeText(bytes));
    }
  }
}

function formatOf(file: string): string {
  return path.extname(file).toLowerCase();
}

function toArticle(
  identity: Pick<Article, 'articleId' | 'file' | 'fileHash'>,
  { text, blocks }: ParsedFile,
  { title, tags, ...metadata }: Metadata,
): Article {
  const { paragraphs, related, leftOut } = sortBlocks(text, blocks);
  const first = paragraphs[0];
  if (first === undefined) throw new ArticleProblem('skipped', because('noParagraph'));
  return {
    ...identity,
    ...metadata,
    title: title ?? firstSentence(text.slice(first.start, first.end), metadata.language),
    tags: tags ?? [],
    text,
    paragraphs: paragraphs.map((span, at) => ({ ...span, number: at + 1 })),
    related,
    leftOut,
  };
}

/** The first sentence as a title: on one line, shortened at a word. */
function firstSentence(paragraph: string, language: string | undefined): string {
  const [first = { start: 0, end: paragraph.length }] = splitSentences(paragraph, language);
  return shortenAtWord(withoutInlineMarks(paragraph.slice(first.start, first.end)), LONGEST_TITLE);
}

/** One spelling of each id, however the file system composes its letters. */
function articleIdOf(file: string): string {
  return displayName(withoutExtension(file)).normalize('NFC');
}

/** A file name that is safe to show: control and direction characters, which could disguise it, become marks. */
function displayName(file: string): string {
  return file.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
