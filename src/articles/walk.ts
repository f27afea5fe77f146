/**
 * Finds the files of the articles folder. Links are followed only to places inside it, nothing is listed twice, and what
 * is neither an article nor a sidecar is named with a reason. Files and folders whose name begins with a dot are ignored.
 */
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { ArticlesDirectoryError, messageOf } from '../errors.js';

export const ARTICLE_EXTENSIONS = ['.txt', '.md', '.html', '.htm'] as const;
export const SIDECAR_ENDING = '.meta.yaml';

/** A file to read: `file` is its name under the articles folder (with `/`), `realPath` where it really is. */
export interface FoundFile {
  readonly file: string;
  readonly realPath: string;
  readonly sidecar: string | undefined;
}

/** Something in the folder that gives no article. */
export interface Oddity {
  readonly file: string;
  readonly reason: string;
}

export interface Found {
  /** In order of name. */
  readonly files: readonly FoundFile[];
  readonly oddities: readonly Oddity[];
}

interface Walk {
  readonly root: string;
  /** Real paths that were met, so that a link cannot lead round in circles or list a file twice. */
  readonly met: Set<string>;
  readonly files: { file: string; realPath: string }[];
  readonly sidecars: Map<string, string>;
  readonly oddities: Oddity[];
}

/** @throws ArticlesDirectoryError when the folder itself cannot be read. */
export async function listArticleFiles(directory: string): Promise<Found> {
  const walk = await startWalk(directory);
  await walkFolder(walk, walk.root, '');
  const files = walk.files.map(({ file, realPath }) => {
    const name = withoutExtension(file) + SIDECAR_ENDING;
    const sidecar = walk.sidecars.get(name);
    return { file, realPath, sidecar };
  });
  const used = new Set(files.map(({ sidecar }) => sidecar));
  for (const [file, realPath] of walk.sidecars) {
    if (!used.has(realPath))
      walk.oddities.push({ file, reason: 'there is no article of this name beside it' });
  }
  return { files: files.toSorted(byFile), oddities: walk.oddities.toSorted(byFile) };
}

export function withoutExtension(file: string): string {
  return file.slice(0, file.length - path.posix.extname(file).length);
}

async function startWalk(directory: string): Promise<Walk> {
  try {
    const root = await realpath(directory);
    await readdir(root);
    return { root, met: new Set([root]), files: [], sidecars: new Map(), oddities: [] };
  } catch (cause) {
    throw new ArticlesDirectoryError(
      `The articles folder ${directory} cannot be read (${messageOf(cause)}). Create it, or set ARTICLES_DIR.`,
      { cause },
    );
  }
}

async function walkFolder(walk: Walk, folder: string, prefix: string): Promise<void> {
  let names: string[];
  try {
    names = (await readdir(folder)).toSorted();
  } catch (error) {
    walk.oddities.push({ file: prefix, reason: `the folder cannot be read (${messageOf(error)})` });
    return;
  }
  for (const name of names) {
    if (!name.startsWith('.')) await visit(walk, path.join(folder, name), prefix + name);
  }
}

async function visit(walk: Walk, location: string, file: string): Promise<void> {
  const odd = (reason: string): void => void walk.oddities.push({ file, reason });
  let realPath: string;
  let kind: 'file' | 'folder' | 'other';
  try {
    realPath = await realpath(location);
    const found = await stat(realPath);
    kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    return odd(explainLink(error));
  }
  if (!isInside(walk.root, realPath))
    return odd('the link leads out of the articles folder, and is not followed');
  if (walk.met.has(realPath)) return odd('a link to something that is read anyway');
  if (kind === 'other') return odd('neither a file nor a folder');
  if (kind === 'folder') return visitFolder(walk, realPath, file);
  if (file.endsWith(SIDECAR_ENDING)) walk.sidecars.set(file, realPath);
  else if (!hasArticleExtension(file))
    odd(`not an article: its name does not end in ${ARTICLE_EXTENSIONS.join(', ')}`);
  else walk.files.push({ file, realPath });
  walk.met.add(realPath);
}

async function visitFolder(walk: Walk, realPath: string, file: string): Promise<void> {
  if (hasArticleExtension(file)) {
    walk.oddities.push({
      file,
      reason: 'a folder, although it is named like an article; what is in it is read',
    });
  }
  walk.met.add(realPath);
  await walkFolder(walk, realPath, `${file}/`);
}

function explainLink(error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'ENOENT') return 'the link leads nowhere, or the file vanished';
  if (code === 'ELOOP') return 'the link leads back to itself';
  return `cannot be read (${messageOf(error)})`;
}

function hasArticleExtension(file: string): boolean {
  const extension = path.extname(file).toLowerCase();
  return ARTICLE_EXTENSIONS.some((known) => known === extension);
}

function isInside(root: string, realPath: string): boolean {
  return realPath.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  if (a.file === b.file) return 0;
  return a.file < b.file ? -1 : 1;
}
