import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OMISSION, renderExcerpt } from '../../src/discord/excerpt.js';
import { splitSentences } from '../../src/text/sentences.js';
import { unescapeMarkdown } from '../support/discord-markdown.js';
import { anyPassage, passageOf } from '../support/passages.js';

const TEXT = 'First comes this. The second answers it. A third follows. And the last one ends.';
const second = { start: 18, end: 40 };

/** The shown text without the marks of omission at its ends. */
function shownWords(excerpt: string): string {
  const text = unescapeMarkdown(excerpt);
  return text.replace(/^\[…\] /u, '').replace(/ \[…\]$/u, '');
}

describe('renderExcerpt', () => {
  test('shows the whole passage where it fits, with what answers in bold', () => {
    expect(renderExcerpt(passageOf(TEXT, { highlights: [second] }), 200)).toBe(
      'First comes this. **The second answers it.** A third follows. And the last one ends.',
    );
  });

  test('keeps the sentence that answers, then what follows it, and marks what is left out', () => {
    const passage = passageOf(TEXT, { highlights: [second] });
    expect(renderExcerpt(passage, 62)).toBe('[…] **The second answers it.** A third follows. […]');
    expect(renderExcerpt(passage, 33)).toBeUndefined();
    expect(renderExcerpt(passage, 34)).toBe('[…] **The second answers it.** […]');
  });

  test('without a highlight it begins at the beginning', () => {
    expect(renderExcerpt(passageOf(TEXT), 45)).toBe('First comes this. The second answers it. […]');
  });

  test('shows nothing rather than part of a sentence', () => {
    const endless = `He said that ${'he would not say what he had said before '.repeat(40)}again.`;
    expect(renderExcerpt(passageOf(endless), 500)).toBeUndefined();
  });

  test('whatever the text: within the limit, verbatim, whole sentences', () => {
    fc.assert(
      fc.property(anyPassage, fc.integer({ min: 20, max: 4000 }), (passage, limit) => {
        const excerpt = renderExcerpt(passage, limit);
        if (excerpt === undefined) return;
        expect(excerpt.length).toBeLessThanOrEqual(limit);
        const words = shownWords(excerpt);
        if (words === passage.text) return;
        const sentences = splitSentences(passage.text);
        const at = passage.text.indexOf(words);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(excerpt).toContain(OMISSION);
        const starts = [0, ...sentences.map(({ start }) => start)].map((start) => passage.text.slice(start));
        expect(starts.some((rest) => rest.startsWith(words))).toBe(true);
        const ends = sentences.map(({ end }) => passage.text.slice(0, end));
        expect(ends.some((before) => before.endsWith(words)) || passage.text.endsWith(words)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
