import { expect, test } from 'vitest';
import { decline } from '../../src/answers/asked.js';
import { outcomeOf } from '../../src/answers/outcome.js';
import { passageOf } from '../support/passages.js';

const nearest = passageOf('Text.');

test('an answer, the closest passage, or nothing', () => {
  expect(outcomeOf({ kind: 'answered', confidence: 0.6, passages: [nearest] })).toBe('answer');
  expect(outcomeOf(decline(0.4, nearest))).toBe('closest');
  expect(outcomeOf(decline(0.01, nearest))).toBe('nothing');
  expect(outcomeOf(decline(0.4))).toBe('nothing');
});
