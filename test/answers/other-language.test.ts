import { expect, test } from 'vitest';
import { hintAtLanguage } from '../../src/answers/other-language.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const ENGLISH = 'The minister of defense said that the visit was a matter for the government of the island.';
const GERMAN = 'Wer ist der Minister und warum ist er auf der Insel?';

test('a question in a language that no article is in gets a hint', async () => {
  const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: [ENGLISH] })]);
  expect(hintAtLanguage(snapshot, GERMAN)).toEqual({ kind: 'other-language', asked: 'de', known: ['en'] });
  expect(hintAtLanguage(snapshot, 'Who is the minister?')).toBeUndefined();
  expect(hintAtLanguage(snapshot, 'Taiwan')).toBeUndefined();
});

test('an article in the language, by its metadata or its words, is enough', async () => {
  const english = makeArticle({ articleId: 'a', paragraphs: [ENGLISH] });
  const tagged = makeArticle({ articleId: 'b', language: 'de-AT', paragraphs: ['Kurz.'] });
  const untagged = makeArticle({ articleId: 'c', paragraphs: [`${GERMAN} Das ist nicht bekannt.`] });
  expect(hintAtLanguage(await makeSnapshot([english, tagged]), GERMAN)).toBeUndefined();
  expect(hintAtLanguage(await makeSnapshot([english, untagged]), GERMAN)).toBeUndefined();
});

test('nothing is claimed about articles whose language cannot be told', async () => {
  const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: ['Taiwan.'] })]);
  expect(hintAtLanguage(snapshot, GERMAN)).toBeUndefined();
});
