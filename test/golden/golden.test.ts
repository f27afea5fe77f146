/**
 * Golden articles: a folder a case, with files as people have them and `expected.json`, which says what is made of them.
 * `UPDATE_GOLDEN=1 npx vitest run test/golden` writes the expectations anew; then a person reads the difference.
 */
import { explainReason } from '../../src/articles/file-reason.js';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { paragraphText } from '../../src/articles/article.js';
import { readArticles, type ArticleReading } from '../../src/articles/read-articles.js';
import { plainMaker } from '../support/article-makers.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const EXPECTED = 'expected.json';
/** What the bot sends; see `messages.test.ts`. */
const MESSAGES = 'messages';
const cases = (await readdir(HERE, { withFileTypes: true }))
  .filter((entry) => entry.isDirectory() && entry.name !== MESSAGES)
  .map(({ name }) => name);

test('there are cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(10);
});

test.each(cases)('%s', async (name) => {
  const expected = path.join(HERE, name, EXPECTED);
  const found = await describeFolder(path.join(HERE, name));
  if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(expected, `${JSON.stringify(found, undefined, 2)}\n`);
  expect(found).toEqual(JSON.parse(await readFile(expected, 'utf8')));
});

/** The expectation itself is no file of the case, so the others are read in a folder without it. */
async function describeFolder(folder: string): Promise<unknown> {
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true, filter: (source) => path.basename(source) !== EXPECTED });
  const articles: unknown[] = [];
  const problems: unknown[] = [];
  for await (const reading of readArticles(copy, new Map(), plainMaker)) {
    if (reading.kind === 'article') articles.push(describeArticle(reading));
    else if (reading.kind === 'unchanged') problems.push(reading);
    else problems.push({ kind: reading.kind, file: reading.file, reason: explainReason(reading.why) });
  }
  return { articles, problems };
}

function describeArticle({ article }: Extract<ArticleReading, { readonly kind: 'article' }>): unknown {
  const { text: _text, fileHash: _fileHash, paragraphs, ...told } = article;
  return {
    ...told,
    paragraphs: paragraphs.map((paragraph) => ({
      number: paragraph.number,
      text: paragraphText(article, paragraph),
    })),
  };
}
