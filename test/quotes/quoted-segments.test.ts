import { describe, expect, test } from 'vitest';
import { findSegments } from '../../src/quotes/quoted-segments.js';

function segments(text: string): [boolean, string][] {
  return findSegments(text).map(({ start, end, isOuter }) => [isOuter, text.slice(start, end)]);
}

describe('what stands between quotation marks', () => {
  test.each([
    ['“One,” he said, “and two.”', [[true, 'One,'], [true, 'and two.']]],
    ['"One," he said. "Two."', [[true, 'One,'], [true, 'Two.']]],
    ['“Curly at first, straight behind," he said.', [[true, 'Curly at first, straight behind,']]],
    ['„Deutsch“ and «français»', [[true, 'Deutsch'], [true, 'français']]],
    ['“It goes on in the next paragraph.', [[true, 'It goes on in the next paragraph.']]],
    ['“He said ‘no’ to me.”', [[true, 'He said ‘no’ to me.'], [false, 'no']]],
    ["“We don't know what's theirs.”", [[true, "We don't know what's theirs."]]],
    ['No marks at all', []],
    ['', []],
  ])('%s', (text, expected) => expect(segments(text)).toEqual(expected)); // prettier-ignore
});
