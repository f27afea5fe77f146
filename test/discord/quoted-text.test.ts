import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../src/discord/quoted-text.js';
import { hostileText } from '../support/hostile-text.js';

describe('findQuotations', () => {
  test.each([
    ['He said "we will not attend the talks" today.', ['we will not attend the talks']],
    ['“One of these days,” he said. “That day has come.”', ['One of these days,', 'That day has come.']],
    ['„Das ist ein Zitat“ und «voilà une citation»', ['Das ist ein Zitat', 'voilà une citation']],
    ['> a quoted line of words\nwhat do you think?', ['a quoted line of words']],
    ['look:\n> first quoted line\n> goes on here\nand then', ['first quoted line\ngoes on here']],
    ['look:\n>>> all of this\nis quoted text', ['all of this\nis quoted text']],
    ['no marks at all in this message', ['no marks at all in this message']],
    ['a "so-called" plan', ['a "so-called" plan']],
    ['**"bold words in quotes"** <@123> ok', ['bold words in quotes']],
    ['it\'s 5" long and 6" wide, they say', ['it\'s 5" long and 6" wide, they say']],
    [String.raw`"an escaped \*star\* in here"`, ['an escaped *star* in here']],
    ['"the same words again" and "the same words again"', ['the same words again']],
  ])('%s', (message, expected) => {
    expect(findQuotations(message, 10)).toEqual(expected);
  });

  test('looks no further than asked', () => {
    const message = Array.from({ length: 15 }, (_, at) => `"quotation number ${at}"`).join(' ');
    expect(findQuotations(message, 10)).toHaveLength(10);
  });

  test('always gives something to check, whatever the message', () => {
    fc.assert(
      fc.property(hostileText, (message) => {
        expect(findQuotations(message, 10).length).toBeGreaterThan(0);
      }),
    );
  });
});
