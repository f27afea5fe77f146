import { describe, expect, test } from 'vitest';
import { searchTopic } from '../../src/answers/topic.js';
import { makeArticle, makeSnapshot, wordVector } from '../support/snapshots.js';

const OTHERS = ['cattle', 'silver', 'winter', 'engine', 'orchard', 'velvet'].map((word) =>
  makeArticle({
    articleId: `other-${word}`,
    paragraphs: [`The ${word} of the north sold well, as every year, in quiet trade.`],
  }),
);
const WEATHER = 'The weather was fine in all of the country, and many people went to the sea.';

/** Places of what is on a topic among other articles; the vector says that everything is equally close. */
async function placesOf(topic: string, ...paragraphs: string[]): Promise<string[]> {
  const news = makeArticle({ articleId: 'news', title: 'The balloon', paragraphs });
  const snapshot = await makeSnapshot([...OTHERS, news]);
  return searchTopic(snapshot, { text: topic, vector: wordVector('') })
    .map(({ article, first, last }) => `${snapshot.articles[article]?.articleId} ${first}-${last}`)
    .toSorted();
}

describe('on a topic is a passage', () => {
  test('that has its word, however long it is, and in whatever form', async () => {
    const long = `${WEATHER} `.repeat(12) + 'Then balloons were seen.';
    expect(await placesOf('Balloon', long, WEATHER)).toEqual(['news 1-1']);
  });

  test('not one whose title or neighbour has it', async () => {
    expect(await placesOf('balloon', WEATHER, 'A balloon was seen over the mountains on Friday.')).toEqual([
      'news 2-2',
    ]);
  });

  test('that has both of two words, not one of them', async () => {
    const [one, both] = [
      'A spy was arrested near the harbour on Friday.',
      'A spy balloon was seen over the mountains.',
    ];
    expect(
      await placesOf('spy balloon', one, both, 'A balloon was seen at the fair of the next village.'),
    ).toEqual(['news 2-2']);
  });

  test('that answers as a question would be, when the topic is nearly one', async () => {
    const topic = 'search for parts of the spy balloon off the coast';
    const text = 'Divers searched the sea off the coast for parts of the balloon.';
    const snapshot = await makeSnapshot([...OTHERS, makeArticle({ articleId: 'news', paragraphs: [text] })]);
    const found = searchTopic(snapshot, { text: topic, vector: wordVector(text) });
    expect(found.map(({ article }) => snapshot.articles[article]?.articleId)).toEqual(['news']);
  });

  test.each(['', 'of the', '!?', 'zeppelin'])('none for "%s"', async (topic) => {
    expect(await placesOf(topic, WEATHER)).toEqual([]);
  });
});
