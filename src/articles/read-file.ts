/** From a path to a text, within limits. A file is opened once and judged by what was opened. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { hasWord } from '../text/paragraphs.js';
import { explainFileError } from './file-error.js';
import { because, type FileReason } from './file-reason.js';
import { ArticleProblem } from './problem.js';

/** The longest article ever printed is far shorter; more is a data dump, and would hold up everybody's answers. */
export const MAX_FILE_BYTES = 5_000_000;
/** Reading Markdown takes half a second a megabyte of a processor. */
export const MAX_MARKDOWN_BYTES = 1_000_000;
/** Reading a page takes half a second a megabyte of a processor. */
export const MAX_PAGE_BYTES = 2_000_000;
/** In UTF-16 units. A paragraph of this length is no paragraph. Pages may be one line, so this is for txt and md. */
export const MAX_LINE_LENGTH = 200_000;

const LINE_END = /\r\n?|\n/u;

/**
 * Reads a file's bytes.
 *
 * @throws ArticleProblem "failed" when it vanished or cannot be read, "skipped" when it is too large.
 */
export async function readBytes(realPath: string, limit: number): Promise<Uint8Array> {
  const handle = await openFile(realPath);
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new ArticleProblem('skipped', because('noFile'));
    if (found.size > limit) {
      throw new ArticleProblem('skipped', because('tooLarge', inMegabytes(found.size), inMegabytes(limit)));
    }
    return await handle.readFile();
  } catch (cause) {
    throw cause instanceof ArticleProblem
      ? cause
      : new ArticleProblem('failed', explainFileError(cause), { cause });
  } finally {
    await handle.close();
  }
}

// No link is followed here (the real path is known), and a pipe that took the file's place is not waited for.
async function openFile(realPath: string) {
  try {
    return await open(realPath, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    throw new ArticleProblem('failed', explainFileError(cause), { cause });
  }
}

/**
 * Decodes UTF-8 without a byte order mark.
 *
 * @throws ArticleProblem "skipped" for anything else.
 */
export function decodeUtf8(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  // A text may hold that character itself, so only then the bytes are looked at a second time.
  if (text.includes('\uFFFD') && !isUtf8(bytes))
    throw new ArticleProblem('skipped', explainBytes(bytes, text));
  return text;
}

/**
 * Decodes an article's text.
 *
 * @throws ArticleProblem "skipped" for an empty file, other encodings, binary data and endless lines.
 */
export function decodeText(bytes: Uint8Array, maxLineLength = Number.POSITIVE_INFINITY): string {
  const text = decodeUtf8(bytes);
  if (text.trim() === '') throw new ArticleProblem('skipped', because('empty'));
  if (text.includes('\0')) throw new ArticleProblem('skipped', because('binary'));
  if (!hasWord(text)) throw new ArticleProblem('skipped', because('noWord'));
  const long = findLongLine(text, maxLineLength);
  if (long !== undefined) {
    throw new ArticleProblem('skipped', because('longLine', String(long), String(maxLineLength)));
  }
  return text;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function explainBytes(bytes: Uint8Array, text: string): FileReason {
  const [first = 0, second = 0] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return because('utf16');
  const line = text.slice(0, text.indexOf('\uFFFD')).split(LINE_END).length;
  return because('notUtf8', String(line));
}

/** Number of the first line that is too long. */
function findLongLine(text: string, limit: number): number | undefined {
  if (text.length <= limit) return undefined;
  const at = text.split(LINE_END).findIndex((line) => line.length > limit);
  return at < 0 ? undefined : at + 1;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
