import { expect, test } from 'vitest';
import { findAnsweringSentence } from '../../src/answers/highlight.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const TEXT =
  'The minister spoke in parliament on Friday. The minister said the budget would grow by nine percent. ' +
  'Reporters asked the minister about Rep. Ro Khanna, too.';

/** The sentence found in a text, in a collection that holds `others` too. */
async function answering(
  question: string,
  text = TEXT,
  others: readonly string[] = [],
): Promise<string | undefined> {
  const articles = [text, ...others].map((one, at) =>
    makeArticle({ articleId: `a${at}`, paragraphs: [one] }),
  );
  const { chunkPostings } = await makeSnapshot(articles);
  const span = findAnsweringSentence(text, question, chunkPostings);
  return span === undefined ? undefined : text.slice(span.start, span.end);
}

test('the sentence that shares most with the question, word for word', async () => {
  expect(await answering('By how much does the budget of the minister grow?')).toBe(
    'The minister said the budget would grow by nine percent.',
  );
});

test('a word that is in one sentence counts more than one that is in several', async () => {
  const text = 'The senator rose. The bishop rose. The senator sat down.';
  expect(await answering('a senator and a bishop', text)).toBe('The bishop rose.');
});

test('a word that is rare in the collection counts more than one that is common', async () => {
  const text = 'The senator rose. The bishop rose.';
  const others = ['Another senator spoke.', 'No senator spoke.'];
  expect(await answering('a senator and a bishop', text, others)).toBe('The bishop rose.');
  expect(await answering('a senator and a bishop', text)).toBe('The senator rose.');
});

test('an abbreviation does not end the sentence', async () => {
  expect(await answering('What about Khanna?')).toBe(
    'Reporters asked the minister about Rep. Ro Khanna, too.',
  );
});

test('of equal sentences the first', async () => {
  expect(await answering('the ship', 'One ship left. One ship stayed.')).toBe('One ship left.');
});

test('none when nothing is shared, or nothing is there', async () => {
  expect(await answering('What is the price of gold?')).toBeUndefined();
  expect(await answering('Who is it?')).toBeUndefined();
  expect(await answering('minister', '')).toBeUndefined();
});
