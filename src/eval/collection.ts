/**
 * A set's articles as a folder of files, and the folder of the index made of them. Both are kept between runs, under the
 * hash of the articles: embedding a set takes minutes, and is done once.
 */
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { hashOf } from '../text/hash.js';
import type { SetArticle } from './eval-set.js';

export interface Collection {
  readonly articlesDirectory: string;
  readonly indexDirectory: string;
}

const KEPT_IN = path.join(tmpdir(), 'byline-eval');
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;
const LONGEST_TITLE = 500;
const LONGEST_SOURCE = 200;

/** @param root - where collections are kept. */
export async function layOutCollection(
  name: string,
  articles: readonly SetArticle[],
  root = KEPT_IN,
): Promise<Collection> {
  const files = articles.map((article) => [`${article.id}.txt`, toFile(article)] as const);
  const folder = path.join(root, `${name}-${hashOf(JSON.stringify(files)).slice(0, 16)}`);
  const articlesDirectory = path.join(folder, 'articles');
  if (!(await isThere(articlesDirectory))) await writeAll(articlesDirectory, files);
  return { articlesDirectory, indexDirectory: path.join(folder, 'index') };
}

/** Beside, then renamed: a stopped run leaves no half of a collection. */
async function writeAll(folder: string, files: readonly (readonly [string, string])[]): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const [file, text] of files) await writeFile(path.join(draft, file), text);
  await rename(draft, folder);
}

/** As an administrator would write it: front matter, then the text. What the set does not know is left out. */
function toFile({ title, source, date, text }: SetArticle): string {
  const lines = [
    field('title', title.trim().slice(0, LONGEST_TITLE)),
    field('source', source.trim().slice(0, LONGEST_SOURCE)),
    ISO_DATE.test(date ?? '') ? `date: ${date}` : '',
  ].filter((line) => line !== '');
  return `---\n${lines.join('\n')}\n---\n\n${text}`;
}

function field(name: string, value: string): string {
  return value === '' ? '' : `${name}: ${JSON.stringify(value)}`;
}

async function isThere(folder: string): Promise<boolean> {
  try {
    return (await stat(folder)).isDirectory();
  } catch {
    return false; // made for the first time
  }
}
