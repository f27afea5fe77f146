import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPassage } from '../../src/answers/passage.js';
import { makeArticle } from '../support/snapshots.js';

const ARTICLE = makeArticle({
  articleId: '2023/visit',
  title: 'A visit',
  source: 'Example Times',
  author: 'A. Writer',
  date: '2023-02-17',
  url: 'https://example.org/visit',
  language: 'en',
  paragraphs: ['First one.', 'Second, with *stars*.', 'Third.'],
});

test('carries all that a reader needs to find it again', () => {
  expect(cutPassage(ARTICLE, 2, 2, [], 0.7)).toEqual({
    alsoIn: [],
    attribution: {
      articleId: '2023/visit',
      title: 'A visit',
      source: 'Example Times',
      author: 'A. Writer',
      date: '2023-02-17',
      url: 'https://example.org/visit',
    },
    paragraph: 2,
    last: 2,
    text: 'Second, with *stars*.',
    highlights: [],
    score: 0.7,
    language: 'en',
  });
});

test('joins paragraphs with whatever stands between them', () => {
  expect(cutPassage(ARTICLE, 1, 2).text).toBe('First one.\n\nSecond, with *stars*.');
});

describe('laws', () => {
  const paragraphs = fc.array(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), {
    minLength: 1,
    maxLength: 6,
  });
  const cases = paragraphs.chain((texts) => {
    const number = fc.integer({ min: 1, max: texts.length });
    const offset = fc.nat(texts.join('\n\n').length);
    return fc.record({
      article: fc.constant(makeArticle({ articleId: 'a', paragraphs: texts })),
      range: fc.tuple(number, number).map((pair) => pair.toSorted((a, b) => a - b)),
      spans: fc.array(
        fc.tuple(offset, offset).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
      ),
    });
  });

  test('the text is a slice of the article, and a highlight points at the same characters in both', () => {
    fc.assert(
      fc.property(cases, ({ article, range: [first = 1, last = 1], spans }) => {
        const { text, highlights } = cutPassage(article, first, last, spans);
        const from = article.paragraphs[first - 1]?.start ?? -1;
        expect(article.text.slice(from, from + text.length)).toBe(text);
        const inside = spans.filter(({ start, end }) => start >= from && end <= from + text.length);
        expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual(
          inside.map(({ start, end }) => article.text.slice(start, end)),
        );
      }),
    );
  });
});

test.each([
  [0, 1],
  [1, 4],
  [4, 4],
  [3, 2],
])('an article of three paragraphs has none from %i to %i', (first, last) => {
  expect(() => cutPassage(ARTICLE, first, last)).toThrow(RangeError);
});
