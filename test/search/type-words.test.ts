import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOfType } from '../../src/search/answer-type.js';
import { typeWordsAt } from '../../src/search/type-words.js';
import { tokenize } from '../../src/text/terms.js';
import { chunksOf, makeArticle, makeSnapshot } from '../support/snapshots.js';

const TYPES = ['number', 'time', 'person', 'place'] as const;

const paragraph = fc
  .array(fc.constantFrom('Ada Lovelace', 'met', 'in Oslo', 'on', '3rd', 'May', 'may', '1,500', 'two.', 'She'))
  .map((words) => `Then ${words.join(' ')}`);

test('the words of a chunk are those of its text, the first time and each time after', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 5 }), async (paragraphs) => {
      const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs })]);
      const rows = chunksOf(snapshot);
      for (const { row, start, end } of [...rows, ...rows]) {
        const text = snapshot.articles[0]?.text.slice(start, end) ?? '';
        for (const type of TYPES)
          expect(typeWordsAt[type](snapshot, row)).toEqual(wordsOfType(type, text, tokenize(text)));
      }
    }),
  );
});

test('where no chunk is, there are no words', async () => {
  const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: ['In Oslo.'] })]);
  for (const type of TYPES) expect(typeWordsAt[type](snapshot, 7)).toEqual([]);
});
