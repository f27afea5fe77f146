/** Reads the articles folder: file by file, each becomes an article or a reason why not. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { messageOf } from '../errors.js';
import { hashOf } from '../text/hash.js';
import type { Article } from './article.js';
import { createArticleMaker, type ArticleMaker } from './article-maker.js';
import { because, type FileReason } from './file-reason.js';
import { formatOf } from './make-article.js';
import { ArticleProblem } from './problem.js';
import {
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

/**
 * Reads all articles, in order of file name, then what is in the folder and is no article. The event loop gets a turn
 * after each file.
 *
 * @param known - hash of each file as it is in the index; such files are not parsed again.
 * @param maker - makes articles of the others; closed at the end.
 * @throws ArticlesDirectoryError when the folder itself cannot be read.
 */
export async function* readArticles(
  directory: string,
  known: ReadonlyMap<string, string> = new Map(),
  maker = createArticleMaker(),
): AsyncGenerator<ArticleReading> {
  const { files, oddities } = await listArticleFiles(directory);
  try {
    yield* readFiles(files, known, maker);
  } finally {
    await maker.close();
  }
  for (const { kind, file, why } of oddities) yield { kind, file: displayName(file), why };
}

async function* readFiles(
  files: readonly FoundFile[],
  known: ReadonlyMap<string, string>,
  maker: ArticleMaker,
): AsyncGenerator<ArticleReading> {
  const owners = new Map<string, string>();
  for (const found of files) {
    const articleId = articleIdOf(found.file);
    const owner = owners.get(articleId);
    const reading =
      owner === undefined ? await readFound(found, articleId, known, maker) : sameName(found, owner);
    if (reading.kind === 'article' || reading.kind === 'unchanged') owners.set(articleId, found.file);
    yield reading;
    await nextTurn();
  }
}

function sameName({ file }: FoundFile, owner: string): ArticleReading {
  return { kind: 'failed', file: displayName(file), why: because('sameName', displayName(owner)) };
}

async function readFound(
  found: FoundFile,
  articleId: string,
  known: ReadonlyMap<string, string>,
  maker: ArticleMaker,
): Promise<ArticleReading> {
  const file = displayName(found.file);
  try {
    const bytes = await readBytes(found.realPath, limitOf(found.file));
    const yaml = await readSidecar(found);
    const fileHash = hashOf([PARSING_VERSION, articleId, hashOf(bytes), yaml && hashOf(yaml)].join('\n'));
    if (known.get(file) === fileHash) return { kind: 'unchanged', file, articleId };
    const sidecar = yaml === undefined ? undefined : { name: displayName(sidecarOf(found.file)), yaml };
    const article = await maker.make({ identity: { articleId, file, fileHash }, bytes, sidecar });
    return { kind: 'article', article };
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

/** One spelling of each id, however the file system composes its letters. */
function articleIdOf(file: string): string {
  return displayName(withoutExtension(file)).normalize('NFC');
}

/** A file name that is safe to show: control and direction characters, which could disguise it, become marks. */
function displayName(file: string): string {
  return file.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}
