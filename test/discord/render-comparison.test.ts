import { expect, test } from 'vitest';
import type { Difference } from '../../src/quotes/verdict.js';
import { renderComparison } from '../../src/discord/render-comparison.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { passageOf } from '../support/passages.js';

const TEXT = 'We *will* never leave the old town, he said.';

function compare(differences: readonly Difference[]): string {
  const place = { passage: passageOf(TEXT), span: { start: 0, end: 34 }, differences };
  return renderComparison(ENGLISH, {
    ...place,
    flags: [],
    isQuoted: true,
    isNested: false,
    speaker: undefined,
  });
}

function replaced(quoted: string, original: string): Difference {
  const start = TEXT.indexOf(original);
  return { quoted, original, originalSpan: { start, end: start + original.length } };
}

test.each([
  ['replaced', [replaced('soon', 'never')], 'We \\*will\\* ~~soon~~ **never** leave the old town'],
  ['left out', [replaced('', 'old')], 'We \\*will\\* never leave the **old** town'],
  ['added', [{ quoted: 'now', original: '', originalSpan: { start: 21, end: 21 } }], 'We \\*will\\* never leave ~~now~~ the old town'],
  ['several', [replaced('You', 'We'), replaced('city', 'town')], '~~You~~ **We** \\*will\\* never leave the old ~~city~~ **town**'],
])('%s', (_, differences, expected) => {
  expect(compare(differences).split('\n')[0]).toBe(expected);
}); // prettier-ignore

test('nothing is shown when nothing differs, or when it would be too long to read', () => {
  expect(compare([])).toBe('');
  expect(compare([replaced('x'.repeat(800), 'old')])).toBe('');
});
