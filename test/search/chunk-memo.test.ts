import { expect, test } from 'vitest';
import { rememberByChunk } from '../../src/search/chunk-memo.js';
import { chunksOf, makeArticle, makeSnapshot } from '../support/snapshots.js';

/** Each long enough to be a chunk of its own. */
const PARAGRAPHS = [
  'Seven sheep crossed the river alone while the shepherd slept.',
  'The harbour was closed on Friday because of four lost containers.',
  'Nobody near the old lighthouse ever saw the ferry come back again.',
];

async function makeRows(language?: string) {
  const snapshot = await makeSnapshot([
    makeArticle({ articleId: 'a', paragraphs: PARAGRAPHS, ...(language === undefined ? {} : { language }) }),
  ]);
  return { snapshot, rows: chunksOf(snapshot).map(({ row }) => row) };
}

/** What is read is the text itself; how often, is counted. */
function countReadings(size: number) {
  const readings: string[] = [];
  const at = rememberByChunk((text) => {
    readings.push(text);
    return text;
  }, size);
  return { readings, at };
}

test('the text of a chunk is read once, and what was read is given each time', async () => {
  const { snapshot, rows } = await makeRows();
  const { readings, at } = countReadings(10);
  for (const row of [...rows, ...rows]) expect(PARAGRAPHS).toContain(at(snapshot, row));
  expect(readings.toSorted()).toEqual(PARAGRAPHS.toSorted());
});

test('a snapshot knows nothing of another one, whose rows are others', async () => {
  const [one, other] = [await makeRows(), await makeRows()];
  const { readings, at } = countReadings(10);
  at(one.snapshot, one.rows[0] ?? 0);
  at(other.snapshot, other.rows[0] ?? 0);
  expect(readings).toHaveLength(2);
});

test('beyond its size the memo starts again, and still gives the right text', async () => {
  const { snapshot, rows } = await makeRows();
  const { readings, at } = countReadings(2);
  const given = [...rows, ...rows].map((row) => at(snapshot, row));
  expect(new Set(given)).toEqual(new Set(PARAGRAPHS));
  expect(readings.length).toBeGreaterThan(PARAGRAPHS.length);
});

test('the language of the article is told', async () => {
  const { snapshot, rows } = await makeRows('de');
  const at = rememberByChunk((_, language) => language, 10);
  expect(at(snapshot, rows[0] ?? 0)).toBe('de');
});

test('where no chunk is, an empty text is read', async () => {
  const { snapshot } = await makeRows();
  expect(countReadings(1).at(snapshot, 7)).toBe('');
});
