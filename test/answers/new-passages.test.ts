import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { findNew, type Seen } from '../../src/answers/new-passages.js';
import { hashOfWords } from '../../src/answers/references.js';
import { makeArticle, makeSnapshot, wordVector } from '../support/snapshots.js';

const OTHERS = ['cattle', 'silver', 'winter', 'engine', 'orchard', 'velvet'].map((word) =>
  makeArticle({
    articleId: `other-${word}`,
    paragraphs: [`The ${word} of the north sold well, as every year, in quiet trade.`],
  }),
);
const SEEN = 'A balloon was seen over the mountains on Friday.';
const SHOT = 'The balloon was shot down over the sea on Monday.';
const FOUND = 'Parts of the balloon were found by a fishing boat near the coast.';
const article = (articleId: string, date: string, ...paragraphs: string[]) =>
  makeArticle({ articleId, date, paragraphs });
const before = [...OTHERS, article('a', '2023-02-17', SEEN)];

async function textsOf(articles: readonly Article[], seen: Seen): Promise<string[]> {
  const topic = { text: 'balloon', vector: wordVector('balloon') };
  return findNew(await makeSnapshot(articles), topic, seen).passages.map(({ text }) => text);
}

describe('new on a topic', () => {
  test('is nothing when nothing has changed', async () => {
    expect(await textsOf(before, { since: await makeSnapshot(before) })).toEqual([]);
  });

  test('is what new articles have, newest first', async () => {
    const after = [...before, article('b', '2023-02-20', SHOT), article('c', '2023-02-22', FOUND)];
    expect(await textsOf(after, { since: await makeSnapshot(before) })).toEqual([FOUND, SHOT]);
  });

  test('is of a changed article only what was not in it', async () => {
    const after = [
      ...OTHERS,
      article('a', '2023-02-17', 'Amended on Sunday evening, by the newsroom.', SEEN, SHOT),
    ];
    expect(await textsOf(after, { since: await makeSnapshot(before) })).toEqual([SHOT]);
  });

  test('is the same words once, and not what was posted before', async () => {
    const after = [
      ...before,
      article('b', '2023-02-20', SHOT),
      article('c', '2023-02-22', SHOT),
      article('d', '2023-02-21', FOUND),
    ];
    const since = await makeSnapshot(before);
    expect((await textsOf(after, { since })).toSorted()).toEqual([FOUND, SHOT].toSorted());
    expect(await textsOf(after, { since, hashes: new Set([hashOfWords(SHOT)]) })).toEqual([FOUND]);
  });

  test('is not what is about something else', async () => {
    const after = [
      ...before,
      article('b', '2023-02-20', 'Prices of grain rose again at the exchange on Monday.'),
    ];
    expect(await textsOf(after, { since: await makeSnapshot(before) })).toEqual([]);
  });

  test('is not what an article corrects, which is told apart', async () => {
    const topic = { text: 'balloon', vector: wordVector('balloon') };
    const amended = SEEN.replace('Friday', 'Thursday');
    const after = await makeSnapshot([...OTHERS, article('a', '2023-02-17', amended, SHOT)]);
    const { passages, corrected } = findNew(after, topic, { since: await makeSnapshot(before) });
    expect(passages.map(({ text }) => text)).toEqual([SHOT]);
    expect(corrected.map(({ text }) => text)).toEqual([amended]);
  });

  test('is what an article corrects so that it is on the topic now', async () => {
    const object = article('a', '2023-02-17', SEEN.replace('balloon', 'white object'));
    const since = await makeSnapshot([...OTHERS, object]);
    expect(await textsOf(before, { since })).toEqual([SEEN]);
  });

  test('is what is like earlier words that still stand there', async () => {
    const again = SEEN.replace('Friday', 'Sunday');
    const after = [...OTHERS, article('a', '2023-02-17', SEEN, again)];
    expect(await textsOf(after, { since: await makeSnapshot(before) })).toEqual([again]);
  });

  test('is everything without an earlier generation', async () => {
    expect(await textsOf(before, {})).toEqual([SEEN]);
  });
});
