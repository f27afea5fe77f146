import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readAhead } from '../../src/index/read-ahead.js';

/** Readings that end when they are told to. */
function createReader() {
  const begun: number[] = [];
  const ends = new Map<number, { resolve: (value: number) => void; reject: (error: Error) => void }>();
  return {
    begun,
    read: (item: number): Promise<number> => {
      begun.push(item);
      return new Promise((resolve, reject) => ends.set(item, { resolve, reject }));
    },
    finish: (item: number): void => ends.get(item)?.resolve(10 * item),
    fail: (item: number): void => ends.get(item)?.reject(new Error(`no ${item}`)),
  };
}

test('gives all in order, whichever comes first, with no more than two ahead', async () => {
  const reader = createReader();
  const given: number[] = [];
  const all = (async () => {
    for await (const one of readAhead([1, 2, 3, 4], reader.read)) given.push(one);
  })();
  await nextTurn();
  expect(reader.begun).toEqual([1, 2, 3]);
  reader.finish(2);
  await nextTurn();
  expect(given).toEqual([]);
  reader.finish(1);
  await nextTurn();
  expect([given, reader.begun]).toEqual([
    [10, 20],
    [1, 2, 3, 4],
  ]);
  reader.finish(4);
  reader.finish(3);
  await all;
  expect(given).toEqual([10, 20, 30, 40]);
});

test('of nothing gives nothing', async () => {
  const reader = createReader();
  for await (const one of readAhead([], reader.read)) expect.unreachable(String(one));
  expect(reader.begun).toEqual([]);
});

test('tells the first failure in order, and only once nothing is being read any more', async () => {
  const reader = createReader();
  let isOver = false;
  const all = (async () => {
    for await (const one of readAhead([1, 2, 3, 4], reader.read)) expect(one).toBe(10);
  })().finally(() => (isOver = true));
  const refused = expect(all).rejects.toThrow('no 2');
  reader.fail(3);
  reader.fail(2);
  reader.finish(1);
  await nextTurn();
  expect(isOver).toBe(false);
  reader.finish(4);
  await refused;
});
