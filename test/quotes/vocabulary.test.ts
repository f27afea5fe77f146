import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Vocabulary } from '../../src/quotes/vocabulary.js';

test('every word has one number, in the order they came', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 4 })), (words) => {
      const vocabulary = new Vocabulary();
      const numbers = words.map((word) => vocabulary.add(word));
      expect(vocabulary.keys.slice(1)).toEqual([...new Set(words)]);
      expect(numbers).toEqual(words.map((word) => vocabulary.keys.indexOf(word)));
      expect(words.map((word) => vocabulary.get(word))).toEqual(numbers);
      expect(vocabulary.get('a word of five letters and more')).toBeUndefined();
    }),
  );
});
