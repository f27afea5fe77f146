import { expect, test } from 'vitest';
import { createSlices, inSlices } from '../../src/index/slices.js';

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

test('a list is gone through in order, and others get their turns meanwhile', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('another'));
  for await (const item of inSlices(['first', 'second', 'third'])) {
    order.push(item);
    const until = performance.now() + 12;
    if (item !== 'first') continue;
    while (performance.now() < until) order.length = 1;
  }
  expect(order).toEqual(['first', 'another', 'second', 'third']);
});
