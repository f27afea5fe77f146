import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findContext, type Context } from '../../src/answers/context.js';
import { cutPassage } from '../../src/answers/passage.js';
import { referTo } from '../../src/answers/references.js';
import { makeArticle, makeSnapshot, type ArticleDraft } from '../support/snapshots.js';

const VISIT: ArticleDraft = {
  articleId: '2023/visit',
  paragraphs: ['"No."', 'He did not explain any further.', 'The trip was first reported on Friday.'],
};

function found(context: Context): Extract<Context, { readonly kind: 'found' }> {
  if (context.kind !== 'found') throw new Error(`There is no context: ${context.kind}`);
  return context;
}

describe('the first page', () => {
  test.each([
    [1, 1, 2],
    [2, 1, 3],
    [3, 2, 3],
  ])('of paragraph %i has its neighbours, and it is pointed out among them', async (at, first, last) => {
    const article = makeArticle(VISIT);
    const passage = cutPassage(article, at, at);
    const context = found(findContext(await makeSnapshot([article]), referTo(passage)));
    expect(context).toMatchObject({ page: 0, hasBefore: first > 1, hasBehind: last < 3 });
    const { text, paragraph, highlights } = context.passage;
    expect([paragraph, context.passage.last]).toEqual([first, last]);
    expect(highlights.map(({ start, end }) => text.slice(start, end))).toEqual([passage.text]);
  });

  test('leaves out neighbours that are too long', async () => {
    const long = 'word '.repeat(600).trim();
    const article = makeArticle({ articleId: 'a', paragraphs: [long, 'Short.', long] });
    const reference = referTo(cutPassage(article, 2, 2));
    const context = found(findContext(await makeSnapshot([article]), reference));
    expect(context).toMatchObject({ passage: { paragraph: 2, last: 2 }, hasBefore: true, hasBehind: true });
  });

  test('a changed paragraph has none', async () => {
    const reference = referTo(cutPassage(makeArticle(VISIT), 2, 2));
    const changed = makeArticle({ ...VISIT, paragraphs: ['"No."', 'He explained it.'] });
    expect(findContext(await makeSnapshot([changed]), reference)).toEqual({ kind: 'changed' });
  });
});

test('pages lead through the whole article, each paragraph once, none too long for a message', async () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 3500 }), { minLength: 1, maxLength: 15 });
  await fc.assert(
    fc.asyncProperty(lengths, fc.nat(14), async (sizes, from) => {
      const paragraphs = sizes.map((size, at) => `${at} ${'word '.repeat(size / 5)}.`);
      const article = makeArticle({ articleId: 'a', paragraphs });
      const snapshot = await makeSnapshot([article]);
      const start = 1 + (from % sizes.length);
      const open = (page: number) =>
        found(findContext(snapshot, referTo(cutPassage(article, start, start)), page));
      const pages = [open(0)];
      while (pages[0]?.hasBefore === true) pages.unshift(open((pages[0]?.page ?? 0) - 1));
      while (pages.at(-1)?.hasBehind === true) pages.push(open((pages.at(-1)?.page ?? 0) + 1));
      expect(pages.map(({ passage }) => passage.text).join('\n\n')).toBe(article.text);
      for (const { passage } of pages)
        expect(passage.text.length <= 2500 || passage.paragraph === passage.last).toBe(true);
      // A page beyond the end is the last one: a button of a longer, earlier version still leads somewhere.
      expect(open(99)).toEqual(pages.at(-1));
      expect(open(-99)).toEqual(pages[0]);
    }),
    { numRuns: 25 },
  );
});
