import { describe, expect, test } from 'vitest';
import { makeTimeline } from '../../src/answers/timeline.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { makeArticle, makeSnapshot, wordVector } from '../support/snapshots.js';

/** Paragraphs about other things, so that a word is rare at all. */
const OTHERS = ['cattle', 'silver', 'winter', 'engine', 'orchard', 'velvet'].map((word) =>
  makeArticle({
    articleId: `other-${word}`,
    date: '2022-01-01',
    paragraphs: [`The ${word} of the north sold well, as every year, in quiet trade.`],
  }),
);
const about = (articleId: string, date: string | undefined, ...paragraphs: string[]) =>
  makeArticle({ articleId, paragraphs, ...(date === undefined ? {} : { date }) });

function timelineOf(snapshot: Snapshot, topic: string, filter = {}) {
  return makeTimeline(snapshot, { text: topic, vector: wordVector(topic), filter }, 'words');
}

/** Day and sentence of each entry. */
function entriesOf(snapshot: Snapshot, topic: string, filter = {}): [string, string][] {
  const timeline = timelineOf(snapshot, topic, filter);
  if (timeline.kind === 'declined') throw new Error('It was declined.');
  return timeline.entries.map(({ day, passage, sentence }) => [
    day,
    passage.text.slice(sentence.start, sentence.end),
  ]);
}

describe('a timeline', () => {
  const shelf = makeSnapshot([
    ...OTHERS,
    about(
      'b',
      '2023-03-01T10:00:00+02:00',
      'It rained. The balloon was shot down over the sea. Nobody was hurt by the balloon.',
    ),
    about(
      'a',
      '2023-02-17',
      'A balloon was seen over the mountains on Friday.',
      'The weather was fine in all of the country.',
    ),
    about(
      'c',
      '2023-03-01',
      'Later that day another report mentioned a balloon, among many other things that had been found at sea.',
    ),
    about('d', undefined, 'Nobody knows when this balloon was seen over the harbour.'),
  ]);

  test('has the sentence that says most of each day, word for word, oldest first', async () => {
    expect(entriesOf(await shelf, 'balloon')).toEqual([
      ['2023-02-17', 'A balloon was seen over the mountains on Friday.'],
      ['2023-03-01', 'The balloon was shot down over the sea.'],
    ]);
  });

  test('counts articles without a date', async () => {
    expect(timelineOf(await shelf, 'balloon')).toMatchObject({
      undated: 1,
      leftOut: 0,
      generation: 1,
      model: 'words',
    });
  });

  test('keeps to the filters', async () => {
    expect(entriesOf(await shelf, 'balloon', { before: '2023-03-01' }).map(([day]) => day)).toEqual([
      '2023-02-17',
    ]);
  });

  test.each(['volcano', 'of the', 'zeppelin harbourmaster'])(
    'is declined for "%s", which no article is about',
    async (topic) => {
      expect(timelineOf(await shelf, topic)).toEqual({ kind: 'declined', undated: 0 });
    },
  );

  test('is declined when no article on the topic has a date', async () => {
    const snapshot = await makeSnapshot([
      ...OTHERS,
      about('d', undefined, 'A volcano woke up near the harbour.'),
    ]);
    expect(timelineOf(snapshot, 'volcano')).toEqual({ kind: 'declined', undated: 1 });
  });

  test('has at most 20 days, and says how many more there are', async () => {
    const days = Array.from({ length: 23 }, (_, at) => `2023-01-${String(at + 1).padStart(2, '0')}`);
    const articles = days.map((day) => about(`on-${day}`, day, `The balloon of ${day} was seen once more.`));
    const timeline = timelineOf(await makeSnapshot([...OTHERS, ...articles]), 'balloon');
    expect(timeline).toMatchObject({ kind: 'timeline', leftOut: 3 });
    const shown = timeline.kind === 'timeline' ? timeline.entries.map(({ day }) => day) : [];
    expect(shown).toHaveLength(20);
    expect(shown).toEqual(shown.toSorted());
  });
});
