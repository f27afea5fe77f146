/**
 * Finds the files of the articles folder. Links are followed only to places inside it, no article is listed twice, and
 * what is neither an article nor a sidecar is named with a reason. What has a name that begins with a dot is ignored.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { ArticlesDirectoryError } from '../errors.js';
import { codeOf, explainFileError } from './file-error.js';
import { because, explainReason, type FileReason } from './file-reason.js';

const ARTICLE_EXTENSIONS = ['.txt', '.md', '.html', '.htm'] as const;
const SIDECAR_ENDING = '.meta.yaml';

/** A file to read: `file` is its name under the articles folder (with `/`), `realPath` where it really is. */
export interface FoundFile {
  readonly file: string;
  readonly realPath: string;
  readonly sidecar: string | undefined;
}

/** Something in the folder that gives no article. "failed": it might, if somebody mended something first. */
export interface Oddity {
  readonly kind: 'skipped' | 'failed';
  readonly file: string;
  readonly why: FileReason;
}

export interface Found {
  /** In order of name. */
  readonly files: readonly FoundFile[];
  readonly oddities: readonly Oddity[];
}

/** A name under the articles folder, and the path to it. */
interface Place {
  readonly file: string;
  readonly location: string;
  readonly isLink: boolean;
}

interface Walk {
  readonly root: string;
  /** Real paths of articles and folders, so that a link cannot lead round in circles or list an article twice. */
  readonly met: Set<string>;
  readonly files: { file: string; realPath: string }[];
  /** Real paths by name. Two names may share one file: several articles may have the same metadata. */
  readonly sidecars: Map<string, string>;
  readonly oddities: Oddity[];
  /** Links wait until all else was met: an article keeps its own name when somebody adds a link to it. */
  readonly links: Place[];
}

/** For the folder itself these mean something else than for what was just listed in it. */
const ROOT_REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is none',
  ENOTDIR: 'it is no folder',
};

/** @throws ArticlesDirectoryError when the folder itself cannot be read. */
export async function listArticleFiles(directory: string): Promise<Found> {
  const walk = await startWalk(directory);
  await walkFolder(walk, walk.root, '');
  for (const link of walk.links) await visit(walk, link); // those in linked folders are appended meanwhile
  const files = walk.files.map(({ file, realPath }) => ({
    file,
    realPath,
    sidecar: walk.sidecars.get(sidecarOf(file)),
  }));
  const used = new Set(files.map(({ file }) => sidecarOf(file)));
  for (const file of walk.sidecars.keys()) {
    if (!used.has(file)) skip(walk, file, because('noArticleBeside'));
  }
  return { files: files.toSorted(byFile), oddities: walk.oddities.toSorted(byFile) };
}

export function sidecarOf(file: string): string {
  return withoutExtension(file) + SIDECAR_ENDING;
}

export function withoutExtension(file: string): string {
  return file.slice(0, file.length - path.posix.extname(file).length);
}

async function startWalk(directory: string): Promise<Walk> {
  try {
    const root = await realpath(directory);
    await readdir(root);
    return { root, met: new Set([root]), files: [], sidecars: new Map(), oddities: [], links: [] };
  } catch (cause) {
    const reason = ROOT_REASONS[codeOf(cause) ?? ''] ?? explainReason(explainFileError(cause));
    throw new ArticlesDirectoryError(
      `The articles folder ${directory} cannot be read (${reason}). Create it, or set ARTICLES_DIR.`,
      { cause },
    );
  }
}

async function walkFolder(walk: Walk, folder: string, prefix: string): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    walk.oddities.push({ kind: 'failed', file: prefix, why: because('folder', explainFileError(error)) });
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const location = path.join(folder, entry.name);
    const place = { file: prefix + entry.name, location, isLink: entry.isSymbolicLink() };
    if (place.isLink) walk.links.push(place);
    else await visit(walk, place);
  }
}

async function visit(walk: Walk, place: Place): Promise<void> {
  const { file } = place;
  const found = await look(walk, place);
  if (found === undefined) return;
  const { realPath, kind } = found;
  if (!isInside(walk.root, realPath)) {
    skip(walk, file, because('linkOutside'));
  } else if (walk.met.has(realPath)) {
    skip(walk, file, because('linkKnown'));
  } else if (kind === 'folder') {
    walk.met.add(realPath);
    await visitFolder(walk, realPath, file);
  } else if (kind === 'other') {
    skip(walk, file, because('noFile'));
  } else if (file.endsWith(SIDECAR_ENDING)) {
    walk.sidecars.set(file, realPath);
  } else if (hasArticleExtension(file)) {
    walk.met.add(realPath);
    walk.files.push({ file, realPath });
  } else {
    skip(walk, file, because('otherEnding', ARTICLE_EXTENSIONS.join(', ')));
  }
}

/** Where a place really is, and what is there; undefined, and an oddity more, when that cannot be told. */
async function look(
  walk: Walk,
  place: Place,
): Promise<{ readonly realPath: string; readonly kind: 'file' | 'folder' | 'other' } | undefined> {
  try {
    const realPath = await realpath(place.location);
    const found = await stat(realPath);
    return { realPath, kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other' };
  } catch (error) {
    const kind = place.isLink ? 'skipped' : 'failed';
    walk.oddities.push({ kind, file: place.file, why: explainLook(place, error) });
    return undefined;
  }
}

async function visitFolder(walk: Walk, realPath: string, file: string): Promise<void> {
  if (hasArticleExtension(file)) {
    skip(walk, file, because('folderNamedSo'));
  }
  await walkFolder(walk, realPath, `${file}/`);
}

function skip(walk: Walk, file: string, why: FileReason): void {
  walk.oddities.push({ kind: 'skipped', file, why });
}

function explainLook({ file, isLink }: Place, error: unknown): FileReason {
  const code = codeOf(error);
  // Listed a moment ago, and not found under the name it was listed by: some bytes of the name got lost.
  if (code === 'ENOENT' && file.includes('\uFFFD')) return because('nameNotUtf8');
  if (isLink && code === 'ENOENT') return because('linkNowhere');
  if (isLink && code === 'ELOOP') return because('linkCircle');
  return explainFileError(error);
}

function hasArticleExtension(file: string): boolean {
  const extension = path.extname(file).toLowerCase();
  return ARTICLE_EXTENSIONS.some((known) => known === extension);
}

function isInside(root: string, realPath: string): boolean {
  return realPath === root || realPath.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  if (a.file === b.file) return 0;
  return a.file < b.file ? -1 : 1;
}
