import { expect, test } from 'vitest';
import { termOf } from '../../src/text/terms.js';
import { isName, termsLike, wordsOfTerm } from '../../src/search/vocabulary.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const ARTICLE = makeArticle({
  articleId: 'a',
  title: 'Visiting Élysée and Sa\u0303o Tomé',
  paragraphs: [
    'Two visitors visited Taiwan.',
    'Visits to Taipei, and no visit to 2go, the visit’s hosts said.',
  ],
});

test('terms of some lengths that share the first letter, or only the second', async () => {
  const { chunkPostings } = await makeSnapshot([ARTICLE]);
  expect(new Set(termsLike(chunkPostings, 'tisi', 5, 6))).toEqual(new Set(['taipei', 'taiwan', 'visit']));
  expect([...termsLike(chunkPostings, 'tisi', 7, 7)]).toEqual(['visitor']);
  expect([...termsLike(chunkPostings, '', 1, 20)]).toEqual([]);
});

test('the words of a term, as titles and texts have them', async () => {
  const snapshot = await makeSnapshot([ARTICLE]);
  const words = (word: string) => [...new Set(wordsOfTerm(snapshot, termOf(word) ?? ''))].toSorted();
  expect(words('visit')).toEqual(['Visiting', 'Visits', 'visit', 'visited']);
  expect(words('visitors')).toEqual(['visitors']);
  expect(words('zeppelin')).toEqual([]);
});

test('accents do not hide a word, and numbers are none', async () => {
  const snapshot = await makeSnapshot([ARTICLE]);
  expect([...wordsOfTerm(snapshot, termOf('elysee') ?? '')]).toContain('Élysée');
  expect([...wordsOfTerm(snapshot, termOf('sao') ?? '')]).toContain('Sa\u0303o');
  expect([...wordsOfTerm(snapshot, '2go')]).toEqual([]);
});

test.each([
  ['Taiwan', true],
  ['Élysée', true],
  ['visit', false],
  ['2go', false],
  ['', false],
])('whether "%s" is written as names are: %s', (word, expected) => {
  expect(isName(word)).toBe(expected);
});
