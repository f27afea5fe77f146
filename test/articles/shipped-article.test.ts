/** The article that comes with the bot, as the file that was given. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { splitChunks } from '../../src/articles/chunks.js';
import { hashOf } from '../../src/text/hash.js';
import { paragraphsOf, readFolder } from './reading.js';

const FOLDER = fileURLToPath(new URL('../../data/articles', import.meta.url));
const NAME = '000_34c1936e83dafbf4';

async function readShipped() {
  const readings = await readFolder(FOLDER);
  const reading = readings.find((one) => one.kind === 'article' && one.article.articleId === NAME);
  if (reading?.kind !== 'article') throw new Error('the shipped article is not there');
  return reading.article;
}

test('is byte for byte the file that was given', async () => {
  expect(hashOf(await readFile(`${FOLDER}/${NAME}.txt`))).toBe(
    '3be6369edea4a81521bdfb05a60c054e9545ec425c1f7ac8b2efac1b88d300f6',
  );
});

test('has 21 paragraphs, each a slice of the file, in order', async () => {
  const file = await readFile(`${FOLDER}/${NAME}.txt`, 'utf8');
  const article = await readShipped();
  const paragraphs = paragraphsOf(article);
  expect(paragraphs).toHaveLength(21);
  let behind = 0;
  for (const paragraph of paragraphs) {
    const at = file.indexOf(paragraph, behind);
    expect(file.slice(behind, at).trim()).toBe('');
    behind = at + paragraph.length;
  }
  expect(file.slice(behind)).toMatch(/^\s*Read More:/u);
  expect(article.paragraphs.map(({ number }) => number)).toEqual(paragraphs.map((_, at) => at + 1));
  expect(paragraphs[6]).toBe(
    `"I won't explain the details," he said. "I won't explain until I get formal notification."`,
  );
});

test('its closing headlines are related titles, in no paragraph and no chunk', async () => {
  const article = await readShipped();
  expect(article.related).toEqual([
    'China urges calm after spy balloon discovered flying in US airspace',
    "Attending Abe Shinzo's funeral; US VP's excuse to visit Asia",
    'US aircraft carrier enters South China Sea in escalating move',
    "China calls Pelosi's potential visit to Taiwan dangerous, provocative",
  ]);
  expect(article.leftOut.map(({ text }) => text)).toEqual(['Read More:', ...article.related]);
  const searched = splitChunks(article).map(({ start, end }) => article.text.slice(start, end));
  for (const text of [...paragraphsOf(article), ...searched]) {
    expect(text).not.toContain('Read More');
    for (const title of article.related) expect(text).not.toContain(title);
  }
});

test('its sidecar claims only what the text shows', async () => {
  const article = await readShipped();
  expect(article).toMatchObject({ source: 'Iran Press', tags: [] });
  for (const key of ['author', 'date', 'url', 'language']) expect(article).not.toHaveProperty(key);
  expect(article.title).toMatch(
    /^The Pentagon's top China official, Deputy Assistant Secretary of Defense,.*…$/u,
  );
  expect(article.title.length).toBeLessThanOrEqual(101);
});
