import { describe, expect, test } from 'vitest';
import { findCorrections, type Correction, type ShownWords } from '../../src/answers/corrections.js';
import { cutPassage } from '../../src/answers/passage.js';
import { referTo } from '../../src/answers/references.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const BALLOON = 'The balloon was shot down off the coast on Saturday, the ministry said.';
const FERRY = 'A ferry lost four containers in the storm, and nobody was hurt.';
const GRAIN = 'Prices of grain rose again at the exchange, for the third time.';
const original = makeArticle({ articleId: 'news', paragraphs: [BALLOON, FERRY, GRAIN] });

function shown(first: number, last = first): ShownWords {
  const passage = cutPassage(original, first, last);
  return { ...referTo(passage), last, text: passage.text };
}

/** What became of passages once the article has these paragraphs. */
async function correct(
  paragraphs: readonly string[],
  ...passages: readonly ShownWords[]
): Promise<Correction[]> {
  return findCorrections(await makeSnapshot([makeArticle({ articleId: 'news', paragraphs })]), passages);
}

describe('a shown passage', () => {
  test('that still stands there makes no correction', async () => {
    expect(await correct([BALLOON, FERRY, GRAIN, 'Amended.'], shown(1), shown(2), shown(1, 2))).toEqual([]);
  });

  test('with another word now comes with both texts and the difference', async () => {
    const amended = BALLOON.replace('Saturday', 'Friday evening');
    const [correction, ...more] = await correct([amended, FERRY, GRAIN], shown(1), shown(2));
    expect(more).toEqual([]);
    if (correction?.kind !== 'changed') throw new Error(`It is ${correction?.kind}.`);
    const { now, changes } = correction;
    expect([correction.shown.text, now.text]).toEqual([BALLOON, amended]);
    expect(
      changes.map(({ before, after }) => [
        BALLOON.slice(before.start, before.end),
        amended.slice(after.start, after.end),
      ]),
    ).toEqual([['Saturday', 'Friday evening']]);
  });

  test('with other marks only has no words that differ', async () => {
    const marked = BALLOON.replace(', the', ' – the');
    expect(await correct([marked, FERRY], shown(1))).toMatchObject([
      { kind: 'changed', now: { text: marked }, changes: [] },
    ]);
  });

  test('that moved is told by its new place', async () => {
    expect(await correct(['Amended.', BALLOON, FERRY, GRAIN], shown(3))).toMatchObject([
      { kind: 'moved', now: { paragraph: 4, text: GRAIN } },
    ]);
  });

  test('that moved and was changed is found near by', async () => {
    const amended = FERRY.replace('four', 'five');
    expect(await correct(['Amended.', BALLOON, amended, GRAIN], shown(2))).toMatchObject([
      { kind: 'changed', now: { paragraph: 3, text: amended } },
    ]);
  });

  test('of two paragraphs is compared with two', async () => {
    const amended = FERRY.replace('four', 'five');
    expect(await correct([BALLOON, amended, GRAIN], shown(1, 2))).toMatchObject([
      { kind: 'changed', now: { paragraph: 1, last: 2, text: `${BALLOON}\n\n${amended}` } },
    ]);
  });

  test('of which only a sentence was shown is corrected where that sentence is', async () => {
    const two = `${FERRY} ${GRAIN}`;
    const article = makeArticle({ articleId: 'news', paragraphs: [BALLOON, two] });
    const passage = cutPassage(article, 2, 2);
    const sentence = { start: two.indexOf(GRAIN), end: two.length };
    const words = { ...referTo(passage), last: 2, text: two, sentence };
    const five = FERRY.replace('four', 'five');
    const fell = GRAIN.replace('rose', 'fell');
    expect(await correct([BALLOON, `${five} ${GRAIN}`], words)).toEqual([]);
    expect(await correct([BALLOON, FERRY, GRAIN], words)).toEqual([]);
    const [correction] = await correct([BALLOON, `${five} ${fell}`], words);
    if (correction?.kind !== 'changed') throw new Error(`It is ${correction?.kind}.`);
    expect(correction.now.text).toBe(fell);
    expect(correction.changes.map(({ before: { start, end } }) => GRAIN.slice(start, end))).toEqual(['rose']);
    expect(await correct([BALLOON, FERRY], words)).toMatchObject([{ kind: 'vanished' }]);
  });

  test('vanishes with its paragraph, or with its article', async () => {
    expect(await correct([BALLOON, GRAIN], shown(2))).toMatchObject([
      { kind: 'vanished', isArticleGone: false },
    ]);
    expect(findCorrections(await makeSnapshot([]), [shown(2)])).toMatchObject([
      { kind: 'vanished', isArticleGone: true },
    ]);
  });
});
