import { describe, expect, test } from 'vitest';
import type { Store } from '../../src/state/store.js';
import { temporaryStore } from '../support/temporary-store.js';

function addedId({ follows }: Store, topic: string): string {
  const outcome = follows.add({ guildId: 'g', channelId: 'c', topic });
  if (outcome.kind !== 'added') throw new Error(`it is ${outcome.kind}`);
  return outcome.follow.id;
}

describe('follows', () => {
  test('a topic is followed once in a channel, however it is typed', async () => {
    const place = await temporaryStore();
    const { follows } = place.open();
    const first = follows.add({ guildId: 'g', channelId: 'c', topic: 'Oil  prices' });
    const again = follows.add({ guildId: 'g', channelId: 'c', topic: ' oil PRICES' });
    const elsewhere = follows.add({ channelId: 'd', topic: 'Oil prices' });
    expect([first.kind, again.kind, elsewhere.kind]).toEqual(['added', 'already', 'added']);
    expect('follow' in again && 'follow' in first && again.follow).toEqual('follow' in first && first.follow);
    expect(follows.list('c')).toMatchObject([{ topic: 'Oil  prices', since: place.clock.now, seen: [] }]);
    expect(follows.all()).toHaveLength(2);
  });

  test('of a server are told with the channels that its threads belong to', async () => {
    const place = await temporaryStore();
    const store = place.open();
    store.follows.add({ guildId: 'g', channelId: 'c', topic: 'oil' });
    store.follows.add({ guildId: 'g', channelId: 't', parentId: 'c', topic: 'oil' });
    store.follows.add({ guildId: 'h', channelId: 'd', topic: 'oil' });
    addedId(store, 'gas');
    store.follows.note(store.follows.find('t', 'oil')?.id ?? '', {
      seen: ['1'],
      day: '2023-02-17',
      posted: 1,
    });
    store.close();
    const { follows } = place.open();
    expect(follows.ofServer('g').map(({ channelId, parentId }) => [channelId, parentId])).toEqual([
      ['c', undefined],
      ['t', 'c'],
      ['c', undefined],
    ]);
  });

  test('25 a channel; who wants another must drop one', async () => {
    const store = (await temporaryStore()).open();
    const ids = Array.from({ length: 25 }, (_, at) => addedId(store, `topic ${at}`));
    const [first = ''] = ids;
    expect(store.follows.add({ channelId: 'c', topic: 'more' })).toEqual({ kind: 'full', limit: 25 });
    expect(store.follows.remove('another channel', first)).toBe(false);
    expect(store.follows.remove('c', first.toLowerCase())).toBe(true);
    expect(store.follows.remove('c', first)).toBe(false);
    addedId(store, 'more');
    expect(
      store.follows
        .list('c')
        .map(({ topic }) => topic)
        .slice(-2),
    ).toEqual(['topic 24', 'more']);
  });

  test('what was posted is counted by the day', async () => {
    const place = await temporaryStore();
    const store = place.open();
    const id = addedId(store, 'Taiwan');
    const { follows } = store;
    const state = () => follows.list('c').map(({ postedOn, postedToday }) => [postedOn, postedToday])[0];
    follows.note(id, { seen: ['a'], day: '2026-01-01', posted: 0 });
    expect(state()).toEqual([undefined, 0]);
    follows.note(id, { seen: ['b'], day: '2026-01-01', posted: 2 });
    follows.note(id, { seen: ['c'], day: '2026-01-01', posted: 1 });
    expect(state()).toEqual(['2026-01-01', 3]);
    follows.note(id, { seen: [], day: '2026-01-02', posted: 0 });
    expect(state()).toEqual(['2026-01-01', 3]);
    follows.note(id, { seen: [], day: '2026-01-02', posted: 1 });
    expect(state()).toEqual(['2026-01-02', 1]);
    store.close();
    expect(place.open().follows.list('c')[0]?.seen).toEqual(['a', 'b', 'c']);
  });

  test('how far a topic was looked through is kept until it goes on', async () => {
    const place = await temporaryStore();
    const store = place.open();
    const id = addedId(store, 'Taiwan');
    expect(store.follows.list('c')[0]?.upTo).toBeUndefined();
    store.follows.note(id, { seen: ['a'], day: '2026-01-01', posted: 0, upTo: '2026-01-01T10:00:00Z' });
    store.follows.note(id, { seen: ['b'], day: '2026-01-01', posted: 1 });
    store.close();
    expect(place.open().follows.find('c', ' TAIWAN ')).toMatchObject({
      upTo: '2026-01-01T10:00:00Z',
      seen: ['a', 'b'],
    });
    expect(place.open().follows.find('d', 'Taiwan')).toBeUndefined();
  });

  test('what was seen is bounded, and seen again is newest', async () => {
    const store = (await temporaryStore()).open({ seenOfFollow: 3 });
    const id = addedId(store, 'Taiwan');
    store.follows.note(id, { seen: ['a', 'b', 'c'], day: '2026-01-01', posted: 0 });
    store.follows.note(id, { seen: ['a', 'd'], day: '2026-01-01', posted: 0 });
    expect(store.follows.list('c')[0]?.seen).toEqual(['c', 'a', 'd']);
    expect(() => store.follows.note('00000000', { seen: ['x'], day: '2026-01-01', posted: 1 })).not.toThrow();
  });
});
