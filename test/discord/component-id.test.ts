import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  parseComponentId,
  referenceArgs,
  writeComponentId,
  writeReference,
} from '../../src/discord/component-id.js';
import { findComponent } from '../../src/discord/components/index.js';
import { CUSTOM_ID } from '../../src/discord/limits.js';
import { hostileText } from '../support/hostile-text.js';

const hex = (length: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: length, maxLength: length })
    .map((list) => list.join(''));
const anyReference = fc.record({
  article: hex(12),
  paragraph: fc.integer({ min: 1, max: 9_999_999 }),
  hash: hex(8),
});

const write =
  (...args: string[]) =>
  () =>
    writeComponentId({ kind: 'nearest', version: 1, args });

describe('what a component remembers', () => {
  test('comes back, and fits', () => {
    fc.assert(
      fc.property(anyReference, fc.constantFrom('nearest', 'context'), (reference, kind) => {
        const written = { kind, version: 1, args: writeReference(reference) };
        const id = writeComponentId(written);
        expect(id.length).toBeLessThanOrEqual(CUSTOM_ID);
        expect(parseComponentId(id)).toEqual(written);
        expect(referenceArgs.parse(written.args)).toEqual(reference);
        expect(findComponent(id)).toBeDefined();
      }),
    );
  });

  test('is refused when it would not come back', () => {
    expect(write('a:b')).toThrow(/No component/u);
    expect(write('x'.repeat(100))).toThrow(/No component/u);
  });
});

test('the ids of messages that stand in channels already keep their meaning', () => {
  expect(findComponent('nearest:1:0123456789ab:3:01234567')).toBeDefined();
  expect(findComponent('context:1:0123456789ab:12:01234567')).toBeDefined();
});

test.each([
  '', 'nearest', 'nearest:0:abc:1:def', 'nearest:2:0123456789ab:3:01234567', 'share:1:x', 'nearest:1:0123456789ab:0:01234567',
  'nearest:1', 'nearest:1:0123456789ab:3:01234567:more', 'constructor:1', '__proto__:1', `nearest:1:${'x'.repeat(200)}`,
])('an id of another version means nothing: %j', (id) => expect(findComponent(id)).toBeUndefined()); // prettier-ignore

test('whatever an id holds, it means nothing or something, and never throws', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom('', 'nearest:1:', 'context:1:'), (text, start) => {
      expect(() => findComponent(start + text)).not.toThrow();
    }),
  );
});
