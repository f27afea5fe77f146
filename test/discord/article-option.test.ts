import { describe, expect, test } from 'vitest';
import type { Answerer } from '../../src/answers/answer.js';
import type { Attribution } from '../../src/answers/passage.js';
import { createAnswerer } from '../../src/answers/create-answerer.js';
import { completeArticle, readArticle } from '../../src/discord/article-option.js';
import { fakeEmbedder } from '../support/embedder.js';

/** An answerer of no index but these suggestions. */
function suggesting(attributions: readonly Attribution[]): Answerer {
  const empty = createAnswerer({ snapshot: () => undefined }, fakeEmbedder());
  return { ...empty, suggest: (_part, limit) => attributions.slice(0, limit) };
}

describe('completeArticle', () => {
  test('offers at most 25 choices of at most 100 characters, whatever titles and ids are like', () => {
    const attributions = Array.from({ length: 40 }, (_, at) => ({
      articleId: `${'folder/'.repeat(at)}article`,
      title: 'word '.repeat(at * 3 + 1).trim(),
      source: 'Example Times',
    }));
    const choices = completeArticle('', suggesting(attributions));
    expect(choices).toHaveLength(25);
    for (const { name, value } of choices) {
      for (const text of [name, value]) {
        expect(text.length).toBeGreaterThanOrEqual(1);
        expect(text.length).toBeLessThanOrEqual(100);
      }
    }
    expect(choices[0]?.name).toBe('word (Example Times)');
    expect(choices[20]?.value).toMatch(/^#[0-9a-f]{12}$/u);
  });
});

test('what was typed and means nothing is passed on, so that the answer can say so', () => {
  const answerer = suggesting([]);
  expect(readArticle(null, answerer)).toBeUndefined();
  expect(readArticle('no such article', answerer)).toBe('no such article');
  expect(readArticle('short', { ...answerer, identify: () => 'folder/long' })).toBe('folder/long');
});
