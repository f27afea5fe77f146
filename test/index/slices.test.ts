import { expect, test } from 'vitest';
import { createSlices } from '../../src/index/slices.js';

test('others get a turn as soon as a slice has lasted long enough', async () => {
  const pause = createSlices();
  const order: string[] = [];
  setImmediate(() => order.push('another'));
  const until = performance.now() + 12;
  while (performance.now() < until) order.length = 0;
  await pause();
  order.push('this one');
  expect(order).toEqual(['another', 'this one']);
});
