import { describe, expect, test } from 'vitest';
import { choosePassages } from '../../src/answers/choose-passages.js';
import type { Passage } from '../../src/answers/passage.js';
import { makeArticle, makeSnapshot, wordVector, type ArticleDraft } from '../support/snapshots.js';

/** Long paragraphs with words of their own, which are never joined and no copies. */
const LONG = ['cattle', 'silver', 'winter', 'engine', 'orchard'].map(
  (word) => `Story of ${word}: ${Array.from({ length: 70 }, (_, at) => `${word}${at}`).join(' ')}.`,
);
const WIRE =
  'The harbour was closed on Friday because a ferry had lost four containers near the old lighthouse.';

/** Passages when all chunks, in their order, have these scores. */
async function choose(
  drafts: readonly ArticleDraft[],
  scores: readonly number[],
  article?: number,
  list: 'shown' | 'further' = 'shown',
): Promise<readonly Passage[]> {
  const snapshot = await makeSnapshot(drafts.map(makeArticle));
  const candidates = scores.map((score, chunk) => ({ chunk, score, cosine: 1 }));
  const question = { text: 'What happened?', vector: wordVector('x'), filter: { article } };
  const ranked = candidates.toSorted((a, b) => b.score - a.score);
  const { shown, further } = choosePassages(snapshot, question, ranked);
  return list === 'shown' ? shown : further();
}

function places(passages: readonly Passage[]): string[] {
  return passages.map(({ attribution, paragraph, last }) => `${attribution.articleId} ${paragraph}-${last}`);
}

describe('copies', () => {
  test('are one passage that names all its articles', async () => {
    const [first, ...more] = await choose(
      [
        { articleId: 'a', paragraphs: [WIRE] },
        { articleId: 'b', title: 'Harbour', source: 'Gazette', paragraphs: [WIRE.replace('Friday', 'Monday')] },
        { articleId: 'c', paragraphs: ['Another matter altogether, of seven sheep that crossed the river alone.'] },
      ],
      [1, 0.9, 0.8],
    ); // prettier-ignore
    expect(first).toMatchObject({
      text: WIRE,
      alsoIn: [{ articleId: 'b', title: 'Harbour', source: 'Gazette' }],
    });
    expect(places(more)).toEqual(['c 1-1']);
  });

  test('need more than a few words', async () => {
    const paragraphs = ['He said nothing more to the reporters.'];
    const drafts = ['a', 'b'].map((articleId) => ({ articleId, paragraphs }));
    expect(places(await choose(drafts, [1, 1]))).toEqual(['a 1-1', 'b 1-1']);
  });
});

describe('of one article', () => {
  const drafts = [
    { articleId: 'a', paragraphs: LONG.slice(0, 4) },
    { articleId: 'b', paragraphs: LONG.slice(4) },
  ];

  test('there are at most two passages, though a third would be better than what follows', async () => {
    expect(places(await choose(drafts, [1, 0.95, 0.9, 0.85, 0.6]))).toEqual(['a 1-1', 'a 2-2', 'b 1-1']);
  });

  test('there are three when it was asked for, or is the only one', async () => {
    const three = ['a 1-1', 'a 2-2', 'a 3-3'];
    expect(places(await choose(drafts, [1, 0.95, 0.9, 0.85], 0))).toEqual(three);
    expect(places(await choose(drafts.slice(0, 1), [1, 0.95, 0.9, 0.85]))).toEqual(three);
  });
});

describe('neighbours', () => {
  const paragraphs = [
    'The ferry lost four containers in the storm of Friday night, off the coast.',
    'Its captain had called the harbour twice before, and nobody had picked up.',
    'Prices of grain rose again at the exchange, for the third time this year.',
  ];

  test('are joined when both match', async () => {
    const [first] = await choose([{ articleId: 'a', paragraphs }], [0.9, 1, 0.1]);
    expect(first).toMatchObject({
      paragraph: 1,
      last: 2,
      answering: 2, // the second was the better one
      text: paragraphs.slice(0, 2).join('\n\n'),
      score: 1,
    });
  });

  test('stay apart when one is far behind, or both together are too long', async () => {
    expect(places(await choose([{ articleId: 'a', paragraphs }], [0.6, 1, 0.1]))).toEqual(['a 2-2', 'a 1-1']);
    expect(places(await choose([{ articleId: 'a', paragraphs: LONG.slice(0, 2) }], [1, 0.9]))).toEqual([
      'a 1-1',
      'a 2-2',
    ]);
  });
});

describe('further passages', () => {
  const drafts = [
    { articleId: 'a', paragraphs: LONG.slice(0, 4) },
    { articleId: 'b', paragraphs: [...LONG.slice(4), 'Prices of grain rose again at the exchange.'] },
  ];
  const scores = [1, 0.95, 0.9, 0.85, 0.6, 0.1];

  test('are what came next, also more of one article and what is not worth showing', async () => {
    expect(places(await choose(drafts, scores, undefined, 'shown'))).toEqual(['a 1-1', 'a 2-2', 'b 1-1']);
    expect(places(await choose(drafts, scores, undefined, 'further'))).toEqual(['a 3-3', 'a 4-4', 'b 2-2']);
  });

  test('are no copies of what is shown, nor of each other', async () => {
    const copies = ['a', 'b', 'c'].map((articleId) => ({ articleId, paragraphs: [WIRE, LONG[0] ?? ''] }));
    expect(places(await choose(copies, [1, 0.3, 0.9, 0.2, 0.8, 0.1], undefined, 'further'))).toEqual([
      'a 2-2',
    ]);
  });

  test('are at most 30', async () => {
    const paragraphs = Array.from(
      { length: 50 },
      (_, at) =>
        `Number ${at} of fifty paragraphs, none of which is short, on ${'abcdefghij'[at % 10]}${at}.`,
    );
    const all = paragraphs.map((_, at) => 1 - at / 100);
    expect(await choose([{ articleId: 'a', paragraphs }], all, undefined, 'further')).toHaveLength(12);
  });
});
