import { expect, test } from 'vitest';
import { findAnsweringSentences } from '../../src/answers/highlight.js';
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
  const [span] = findAnsweringSentences(text, question, chunkPostings);
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

test('a word of the same family counts by half, a number or a short word does not', async () => {
  const text = 'The island was calm. The invasion began at dawn. Iraq sent ships in 1943.';
  expect(await answering('When did they invade?', text)).toBe('The invasion began at dawn.');
  expect(await answering('Whom did they invade?', `${text} They invade.`)).toBe('They invade.');
  expect(await answering('Iran 1944', text)).toBeUndefined();
});

test('a sentence that begins with a pronoun has by half what the one before has', async () => {
  const question = 'When did the ferry Aurora sink?';
  const text = 'The ferry Aurora sank off the coast. It sank in 1987.';
  const others = ['A ferry left.', 'The ferry Aurora left.'];
  expect(await answering(question, text, others)).toBe('It sank in 1987.');
  expect(await answering(question, text.replace('It', 'Something'), others)).toBe(
    'The ferry Aurora sank off the coast.',
  );
});

test('what a pronoun stands for is handed on from sentence to sentence', async () => {
  const text = 'A house burned in the harbour. The ferry sailed. It was old. It burned in the harbour.';
  expect(await answering('Which ferry burned in the harbour?', text)).toBe('It burned in the harbour.');
  expect(await answering('Which ferry burned in the harbour?', text.replace('It was', 'Aurora was'))).toBe(
    'A house burned in the harbour.',
  );
});

test('a pronoun that stands for nothing that is asked about is no answer', async () => {
  expect(await answering('bishop', 'A ship left. It sank.')).toBeUndefined();
  expect(await answering('ship', 'A bishop left. It was raining. A ship left.')).toBe('A ship left.');
});

test('names and numbers of the question count less than what is asked of them', async () => {
  const text = 'Ottawa has 27 bridges. The bishop rose.';
  expect(await answering('Did the bishop of Ottawa rise?', text)).toBe('The bishop rose.');
  expect(await answering('bridges of Ottawa', text)).toBe('Ottawa has 27 bridges.');
  const equal = 'Everybody slept in Ottawa. Everybody saw the bishop.';
  expect(await answering('Did Ottawa have a bishop?', equal)).toBe('Everybody saw the bishop.');
  expect(await answering('did ottawa have a bishop', equal)).toBe('Everybody slept in Ottawa.');
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

test('of two that share as much, the one with what is asked for', async () => {
  const text = 'The ferry sank off the coast. The ferry sank in 1987.';
  expect(await answering('When did the ferry sink?', text)).toBe('The ferry sank in 1987.');
});

test('a second sentence comes along when it is nearly as good, and no third one', async () => {
  const text = 'A ferry sank. A ferry burned. A ferry sailed. Nobody swam.';
  const { chunkPostings } = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: [text] })]);
  const found = (question: string) =>
    findAnsweringSentences(text, question, chunkPostings).map(({ start, end }) => text.slice(start, end));
  expect(found('ferry')).toEqual(['A ferry sank.', 'A ferry burned.']);
  expect(found('Which ferry burned?')).toEqual(['A ferry burned.']);
});
