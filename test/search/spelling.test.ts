import { describe, expect, test } from 'vitest';
import { correctSpelling } from '../../src/search/spelling.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const ARTICLE = makeArticle({
  articleId: 'a',
  title: 'A visit',
  source: 'The Chases',
  paragraphs: [
    'Michael Chase arrived in Taiwan. The officials of Taiwan said nothing.',
    'Taiwan and Tajwan are not the same; Chad is another country.',
  ],
});

async function correct(question: string): Promise<string | undefined> {
  return correctSpelling(await makeSnapshot([ARTICLE]), question);
}

describe('a misspelt word becomes the known word nearest to it', () => {
  test.each([
    ['Who arrived in Tawian?', 'Who arrived in Taiwan?'],
    ['did micheal chase arrive', 'did Michael chase arrive'],
    ['hichael', 'Michael'],
  ])('%s', async (typed, expected) => {
    expect(await correct(typed)).toBe(expected);
  });

  test('of two that are equally near the more frequent one', async () => {
    expect(await correct('tawan')).toBe('Taiwan');
  });
});

describe('a word stays as it is', () => {
  test.each([
    ['known', 'Who arrived in Tajwan?'],
    ['too short to be sure', 'cha'],
    ['unlike any other', 'Which zeppelin arrived?'],
    ['a number', 'What happened in 20233?'],
    ['two slips in a short word', 'chxx'],
    ['no name, beside names', 'Which offficial arrived in Taiwan?'],
    ['a name, when what comes near is none', 'Which Nothin arrived?'],
    ['of the name of a source', 'What did the Chases report?'],
  ])('%s', async (_, question) => {
    expect(await correct(question)).toBeUndefined();
  });

  test('in an empty collection', async () => {
    expect(correctSpelling(await makeSnapshot([]), 'Taiwan')).toBeUndefined();
  });
});
