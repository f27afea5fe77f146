import { expect, test } from 'vitest';
import { rememberQuestions } from '../../src/answers/remember-questions.js';
import { vectorOfWords } from '../support/embedder.js';

test('a question that came lately is not embedded again; the one that was not asked for longest is forgotten', async () => {
  const embedded: string[] = [];
  const remembering = rememberQuestions(
    {
      embedQuestion(text) {
        embedded.push(text);
        return Promise.resolve(vectorOfWords(text));
      },
    },
    2,
  );
  for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) {
    expect(await remembering.embedQuestion(text)).toEqual(vectorOfWords(text));
  }
  expect(embedded).toEqual(['a', 'b', 'c', 'b']);
});
