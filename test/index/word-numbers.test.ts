import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordNumbers } from '../../src/index/word-numbers.js';
import { codesOf } from '../../src/text/words.js';
import { hostileText } from '../support/hostile-text.js';

test('holds what a map would hold, wherever in a text a word stands', () => {
  fc.assert(
    fc.property(fc.array(hostileText), hostileText, (words, before) => {
      const [numbers, map] = [new WordNumbers(), new Map<string, number>()];
      for (const word of words) {
        const start = before.length;
        const found = numbers.numberAt(codesOf(`${before}${word} and more`), start, start + word.length);
        expect(found).toBe(map.get(word));
        if (found !== undefined) continue;
        numbers.set(word, map.size);
        map.set(word, map.size);
      }
    }),
  );
});

test('grows', () => {
  const numbers = new WordNumbers();
  const words = Array.from({ length: 20_000 }, (_, at) => `word number ${at}`);
  words.forEach((word, at) => numbers.set(word, at));
  expect(words.map((word) => numbers.numberAt(codesOf(word), 0, word.length))).toEqual(
    words.map((_, at) => at),
  );
});
