import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasWord, splitParagraphs } from '../../src/text/paragraphs.js';
import { hostileText } from '../support/hostile-text.js';

function paragraphsOf(text: string): string[] {
  return splitParagraphs(text).map(({ start, end }) => text.slice(start, end));
}

const LONG = `This line is far too long to be hard-wrapped${' and goes on and on'.repeat(5)}.`;

describe('splitParagraphs', () => {
  test.each(['\n', '\r\n', '\r', '\u2028'])('line end %j: blank lines part, single ones do not', (end) => {
    const text = ['one', 'line', '', 'two', ' \t', '', 'three'].join(end);
    expect(paragraphsOf(text)).toEqual([`one${end}line`, 'two', 'three']);
  });

  test('the paragraph separator parts', () => {
    expect(paragraphsOf('one\u2029two')).toEqual(['one', 'two']);
  });

  test('without blank lines each long line is a paragraph', () => {
    expect(paragraphsOf(`${LONG}\n${LONG}\r\nShort end.`)).toEqual([LONG, LONG, 'Short end.']);
  });

  test('also between two blank lines', () => {
    expect(paragraphsOf(`Title\n\nA heading\n${LONG}\n${LONG}\n\nEnd.`)).toEqual([
      'Title',
      'A heading',
      LONG,
      LONG,
      'End.',
    ]);
  });

  test('one long address does not undo a hard-wrapped paragraph', () => {
    const wrapped = Array.from(
      { length: 4 },
      () => 'a line of some seventy characters as people wrap them in old mail',
    );
    const text = [...wrapped, `https://example.org/${'x'.repeat(130)}`, ...wrapped].join('\n');
    expect(paragraphsOf(text)).toEqual([text]);
  });

  test('what holds no letter or digit is no paragraph', () => {
    expect(paragraphsOf('one\n\n* * *\n\n---\n\n2')).toEqual(['one', '2']);
    expect(paragraphsOf('')).toEqual([]);
    expect(paragraphsOf(' \n\n ')).toEqual([]);
  });

  test('spans are ordered, trimmed and hold every letter and digit', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let behind = 0;
        for (const { start, end } of splitParagraphs(text)) {
          expect(hasWord(text.slice(behind, start))).toBe(false);
          expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/su);
          behind = end;
        }
        expect(hasWord(text.slice(behind))).toBe(false);
      }),
    );
  });
});

test.each([
  ['', false],
  ['… — !', false],
  ['7', true],
  ['ü', true],
  ['語', true],
  ['\uD800', false],
])('hasWord(%j) is %s', (text, expected) => {
  expect(hasWord(text)).toBe(expected);
});
