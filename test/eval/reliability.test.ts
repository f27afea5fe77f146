import { expect, test } from 'vitest';
import { drawReliability, groupByConfidence, type Judged } from './reliability.js';

function judged(confidence: number, isTrue: boolean, weight = 1): Judged {
  return { confidence, isTrue, weight };
}

test('questions of about one confidence are one bin, and count by their weights', () => {
  const bins = groupByConfidence([judged(0.72, true, 3), judged(0.78, false), judged(0.1, false), judged(1, true)]);
  expect(bins.map(({ questions }) => questions)).toEqual([1, 2, 1]);
  expect(bins[1]?.confidence).toBeCloseTo(0.735);
  expect(bins[1]?.answerable).toBeCloseTo(0.75);
}); // prettier-ignore

test('a bin is drawn where its shares are', () => {
  const drawing = drawReliability([
    { name: 'all', bins: [{ questions: 9, confidence: 0.5, answerable: 1 }] },
  ]);
  expect(drawing).toContain('<circle cx="248" cy="48" r="3"');
});
