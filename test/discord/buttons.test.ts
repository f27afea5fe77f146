import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseButtonId, writeButtonId } from '../../src/discord/buttons.js';
import { CUSTOM_ID } from '../../src/discord/limits.js';

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

test('what a button remembers comes back, and fits', () => {
  const reference = fc.record({
    article: hex(12),
    paragraph: fc.integer({ min: 1, max: 9_999_999 }),
    hash: hex(8),
  });
  fc.assert(
    fc.property(reference, fc.constantFrom('nearest' as const, 'context' as const), (one, kind) => {
      const id = writeButtonId({ kind, reference: one });
      expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
      expect(parseButtonId(id)).toEqual({ kind, reference: one });
    }),
  );
});

test.each(['', 'nearest', 'nearest:0:abc:1:def', 'nearest:2:0123456789ab:3:01234567', 'share:1:x', 'nearest:1:0123456789ab:0:01234567'])(
  'an id of another version means nothing: %j',
  (id) => expect(parseButtonId(id)).toBeUndefined(),
); // prettier-ignore
