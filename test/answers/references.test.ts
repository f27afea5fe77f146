import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutPassage } from '../../src/answers/passage.js';
import { findPassage, identifyArticle, referTo, shortId } from '../../src/answers/references.js';
import { makeArticle, makeSnapshot, type ArticleDraft } from '../support/snapshots.js';

const VISIT: ArticleDraft = {
  articleId: '2023/visit',
  title: 'A Visit to Taipei',
  paragraphs: ['"No."', 'He did not explain any further.', 'The trip was first reported on Friday.'],
};

describe('a reference to a passage', () => {
  test('leads back to it, however many paragraphs it joins', async () => {
    const paragraphs = fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(paragraphs, fc.nat(19), fc.nat(19), async (texts, from, joined) => {
        const article = makeArticle({ articleId: 'some/article', paragraphs: texts });
        const snapshot = await makeSnapshot([article, makeArticle(VISIT)]);
        const first = 1 + (from % texts.length);
        const passage = cutPassage(article, first, Math.min(first + joined, texts.length));
        expect(findPassage(snapshot, referTo(passage))).toEqual(passage);
      }),
    );
  });

  test('fits into a button, whatever the length of the id', () => {
    const article = makeArticle({ articleId: 'long/'.repeat(60), paragraphs: ['Text.'] });
    const { article: id, paragraph, hash } = referTo(cutPassage(article, 1, 1));
    expect([id, paragraph, hash].join(':').length).toBeLessThan(40);
  });

  test.each<[change: string, draft: ArticleDraft]>([
    [
      'the words have changed',
      { ...VISIT, paragraphs: ['"No."', 'He explained it.', 'The trip was reported.'] },
    ],
    ['the paragraph has moved', { ...VISIT, paragraphs: ['A new opening.', ...VISIT.paragraphs] }],
    ['the article is shorter now', { ...VISIT, paragraphs: ['"No."'] }],
    ['the article has another id', { ...VISIT, articleId: '2023/other' }],
  ])('leads nowhere when %s', async (_, draft) => {
    const reference = referTo(cutPassage(makeArticle(VISIT), 2, 2));
    expect(findPassage(await makeSnapshot([makeArticle(draft)]), reference)).toBeUndefined();
  });

  test('leads back although another part of the article has changed', async () => {
    const passage = cutPassage(makeArticle(VISIT), 2, 2);
    const changed = makeArticle({ ...VISIT, paragraphs: ['"Yes."', ...VISIT.paragraphs.slice(1)] });
    expect(findPassage(await makeSnapshot([changed]), referTo(passage))).toEqual(passage);
  });

  test.each([0, -1, 1.5, 99])('a made-up paragraph %d leads nowhere', async (paragraph) => {
    const snapshot = await makeSnapshot([makeArticle(VISIT)]);
    const reference = { article: shortId(VISIT.articleId), paragraph, hash: '00000000' };
    expect(findPassage(snapshot, reference)).toBeUndefined();
  });
});

describe('the name of an article', () => {
  const snapshot = makeSnapshot([
    makeArticle(VISIT),
    makeArticle({ articleId: 'a', title: 'Briefing', paragraphs: ['One.'] }),
    makeArticle({ articleId: 'b', title: 'BRIEFING', paragraphs: ['Two.'] }),
    makeArticle({ articleId: 'c', title: 'a', paragraphs: ['Its title is the id of another.'] }),
  ]);

  test.each([
    ['2023/visit', '2023/visit'],
    [`#${shortId('2023/visit')}`, '2023/visit'],
    ['A Visit to Taipei', '2023/visit'],
    [' a visit TO taipei ', '2023/visit'],
    ['a', 'a'],
  ])('"%s" means %s', async (name, articleId) => {
    expect(identifyArticle(await snapshot, name)).toBe(articleId);
  });

  test.each(['briefing', 'A Visit', '2023/VISIT', '#', '#000000000000', shortId('2023/visit'), ''])(
    '"%s" means none',
    async (name) => {
      expect(identifyArticle(await snapshot, name)).toBeUndefined();
    },
  );
});
