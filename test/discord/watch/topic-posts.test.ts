/** Which passages a follower is shown, and when: the days, the sources, and what was seen. */
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/articles/article.js';
import { createAnswerer } from '../../../src/answers/create-answerer.js';
import { followTopic } from '../../../src/discord/watch/follow-topic.js';
import { MOST_A_DAY, TopicPosts } from '../../../src/discord/watch/topic-posts.js';
import { ENGLISH } from '../../../src/discord/texts/english.js';
import type { Reply } from '../../../src/discord/reply.js';
import type { Snapshot } from '../../../src/index/snapshot.js';
import { fakeEmbedder } from '../../support/embedder.js';
import { textsOf } from '../../support/replies.js';
import { makeArticle, makeSnapshot } from '../../support/snapshots.js';
import { DAY_MS, temporaryStore } from '../../support/temporary-store.js';

const OTHERS = ['cattle', 'silver', 'winter', 'engine', 'orchard', 'velvet'].map((word) =>
  makeArticle({
    articleId: word,
    paragraphs: [`The ${word} of the north sold well, as every year, in quiet trade.`],
  }),
);
const news = (name: string, source = 'Times'): Article =>
  makeArticle({
    articleId: name,
    source,
    paragraphs: [`Parts of the balloon were found by the boat ${name} on the coast.`],
  });

/** A follower of "balloon" in server "g" and channel "c". */
async function follower({ sources = [] as readonly string[], seenOfFollow = 500 } = {}) {
  const place = await temporaryStore();
  const store = place.open({ seenOfFollow });
  let snapshot: Snapshot = await makeSnapshot(OTHERS);
  const answerer = createAnswerer({ snapshot: () => snapshot }, fakeEmbedder());
  const posted: Reply[] = [];
  const messages = {
    localeOf: () => 'en',
    post: (channelId: string, reply: Reply, nonce: string) => {
      posted.push(reply);
      expect(nonce.length).toBeLessThanOrEqual(25);
      return Promise.resolve({
        kind: 'done',
        place: { channelId, messageId: String(posted.length) },
      } as const);
    },
  };
  const now = (): number => place.clock.now;
  const posts = new TopicPosts({ answerer, store, messages, log: place.log, now });
  store.settings.change('g', { sources });
  /** A run of the index; by default it is told what answered before. */
  const run = async (articles: readonly Article[], { isTold = true } = {}): Promise<string[]> => {
    const before = snapshot;
    snapshot = {
      ...(await makeSnapshot([...OTHERS, ...articles])),
      committedAt: `commit ${now()} ${articles.length}`,
    };
    const count = posted.length;
    expect(await posts.post(isTold ? before : undefined, new AbortController().signal)).toBe(true);
    return posted.slice(count).map((reply) => /the boat (\S+)/u.exec(textsOf(reply).join())?.[1] ?? '');
  };
  const reindexer = { reindex: () => Promise.resolve({ kind: 'running' } as const), cancel: () => false };
  const follow = (): Promise<Reply> =>
    followTopic(ENGLISH, { answerer, store, reindexer }, { guildId: 'g', channelId: 'c', topic: 'balloon' });
  return { place, store, run, follow };
}

const named = (...names: readonly string[]): Article[] => names.map((name) => news(name));

describe('a follower', () => {
  test('is shown what is new once, five a day, and more on the next day', async () => {
    const { place, run, follow } = await follower();
    await run(named('old'));
    await follow();
    expect(await run(named('old', 'a', 'b', 'c'))).toHaveLength(3);
    expect(await run(named('old', 'a', 'b', 'c', 'd', 'e', 'f'))).toHaveLength(MOST_A_DAY - 3);
    expect(await run(named('old', 'a', 'b', 'c', 'd', 'e', 'f', 'g'))).toEqual([]);
    place.clock.now += DAY_MS;
    expect(await run(named('old', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'))).toEqual(['h']);
  });

  test('is not shown old ones, although more were there than are remembered', async () => {
    const { run, follow } = await follower({ seenOfFollow: 2 });
    const old = ['one', 'two', 'three', 'four', 'five', 'six'];
    await run(named(...old));
    await follow();
    expect(await run(named(...old, 'new'))).toEqual(['new']);
  });

  test('of a process that does not know what answered before, is shown what it was not shown yet', async () => {
    const { run, follow } = await follower();
    await run(named('old'));
    await follow();
    expect(await run(named('old', 'new'), { isTold: false })).toEqual(['new']);
  });

  test('is shown what the sources of its server have', async () => {
    const { run, follow } = await follower({ sources: ['Herald'] });
    await run([]);
    await follow();
    expect(await run([news('a', 'Times'), news('b', 'Herald')])).toEqual(['b']);
  });

  test('is not shown the words again that an article has taken over', async () => {
    const { run, follow } = await follower();
    await run([]);
    await follow();
    const copy = makeArticle({
      articleId: 'copy',
      paragraphs: ['Parts of the balloon were found by the boat a on the coast.'],
    });
    expect(await run(named('a'))).toEqual(['a']);
    expect(await run([...named('a'), copy])).toEqual([]);
  });
});
