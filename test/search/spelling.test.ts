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

const COURT = makeArticle({
  articleId: 'b',
  title: 'A ruling',
  paragraphs: [
    'There is no justice, wrote the president of the Supreme Court, and the Department of Justice agreed.',
  ],
});
const ISLAND = makeArticle({
  articleId: 'c',
  title: 'A volcano',
  paragraphs: ['The volcano on Jana was quiet. The Presidents of Iran saw it from the sea.'],
});
const HARBOUR = makeArticle({
  articleId: 'd',
  title: 'A harbour',
  paragraphs: ['Jaza has a harbour.', 'Ships leave Jaza at night, and come back to Jaza in the morning.'],
});

describe('among several articles', () => {
  test.each([
    [
      'the one that an article about the rest of the question has',
      'Is the volcano of Jaxa quiet?',
      'Is the volcano of Jana quiet?',
    ],
    ['and not this one', 'Is the harbour of Jaxa old?', 'Is the harbour of Jaza old?'],
    ['what is a name in one place only', 'Which Juistice agreed?', 'Which Justice agreed?'],
    [
      'a word whose stem is far shorter',
      'Did the Presrdents of the Supreme Court write?',
      'Did the Presidents of the Supreme Court write?',
    ],
    [
      'three letters, where all else fits',
      'Which Presidents of Irn saw the volcano?',
      'Which Presidents of Iran saw the volcano?',
    ],
  ])('%s', async (_, typed, expected) => {
    expect(correctSpelling(await makeSnapshot([COURT, ISLAND, HARBOUR]), typed)).toBe(expected);
  });

  test.each([
    ['two slips, where no article has it with the rest', 'Which harbour has Sxpxeme?'],
    ['three letters, where no article has it with the rest', 'Which ruling is about the harbour of Irn?'],
  ])('not %s', async (_, typed) => {
    expect(correctSpelling(await makeSnapshot([COURT, ISLAND, HARBOUR]), typed)).toBeUndefined();
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
