/** From a path to a text, within limits. A file is opened once and judged by what was opened. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { messageOf } from '../errors.js';
import { hasWord } from '../text/paragraphs.js';
import { ArticleProblem } from './problem.js';

/** The longest article ever printed is far shorter; more is a data dump, and would hold up everybody's answers. */
export const MAX_FILE_BYTES = 5_000_000;
/** Reading a page takes about a tenth of a second a megabyte, in one piece. */
export const MAX_PAGE_BYTES = 2_000_000;
/** In UTF-16 units. A paragraph of this length is no paragraph. Pages may be one line, so this is for txt and md. */
export const MAX_LINE_LENGTH = 200_000;

/**
 * Reads a file's bytes.
 *
 * @throws ArticleProblem "failed" when it vanished or cannot be read, "skipped" when it is too large.
 */
export async function readBytes(realPath: string, limit: number): Promise<Uint8Array> {
  const handle = await openFile(realPath);
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new ArticleProblem('skipped', 'neither a file nor a folder');
    if (found.size > limit) {
      throw new ArticleProblem(
        'skipped',
        `too large: ${inMegabytes(found.size)}, and at most ${inMegabytes(limit)} are read`,
      );
    }
    return await handle.readFile();
  } catch (cause) {
    throw cause instanceof ArticleProblem
      ? cause
      : new ArticleProblem('failed', `could not be read (${messageOf(cause)})`, { cause });
  } finally {
    await handle.close();
  }
}

// No link is followed here (the real path is known), and a pipe that took the file's place is not waited for.
async function openFile(realPath: string) {
  try {
    return await open(realPath, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (cause) {
    const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : undefined;
    const reason =
      code === 'ENOENT' ? 'vanished while it was being read' : `could not be opened (${messageOf(cause)})`;
    throw new ArticleProblem('failed', reason, { cause });
  }
}

/**
 * Decodes UTF-8 without a byte order mark.
 *
 * @throws ArticleProblem "skipped" for an empty file, other encodings, binary data and endless lines.
 */
export function decodeText(bytes: Uint8Array, maxLineLength = Number.POSITIVE_INFINITY): string {
  const text = new TextDecoder().decode(bytes);
  if (text.trim() === '') throw new ArticleProblem('skipped', 'empty');
  const damaged = text.indexOf('\uFFFD');
  if (damaged >= 0 && !isUtf8(bytes)) {
    throw new ArticleProblem(
      'skipped',
      `not UTF-8: there is an invalid byte in line ${lineAt(text, damaged)}`,
    );
  }
  if (text.includes('\0')) throw new ArticleProblem('skipped', 'holds binary data, not text');
  if (!hasWord(text)) throw new ArticleProblem('skipped', 'holds no word');
  const long = findLongLine(text, maxLineLength);
  if (long !== undefined) {
    throw new ArticleProblem(
      'skipped',
      `line ${long} has more than ${maxLineLength} characters: not an article`,
    );
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

function findLongLine(text: string, limit: number): number | undefined {
  let start = 0;
  while (text.length - start > limit) {
    const end = text.indexOf('\n', start);
    if ((end < 0 ? text.length : end) - start > limit) return lineAt(text, start);
    if (end < 0) return undefined;
    start = end + 1;
  }
  return undefined;
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
