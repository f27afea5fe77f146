import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areNear } from '../../src/quotes/near-words.js';
import { lettersOf } from '../../src/quotes/outline.js';
import { Spelling } from '../../src/quotes/spelling.js';
import { makeArticle } from '../support/snapshots.js';
import { checkIn } from './checking.js';

test('finds what a comparison with every word finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 8 }), word, (known, asked) => {
      const keys = ['', ...known];
      const spelling = new Spelling(keys, Uint32Array.from(keys, lettersOf));
      known.forEach((_, at) => spelling.add(at + 1));
      const plain = known.flatMap((other, at) => (areNear(asked, other) ? [at + 1] : []));
      expect(spelling.near(asked).toSorted()).toEqual(plain.toSorted());
    }),
  );
});

test('a quotation whose every longer word is misspelt is found', async () => {
  const said = 'The government promised that every village would receive clean water before winter';
  const quote = 'The goverment promissed that evry vilage woud recieve claen watr befor wintr';
  const articles = [
    makeArticle({ articleId: 'a', paragraphs: [said] }),
    makeArticle({
      articleId: 'b',
      paragraphs: ['The minister told reporters that nothing was decided yet.'],
    }),
  ];
  const { verdict, matches } = await checkIn(articles, quote);
  expect(verdict).toBe('altered');
  expect(matches[0]?.article.articleId).toBe('a');
});
