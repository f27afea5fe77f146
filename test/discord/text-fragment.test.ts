import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { URL_LENGTH } from '../../src/discord/limits.js';
import { link } from '../../src/discord/markdown.js';
import { addTextFragment } from '../../src/discord/text-fragment.js';
import { hostileText } from '../support/hostile-text.js';

const URL = 'https://example.org/visit';

describe('addTextFragment', () => {
  test('names the first and the last words of a sentence, and a short one whole', () => {
    const sentence = 'China says the balloon was for monitoring weather, and nothing else.';
    expect(addTextFragment(URL, sentence)).toBe(
      `${URL}#:~:text=China%20says%20the%20balloon,weather%2C%20and%20nothing%20else.`,
    );
    expect(addTextFragment(URL, 'He would\n not say.')).toBe(`${URL}#:~:text=He%20would%20not%20say.`);
  });

  test('a hyphen, which has a meaning there, and brackets, which have one in markdown, are encoded', () => {
    expect(addTextFragment(URL, 'well-known (*so*)')).toBe(`${URL}#:~:text=well%2Dknown%20%28%2Aso%2A%29`);
  });

  test('an anchor of its own stays', () => {
    expect(addTextFragment(`${URL}#part`, 'He said so.')).toBe(`${URL}#part:~:text=He%20said%20so.`);
  });

  test('fewer words are named where letters take much room', () => {
    const [, directive = ''] = addTextFragment(URL, 'گفت‌وگوهای دوجانبه '.repeat(8)).split('#');
    expect(directive).toMatch(/^:~:text=/u);
    expect(directive.length).toBeLessThanOrEqual(240);
  });

  test('an address without room, or words that cannot be encoded, leave it as it is', () => {
    const long = `https://example.org/${'a'.repeat(URL_LENGTH - 25)}`;
    expect(addTextFragment(long, 'He said so.')).toBe(long);
    expect(addTextFragment(URL, '\uD800 said')).toBe(URL);
    expect(addTextFragment(URL, ' ')).toBe(URL);
  });

  test('whatever is said, the link stays whole, within its length, and names words of the sentence', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true }), hostileText, (url, sentence) => {
        const whole = addTextFragment(url, sentence);
        expect(whole.startsWith(url)).toBe(true);
        if (whole === url) return;
        expect(link('', whole).length - '[]()'.length).toBeLessThanOrEqual(URL_LENGTH);
        const directive = whole.slice(url.length).replace(/^#?:~:text=/u, '');
        expect(directive).not.toMatch(/[()\s<>\\*_~[\]-]/u);
        const [first = '', last = ''] = directive.split(',').map(decodeURIComponent);
        const spaced = sentence.trim().replace(/\s+/gu, ' ');
        expect(spaced.startsWith(first)).toBe(true);
        expect(spaced.endsWith(last)).toBe(true);
      }),
    );
  });
});
