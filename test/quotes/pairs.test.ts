import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOfPair } from '../../src/quotes/pairs.js';
import { BORDER, buildWordIndex } from '../../src/quotes/word-index.js';
import { makeArticle } from '../support/snapshots.js';

test('finds what a plain scan of all places finds', async () => {
  const word = fc.constantFrom('the', 'minister', 'said', 'that');
  const text = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '));
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 3 }),
      word,
      word,
      async (texts, one, other) => {
        const index = await buildWordIndex(
          texts.map((paragraph, at) => makeArticle({ articleId: `a${at}`, paragraphs: [paragraph] })),
        );
        const [first, second] = [index.numbers.get(one) ?? BORDER, index.numbers.get(other) ?? BORDER];
        const plain = [...index.ids.keys()].filter(
          (place) =>
            first !== BORDER &&
            second !== BORDER &&
            index.ids[place] === first &&
            index.ids[place + 1] === second,
        );
        expect([...placesOfPair(index, first, second)]).toEqual(plain);
      },
    ),
  );
});
