import { expect, test } from 'vitest';
import { GrowingArray } from '../../src/quotes/growing-array.js';

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])('%i numbers come back in order', async (count) => {
  const numbers = new GrowingArray();
  for (let n = 0; n < count; n++) numbers.push(n * 3);
  expect(numbers.length).toBe(count);
  const joined = await numbers.join(() => Promise.resolve());
  expect(joined.every((value, at) => value === at * 3)).toBe(true);
  expect(joined).toHaveLength(count);
});
