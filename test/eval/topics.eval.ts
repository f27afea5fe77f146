/**
 * Topics, which are words and names rather than questions: how many of those that a set has find a passage, and how many of
 * those that only other sets have. Beside it what the threshold of questions would do. Prints, judges nothing.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confidenceOf, isAnswer } from '../../src/answers/declining.js';
import { searchTopic } from '../../src/answers/topic.js';
import type { Article } from '../../src/articles/article.js';
import { search } from '../../src/search/search.js';
import { hashOf } from '../../src/text/hash.js';
import { termsOf } from '../../src/text/terms.js';
import { indexArticles } from './collections.js';
import { hasSet, readSet } from './sets.js';
import { CachedVectors } from './vectors.js';

const SETS = ['newsqa', 'realtimeqa', 'multihoprag-evidence'];
/** Topics of each kind, and in how many articles they stand. */
const TOPICS = 60;
const ARTICLES = { fewest: 4, most: 40 };

const KINDS: Readonly<Record<string, RegExp>> = {
  'a name': /^[A-Z]\w+$/u,
  'a name of two or three words': /^[A-Z]\w+ [A-Z]/u,
  'a word': /^[a-z]+$/u,
  'two words': /^[a-z]+ [a-z]+$/u,
};

let vectors: CachedVectors;
beforeAll(async () => {
  vectors = await CachedVectors.open();
});
afterAll(() => vectors.close());

test('topics', async ({ skip }) => {
  if (!SETS.every(hasSet)) skip('the public sets are not on this machine');
  const sets = await Promise.all(SETS.map(readSet));
  const topics = sets.map(({ articles }) => topicsOf(articles));
  for (const [at, { name, articles }] of sets.entries()) {
    const snapshot = await indexArticles(articles, vectors);
    const whole = articles.map(({ title, text }) => `${title} ${text}`.toLowerCase()).join('\n');
    const elsewhere = topics.flatMap((list, other) => (other === at ? [] : list));
    const absent = elsewhere.filter((topic) => !whole.includes(topic.toLowerCase()));
    for (const [kind, pattern] of Object.entries(KINDS)) {
      for (const [where, list] of Object.entries({ present: topics[at] ?? [], absent })) {
        const chosen = list.filter((topic) => pattern.test(topic)).slice(0, TOPICS);
        const made = await vectors.of('question', chosen);
        const questions = chosen.map((text, n) => ({
          text,
          vector: made[n] ?? new Float32Array(snapshot.dimensions),
        }));
        const found = questions.filter((one) => searchTopic(snapshot, one).length > 0).length;
        const answered = questions.filter((one) =>
          isAnswer(confidenceOf(search(snapshot, one, 1).evidence)),
        ).length;
        const share = (count: number): string => (count / chosen.length).toFixed(2);
        console.log(
          name,
          kind,
          where,
          chosen.length,
          'found',
          share(found),
          'as a question',
          share(answered),
        );
      }
    }
  }
  expect(topics.every((list) => list.length > 0)).toBe(true);
});

/** Words, pairs of words and names of some articles, by chance but the same in each run. */
function topicsOf(articles: readonly Article[]): string[] {
  const counts = new Map<string, number>();
  for (const { text } of articles) {
    const words = text.toLowerCase().match(/[a-z]{3,}/gu) ?? [];
    const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`);
    const found = [
      ...Array.from(text.matchAll(/(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]+){0,2}/gu), ([name]) => name),
      ...pairs.filter((pair) => new Set(termsOf(pair)).size === 2),
      ...words.filter((word) => word.length > 5 && termsOf(word).length === 1),
    ];
    for (const topic of new Set(found)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= ARTICLES.fewest && count <= ARTICLES.most)
    .map(([topic]) => topic)
    .toSorted((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1));
}
