import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPassage } from '../../src/answers/passage.js';
import { parsePermalink, writePermalink } from '../../src/answers/permalink.js';
import { hashOfWords, shortId } from '../../src/answers/references.js';
import { makeArticle } from '../support/snapshots.js';

test('what is written is read again', () => {
  const id = fc
    .stringMatching(/^[A-Za-z0-9_][\w./ -]{0,60}[A-Za-z0-9_]$/u)
    .filter((text) => !/\bp[\w.]*\s*\d/u.test(text));
  fc.assert(
    fc.property(
      id,
      fc.integer({ min: 1, max: 20 }),
      fc.string({ minLength: 1 }),
      (articleId, paragraph, text) => {
        const paragraphs = Array.from({ length: 20 }, (_, at) => `${at} ${text}`);
        const passage = cutPassage(makeArticle({ articleId, paragraphs }), paragraph, paragraph);
        expect(parsePermalink(writePermalink(passage))).toEqual({
          article: articleId,
          paragraph,
          hash: hashOfWords(passage.text),
        });
      },
    ),
  );
});

test('whatever an article is called, what is written leads back to it', () => {
  const id = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.constantFrom('a p. 3', '(draft', 'visit.', '`x`', 'a ¶7 · 1a2b3c4d', ' a', 'x'.repeat(300), 'a\nb'),
  );
  fc.assert(
    fc.property(id, (articleId) => {
      const passage = cutPassage(makeArticle({ articleId, paragraphs: ['Words.'] }), 1, 1);
      const link = parsePermalink(writePermalink(passage));
      expect(link).toMatchObject({ paragraph: 1, hash: hashOfWords('Words.') });
      expect([articleId, `#${shortId(articleId)}`]).toContain(link?.article);
    }),
  );
});

describe('a reader may type', () => {
  const whole = { article: 'iran-press', paragraph: 7, hash: '1a2b3c4d' };
  test.each([
    'iran-press ¶7 · 1a2b3c4d',
    '  iran-press ¶ 7 1A2B3C4D ',
    '`iran-press ¶7 · 1a2b3c4d`',
    '(iran-press, ¶7 – 1a2b3c4d).',
    'iran-press paragraph 7 - 1a2b3c4d',
    'iran-press para. 7 | 1a2b3c4d',
    'iran-press p.7/1a2b3c4d',
    'iran-press #7 · 1a2b3c4d',
    'iran-press §7 • 1a2b3c4d',
  ])('%s', (typed) => {
    expect(parsePermalink(typed)).toEqual(whole);
  });

  test('the place alone', () => {
    expect(parsePermalink('The "No" of Friday ¶12')).toEqual({
      article: 'The "No" of Friday',
      paragraph: 12,
      hash: undefined,
    });
    expect(parsePermalink('#0123456789ab ¶3')).toMatchObject({ article: '#0123456789ab', paragraph: 3 });
  });

  test.each([
    '',
    '¶7',
    'iran-press',
    'iran-press 7',
    'iran-press ¶0',
    'iran-press ¶7 · 1a2b',
    'iran-press ¶7 · 1a2b3c4d5',
    'x'.repeat(7000),
  ])('no permalink: %s', (typed) => {
    expect(parsePermalink(typed)).toBeUndefined();
  });
});
