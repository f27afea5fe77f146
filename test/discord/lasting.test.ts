import { expect, test } from 'vitest';
import { lasting, NOTHING_LASTING, readLasting } from '../../src/discord/lasting.js';
import { frame, say, separator, words } from '../../src/discord/reply.js';

test('what lasts is read back by its kind and in its order, in a frame and without one', () => {
  const foot = ['Said by somebody', 'Answer 1'];
  const parts = [...lasting('lead', ['Question: what?']), words('Words.'), separator()];
  const shown = frame([...parts, ...lasting('foot', foot), ...lasting('verdict', ['**Exact quote**'])]);
  const all = { lead: ['Question: what?'], verdict: ['**Exact quote**'], foot };
  expect(readLasting(shown.components)).toEqual(all);
  expect(readLasting(lasting('verdict', ['Not found']))).toEqual({
    ...NOTHING_LASTING,
    verdict: ['Not found'],
  });
});

test('nothing lasts of what was not said to, whatever number Discord gave it', () => {
  expect(readLasting(say('Words.').components)).toEqual(NOTHING_LASTING);
  expect(readLasting(frame([{ ...words('Words.'), id: 39 }]).components)).toEqual(NOTHING_LASTING);
});

test('the numbers of a message are different from each other', () => {
  const numbers = (['lead', 'verdict', 'foot'] as const).flatMap((kind) =>
    lasting(kind, Array<string>(40).fill('words')).map(({ id }) => id),
  );
  expect(new Set(numbers).size).toBe(numbers.length);
});
