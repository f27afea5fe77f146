import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareWords } from '../../src/quotes/word-changes.js';
import { readWords } from '../../src/quotes/words.js';

/** Changes in the characters of both texts. */
function changesOf(before: string, after: string): [string, string][] {
  return compareWords(before, after).changes.map((change) => [
    before.slice(change.before.start, change.before.end),
    after.slice(change.after.start, change.after.end),
  ]);
}

describe('two versions', () => {
  test.each<[before: string, after: string, changes: [string, string][]]>([
    ['He arrived on Friday.', 'He arrived on Monday.', [['Friday', 'Monday']]],
    ['He did not explain it.', 'He did explain it.', [['not', '']]],
    ['He did explain it.', 'He did not explain it.', [['', 'not']]],
    ['Three ships sailed.', 'On Friday three ships sailed home.', [['', 'On Friday'], ['', 'home']]],
    ['At least 42 people died, police said.', 'At least 43 people died, the army said.', [['42', '43'], ['police', 'the army']]],
    ['He said "No".', 'He said: “no”', []],
    ['', 'New.', [['', 'New']]],
    ['Old.', '', [['Old', '']]],
    ['', '', []],
  ])('"%s" and "%s"', (before, after, changes) => {
    expect(changesOf(before, after)).toEqual(changes);
  }); // prettier-ignore

  test('are as alike as the share of their words', () => {
    expect(compareWords('one two three four', 'one two three five').alike).toBe(0.75);
    expect(compareWords('one two', 'three four').alike).toBe(0);
    expect(compareWords('...', '').alike).toBe(1);
  });
});

const text = fc
  .array(fc.constantFrom('the', 'minister', 'did', 'not', 'deny', '5', 'km', '—'), { maxLength: 14 })
  .map((words) => words.join(' '));

test('what is outside of the changes are the same words, in order', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { changes, alike } = compareWords(before, after);
      const rest = (whole: string, side: 'before' | 'after') =>
        [...readWords(whole)]
          .filter(
            ({ start, end }) => !changes.some((one) => one[side].start <= start && end <= one[side].end),
          )
          .map(({ key }) => key);
      expect(rest(before, 'before')).toEqual(rest(after, 'after'));
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
      expect(compareWords(before, before)).toEqual({ changes: [], alike: 1 });
    }),
  );
});
