import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emphasise, escapeLine, escapeMarkdown, link } from '../../src/discord/markdown.js';
import { findMarkup, unescapeMarkdown } from '../support/discord-markdown.js';
import { hostileText } from '../support/hostile-text.js';

describe('escapeMarkdown', () => {
  test('undone, gives the text back, character for character', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(unescapeMarkdown(escapeMarkdown(text))).toBe(text);
      }),
    );
  });

  test('leaves nothing that Discord would format, link or ping', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(findMarkup(escapeMarkdown(text))).toEqual([]);
      }),
    );
  });

  test.each([
    ['the rule above sees what is not escaped', '**bold** @everyone <@1> https://a.b # x', true],
    ['plain news needs no escape', 'China says the balloon was for monitoring weather.', false],
    ['a hyphen inside a line stays', 'two-star admiral - and # of ships + 1. more', false],
  ])('%s', (_name, text, hasMarkup) => {
    expect(findMarkup(text).length > 0).toBe(hasMarkup);
    if (!hasMarkup) expect(escapeMarkdown(text)).toBe(text);
  });

  test('an address in a text stays text, because escapes inside a link would be shown', () => {
    expect(escapeMarkdown('see https://example.org/a_b')).toBe(String.raw`see https\://example.org/a\_b`);
  });
});

describe('emphasise', () => {
  test('sets spans in bold and keeps every character', () => {
    const spans = fc.array(fc.nat(200), { maxLength: 6 });
    fc.assert(
      fc.property(hostileText, spans, (text, numbers) => {
        const cuts = numbers.map((cut) => Math.min(cut, text.length)).toSorted((a, b) => a - b);
        const pairs = cuts.flatMap((start, at) =>
          at % 2 === 0 ? [{ start, end: cuts[at + 1] ?? start }] : [],
        );
        expect(unescapeMarkdown(emphasise(text, pairs))).toBe(text);
      }),
    );
  });

  test('a slice that begins inside a line is not escaped like the start of one', () => {
    expect(emphasise('at 9. May - early', [{ start: 3, end: 9 }])).toBe('at **9. May** - early');
  });

  test('an empty or overlapping span changes nothing', () => {
    expect(emphasise('abc', [{ start: 1, end: 1 }])).toBe('abc');
    expect(emphasise('abcd', [{ start: 0, end: 3 }, { start: 1, end: 4 }])).toBe('**abc**d'); // prettier-ignore
  });
});

test('a title on one line cannot break out of its heading', () => {
  expect(escapeLine('One\n# Two\u2028three')).toBe('One # Two three');
});

test('a link ends where it should, whatever its address holds', () => {
  expect(link('Read', 'https://example.org/a_(b) c>d')).toBe('[Read](https://example.org/a_%28b%29%20c%3Ed)');
});
