/** Reads articles as the index does, from a real folder that is removed behind the test. */
import { explainReason } from '../../src/articles/file-reason.js';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { paragraphText, type Article } from '../../src/articles/article.js';
import { readArticles, type ArticleReading } from '../../src/articles/read-articles.js';
import { plainMaker } from '../support/article-makers.js';
import { temporaryFolder } from '../support/temporary-folder.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A temporary folder with these files in it; folders on the way are made. */
export async function folderWith(files: Files): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.join(folder, path.dirname(name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

export async function readFolder(
  folder: string,
  known?: ReadonlyMap<string, string>,
): Promise<ArticleReading[]> {
  const readings: ArticleReading[] = [];
  for await (const reading of readArticles(folder, known, plainMaker)) readings.push(reading);
  return readings;
}

export async function readFiles(files: Files): Promise<ArticleReading[]> {
  return readFolder(await folderWith(files));
}

/** The one article that these files give. */
export async function readOne(files: Files): Promise<Article> {
  const [reading] = await readFiles(files);
  if (reading?.kind !== 'article') throw new Error(`no article: ${JSON.stringify(reading)}`);
  return reading.article;
}

export function paragraphsOf(article: Article): string[] {
  return article.paragraphs.map((paragraph) => paragraphText(article, paragraph));
}

/** File names with the reason why they gave no article; "ok" for one that did. */
export function reasonsOf(readings: readonly ArticleReading[]): Record<string, string> {
  return Object.fromEntries(
    readings.map((one) => {
      if (one.kind === 'article') return [one.article.file, 'ok'];
      return [one.file, one.kind === 'unchanged' ? 'unchanged' : `${one.kind}: ${explainReason(one.why)}`];
    }),
  );
}
