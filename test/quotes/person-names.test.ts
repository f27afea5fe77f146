import { describe, expect, test } from 'vitest';
import { namesIn } from '../../src/quotes/person-names.js';
import { makeArticle } from '../support/snapshots.js';

/** The names of a text, as they stand there, with what is known of them. */
function read(text: string, rest = '') {
  const article = makeArticle({ articleId: 'a', paragraphs: [text, rest] });
  return namesIn(article, text, 0).map(({ start, end, gender, isKnown }) => ({
    name: text.slice(start, end),
    gender,
    isKnown,
  }));
}

describe('names of persons', () => {
  test.each([
    ['Even Maria Lopez left.', 'Maria Lopez', 'female'],
    ['White House Press Secretary Josh Earnest left.', 'Press Secretary Josh Earnest', 'male'],
    ['On Monday Mr. Wu left.', 'Mr. Wu', 'male'],
    ['Alabama Gov. Terry Stone left.', 'Gov. Terry Stone', undefined],
    ['Sean O’Brien left.', 'Sean O’Brien', 'male'],
  ])('%s', (text, name, gender) => {
    expect(read(text)).toEqual([{ name, gender, isKnown: true }]);
  });

  test.each([
    'The State Department left.',
    'In the United States nobody left.',
    'NATO left.',
    'Conceding that, it left.',
  ])('%s: no person', (text) => {
    expect(read(text)).toEqual([]);
  });

  test('a surname has the gender of the whole name that stands elsewhere', () => {
    expect(read('Lopez left.', 'It was Maria Lopez who stayed.')).toEqual([
      { name: 'Lopez', gender: 'female', isKnown: true },
    ]);
  });

  test('a surname that a man and a woman have is anybody’s', () => {
    const both = 'Maria Lopez and John Lopez stayed.';
    expect(read('Lopez left.', both)).toEqual([{ name: 'Lopez', gender: undefined, isKnown: true }]);
  });

  test('a name that is only seen here is taken for one, and not known', () => {
    expect(read('Wu left.')).toEqual([{ name: 'Wu', gender: undefined, isKnown: false }]);
    expect(read('Wu, 31, left.')).toEqual([{ name: 'Wu', gender: undefined, isKnown: true }]);
  });
});
