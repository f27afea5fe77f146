import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSnowflakes } from '../../src/local-discord/snowflake.js';

const EPOCH = 1_420_070_400_000;

test('ids grow whatever the clock does, and never repeat', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: EPOCH, max: EPOCH + 2 ** 40 }), { minLength: 1 }), (times) => {
      const left = [...times];
      const createId = createSnowflakes({ now: () => left.shift() ?? EPOCH, after: () => () => undefined });
      const ids = times.map(() => BigInt(createId()));
      ids.slice(1).forEach((id, at) => expect(id > (ids[at] ?? 0n)).toBe(true));
    }),
  );
});

test('more than 4,096 ids in a millisecond borrow from the next one', () => {
  const createId = createSnowflakes({ now: () => EPOCH + 1, after: () => () => undefined });
  const ids = Array.from({ length: 10_000 }, createId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id tells its time', () => {
  const now = Date.UTC(2026, 7, 1);
  const id = createSnowflakes({ now: () => now, after: () => () => undefined })();
  expect(Number(BigInt(id) >> 22n) + EPOCH).toBe(now);
});
