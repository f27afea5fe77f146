import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPassage } from '../../src/answers/passage.js';
import { findShown, referToShown } from '../../src/answers/shown-passages.js';
import { makeArticle, makeSnapshot, type ArticleDraft } from '../support/snapshots.js';

const VISIT: ArticleDraft = {
  articleId: '2023/visit',
  paragraphs: ['"No."', 'He did not explain any further.', 'The trip was first reported on Friday.'],
};
const SECOND = cutPassage(makeArticle(VISIT), 2, 2, [{ start: 6, end: 37 }], 0.7);

async function findIn(...drafts: readonly ArticleDraft[]) {
  return findShown(await makeSnapshot(drafts.map(makeArticle)), referToShown(SECOND));
}

test('a passage is found as it was shown, also after a way through JSON', async () => {
  const paragraphs = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(
      paragraphs,
      fc.nat(11),
      fc.nat(3),
      fc.double({ noNaN: true }),
      async (texts, from, joined, score) => {
        const article = makeArticle({ articleId: 'some/article', paragraphs: texts });
        const first = 1 + (from % texts.length);
        const last = Math.min(first + joined, texts.length);
        const passage = cutPassage(
          article,
          first,
          last,
          article.paragraphs.slice(0, 3),
          Math.fround(score) || 0.5,
        );
        const reference = referToShown(passage);
        expect(findShown(await makeSnapshot([article]), reference)).toEqual({ kind: 'found', passage });
      },
    ),
    { numRuns: 50 },
  );
});

describe('what became of it', () => {
  test('the words are others: what stands there now', async () => {
    const paragraphs = ['"No."', 'He explained it.', 'The trip was reported.'];
    expect(await findIn({ ...VISIT, paragraphs })).toMatchObject({
      kind: 'changed',
      now: { paragraph: 2, text: 'He explained it.' },
      movedTo: undefined,
    });
  });

  test('the words moved: both places', async () => {
    expect(await findIn({ ...VISIT, paragraphs: ['Amended.', ...VISIT.paragraphs] })).toMatchObject({
      kind: 'changed',
      now: { paragraph: 2, text: '"No."' },
      movedTo: { paragraph: 3, text: SECOND.text },
    });
  });

  test('the article is shorter, or gone: nothing stands there', async () => {
    const gone = { kind: 'changed', now: undefined, movedTo: undefined };
    expect(await findIn({ ...VISIT, paragraphs: ['"No."'] })).toEqual(gone);
    expect(await findIn({ ...VISIT, articleId: '2023/other' })).toEqual(gone);
  });

  test.each([0, -1, 99])('a made-up paragraph %d leads nowhere', async (paragraph) => {
    const snapshot = await makeSnapshot([makeArticle(VISIT)]);
    const reference = { ...referToShown(SECOND), paragraph, hash: '00000000' };
    expect(findShown(snapshot, reference)).toEqual({ kind: 'changed', now: undefined, movedTo: undefined });
  });
});
