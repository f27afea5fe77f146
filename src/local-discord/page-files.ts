/**
 * The files of the page. Scripts are compiled; the document and its style are served from where they were written, and
 * preact from its package, so that no build step copies anything.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = findRoot(path.dirname(fileURLToPath(import.meta.url)));
const WRITTEN = path.join(ROOT, 'src/local-discord/page');
const COMPILED = path.join(ROOT, 'dist/src/local-discord/page');
const PACKAGES = path.join(ROOT, 'node_modules');

/** Folders and names without a dot in front: nothing leads out of the folder that is served. */
const SAFE = /^\/(?:[\w-]+\/)*[\w-]+(?:\.[\w-]+)*\.(?<extension>html|css|svg|js|mjs)$/u;
const VENDOR = '/vendor/preact/';
const INLINE_SCRIPT = /<script\b(?![^>]*\bsrc=)[^>]*>(?<code>[\s\S]*?)<\/script>/giu;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
};

export interface PageFile {
  readonly contentType: string;
  readonly content: Buffer;
  /** Of the scripts inside a document, for its Content-Security-Policy. */
  readonly scriptHashes: readonly string[];
}

/** @returns undefined where there is no such file. */
export async function readPageFile(pathname: string): Promise<PageFile | undefined> {
  const name = pathname === '/' ? '/index.html' : pathname;
  const extension = SAFE.exec(name)?.groups?.['extension'];
  if (extension === undefined) return undefined;
  const content = await readIfThere(locate(name, extension));
  if (content === undefined) return undefined;
  const scriptHashes = extension === 'html' ? hashScripts(content.toString()) : [];
  return { contentType: CONTENT_TYPES[extension] ?? 'text/plain', content, scriptHashes };
}

function locate(name: string, extension: string): string {
  if (name.startsWith(VENDOR)) return path.join(PACKAGES, name.slice('/vendor/'.length));
  return path.join(extension === 'js' ? COMPILED : WRITTEN, name);
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function hashScripts(html: string): string[] {
  return [...html.matchAll(INLINE_SCRIPT)].map(({ groups }) =>
    createHash('sha256')
      .update(groups?.['code'] ?? '')
      .digest('base64'),
  );
}

/** The folder of package.json, from source and from compiled code alike. */
function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('package.json was not found.');
  return findRoot(parent);
}
