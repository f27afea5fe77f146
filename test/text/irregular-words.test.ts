import { expect, test } from 'vitest';
import { wordOfForm } from '../../src/text/irregular-words.js';

test.each([
  ['shot', 'shoot'],
  ['women', 'woman'],
  ['given', 'give'],
  ['went', 'go'],
  ['found', 'find'],
])('"%s" is a form of "%s", which is one of itself', (form, word) => {
  expect(wordOfForm(form)).toBe(word);
  expect(wordOfForm(word)).toBe(word);
});

test.each(['balloon', 'founded', 'ground', 'wound', 'constructor', ''])(
  '"%s" is a word of its own',
  (word) => {
    expect(wordOfForm(word)).toBe(word);
  },
);
