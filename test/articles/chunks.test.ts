import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { splitChunks } from '../../src/articles/chunks.js';
import { readOne } from './reading.js';

const SENTENCE = 'The minister said so in a statement of some length. ';

function chunksOf(article: Article): { text: string; first: number; last: number }[] {
  return splitChunks(article).map(({ start, end, first, last }) => ({
    text: article.text.slice(start, end),
    first,
    last,
  }));
}

function textsOf(article: Article): string[] {
  return chunksOf(article).map(({ text }) => text);
}

describe('splitChunks', () => {
  test('a paragraph is a chunk', async () => {
    const article = await readOne({ 'a.txt': `${SENTENCE}\n\n${SENTENCE}` });
    expect(splitChunks(article)).toEqual(
      article.paragraphs.map(({ number, ...span }) => ({ ...span, first: number, last: number })),
    );
  });

  test('a very short one goes with the next, the last with the one before', async () => {
    const article = await readOne({ 'a.txt': `Taipei\n\n${SENTENCE}\n\nSo it is.` });
    expect(chunksOf(article)).toEqual([{ text: `Taipei\n\n${SENTENCE}\n\nSo it is.`, first: 1, last: 3 }]);
  });

  test('short ones are joined only until they are long enough', async () => {
    const article = await readOne({
      'a.txt': Array.from({ length: 12 }, (_, at) => `A line of verse ${at}`).join('\n\n'),
    });
    expect(chunksOf(article).map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [4, 6],
      [7, 9],
      [10, 12],
    ]);
  });

  test('a lonely short one is a chunk', async () => {
    expect(textsOf(await readOne({ 'a.txt': 'Taipei' }))).toEqual(['Taipei']);
  });

  test.each([
    ['a heading', 'Taipei.\n\n## Left out\n\nAt night.'],
    ['a list of other articles', 'Taipei.\n\nRead more: Left out\n\nAt night.'],
    ['a newsletter line', 'Taipei.\n\nSubscribe to our newsletter\n\nAt night.'],
    ['code', 'Taipei.\n\n```\nLeft out\n```\n\nAt night.'],
  ])('never across %s', async (_what, content) => {
    expect(textsOf(await readOne({ 'a.md': content }))).toEqual(['Taipei.', 'At night.']);
  });

  test('never across a caption of a page', async () => {
    const html = `<main><p>Taipei.</p><figure><figcaption>Left out</figcaption></figure><p>At night.</p></main>`;
    expect(textsOf(await readOne({ 'a.html': html }))).toEqual(['Taipei.', 'At night.']);
  });

  test('items of a list are joined', async () => {
    const article = await readOne({ 'a.md': '- Taipei\n- Tainan\n- Kaohsiung and the harbour\n' });
    expect(textsOf(article)).toEqual(['Taipei\n- Tainan\n- Kaohsiung and the harbour']);
  });

  test('a very long one is searched in windows of whole sentences', async () => {
    const article = await readOne({ 'a.txt': SENTENCE.repeat(60) });
    const chunks = chunksOf(article);
    expect(chunks.length).toBeGreaterThan(2);
    for (const { text, first, last } of chunks) {
      expect(text.length).toBeLessThanOrEqual(1200);
      expect(text).toMatch(/^The minister.*length\.$/u);
      expect([first, last]).toEqual([1, 1]);
    }
    expect(chunks.map(({ text }) => text).join(' ')).toBe(SENTENCE.repeat(60).trim());
  });

  test('a sentence that is too long for a window stays whole in one of its own', async () => {
    const endless = `Word ${'and word '.repeat(550)}ends.`;
    const article = await readOne({ 'a.txt': `${SENTENCE}${endless} ${SENTENCE}` });
    expect(textsOf(article)).toEqual([SENTENCE.trim(), endless, SENTENCE.trim()]);
  });

  test('a short one before a very long one goes with its first window', async () => {
    const article = await readOne({ 'a.txt': `Taipei\n\n${SENTENCE.repeat(60)}` });
    const [first, second] = chunksOf(article);
    expect(first).toMatchObject({
      first: 1,
      last: 2,
      text: expect.stringMatching(/^Taipei\n\nThe minister/u),
    });
    expect(second).toMatchObject({ first: 2, last: 2 });
  });

  test('every paragraph is in a chunk, in order, and no chunk holds what was left out', async () => {
    const part = fc.oneof(
      fc.constantFrom('Short.', 'Also short.', SENTENCE.trim(), SENTENCE.repeat(30).trim()),
      fc.constantFrom('## LEFT OUT', '> Quoted.', '- An item', 'Read more: LEFT OUT'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 8 }), async (parts) => {
        const article = await readOne({ 'a.md': ['Begin.', ...parts].join('\n\n') });
        const chunks = splitChunks(article);
        expect(textsOf(article).join('\n')).not.toContain('LEFT OUT');
        for (const { start, end } of article.paragraphs) {
          const covering = chunks.filter((chunk) => chunk.start < end && chunk.end > start);
          expect(covering[0]?.start).toBeLessThanOrEqual(start);
          expect(covering.at(-1)?.end).toBeGreaterThanOrEqual(end);
        }
        expect(chunks.map(({ start }) => start)).toEqual(
          chunks.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 50 },
    );
  });
});
