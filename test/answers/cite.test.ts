import { describe, expect, test } from 'vitest';
import { cite, followPermalink } from '../../src/answers/cite.js';
import { shortId } from '../../src/answers/references.js';
import { makeArticle, makeSnapshot, type ArticleDraft } from '../support/snapshots.js';

const VISIT: ArticleDraft = {
  articleId: '2023/Visit',
  title: 'A Visit',
  source: 'Gazette',
  date: '2023-02-17',
  paragraphs: ['He *did* not say  "when".', 'Nor did she.', 'The trip was on Friday.'],
};
const snapshotOf = (draft: ArticleDraft) =>
  makeSnapshot([makeArticle(draft), makeArticle({ articleId: 'p 2', paragraphs: ['Other.'] })]);
const original = await snapshotOf(VISIT);
const [first, second] = [1, 2].map((paragraph) => {
  const cited = cite(original, 'A Visit', paragraph);
  return cited.kind === 'cited' ? cited.permalink : cited.kind;
});

describe('a paragraph is cited', () => {
  test.each(['2023/Visit', '2023/visit', 'a visit', `#${shortId('2023/Visit')}`])('of "%s"', (name) => {
    expect(cite(original, name, 1)).toMatchObject({
      kind: 'cited',
      passage: { text: 'He *did* not say  "when".', attribution: { source: 'Gazette', date: '2023-02-17' } },
      permalink: expect.stringMatching(/^2023\/Visit ¶1 · [0-9a-f]{8}$/u),
    });
  });

  test('or is not there', () => {
    expect(cite(original, 'Another', 1)).toEqual({ kind: 'unknown-article' });
    for (const paragraph of [0, -1, 1.5, 4, Number.NaN])
      expect(cite(original, 'A Visit', paragraph)).toEqual({ kind: 'no-such-paragraph', paragraphs: 3 });
  });
});

test('a paragraph of a source that may not be cited is as unknown as one that is not there', () => {
  const others = ['Another'];
  expect(cite(original, 'A Visit', 1, others)).toEqual({ kind: 'unknown-article' });
  expect(cite(original, 'A Visit', 99, others)).toEqual({ kind: 'unknown-article' });
  expect(followPermalink(original, first ?? '', others)).toEqual({ kind: 'unknown-article' });
  expect(cite(original, 'A Visit', 1, ['gazette'])).toMatchObject({ kind: 'cited' });
});

describe('a permalink leads', () => {
  test('to the same words as long as they stand there', async () => {
    expect(followPermalink(original, first ?? '')).toMatchObject({ kind: 'unchanged', permalink: first });
    const more = await snapshotOf({ ...VISIT, paragraphs: [...VISIT.paragraphs, 'Amended.'] });
    expect(followPermalink(more, first ?? '')).toMatchObject({ kind: 'unchanged' });
  });

  test('to what stands there now when it was changed', async () => {
    const amended = await snapshotOf({
      ...VISIT,
      paragraphs: ['He did say when.', ...VISIT.paragraphs.slice(1)],
    });
    expect(followPermalink(amended, first ?? '')).toMatchObject({
      kind: 'changed',
      now: { text: 'He did say when.' },
      movedTo: undefined,
    });
  });

  test('to where the words moved, even where the article has no such paragraph any more', async () => {
    const moved = await snapshotOf({ ...VISIT, paragraphs: ['Amended.', ...VISIT.paragraphs] });
    expect(followPermalink(moved, second ?? '')).toMatchObject({
      kind: 'changed',
      now: { text: VISIT.paragraphs[0] },
      movedTo: { paragraph: 3, text: 'Nor did she.' },
    });
    const shorter = await snapshotOf({ ...VISIT, paragraphs: ['Nor did she.'] });
    expect(followPermalink(shorter, second ?? '')).toMatchObject({
      kind: 'changed',
      now: undefined,
      movedTo: { paragraph: 1 },
    });
  });

  test('nowhere when article or paragraph are gone', async () => {
    const shorter = await snapshotOf({ ...VISIT, paragraphs: ['Something else.'] });
    expect(followPermalink(shorter, second ?? '')).toEqual({ kind: 'no-such-paragraph', paragraphs: 1 });
    expect(followPermalink(await makeSnapshot([]), first ?? '')).toEqual({ kind: 'unknown-article' });
    expect(followPermalink(original, 'what is this?')).toEqual({ kind: 'no-permalink' });
  });

  test('to the place when only that was typed', () => {
    expect(followPermalink(original, '2023/visit ¶2')).toMatchObject({
      kind: 'cited',
      passage: { text: 'Nor did she.' },
    });
  });
});
