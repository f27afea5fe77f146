import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { newReceipt } from '../support/state-records.js';
import { DAY_MS, temporaryStore } from '../support/temporary-store.js';

describe('gaps', () => {
  test('are listed by server, newest first, each receipt once', async () => {
    const { gaps } = (await temporaryStore()).open();
    gaps.add({ guildId: 'one', question: 'First?', reason: 'declined', receiptId: 'AAAAAAAA' });
    gaps.add({ guildId: 'two', question: 'Second?', reason: 'wrong', receiptId: 'BBBBBBBB' });
    gaps.add({ question: 'Third?', reason: 'declined', receiptId: 'CCCCCCCC' });
    gaps.add({ guildId: 'one', question: 'Fourth?', reason: 'wrong', receiptId: 'DDDDDDDD' });
    gaps.add({ guildId: 'one', question: 'Fourth?', reason: 'wrong', receiptId: 'DDDDDDDD' });
    expect(gaps.list('one').map(({ question }) => question)).toEqual(['Fourth?', 'First?']);
    expect(gaps.all().map(({ guildId }) => guildId)).toEqual(['one', undefined, 'two', 'one']);
    gaps.remove('DDDDDDDD', 'wrong');
    expect(gaps.list('one').map(({ question }) => question)).toEqual(['First?']);
  });

  test('are kept as long as the server says', async () => {
    const place = await temporaryStore();
    const { gaps, settings } = place.open();
    settings.change('forever', { keepQuestions: 'forever' });
    settings.change('off', { keepQuestions: 'off' });
    for (const guildId of ['forever', 'off', 'default', undefined])
      gaps.add({ guildId, question: 'Why?', reason: 'declined', receiptId: guildId ?? 'none' });
    const kept = () => gaps.all().map(({ guildId }) => guildId);
    expect(kept()).toEqual([undefined, 'default', 'forever']);
    place.clock.now += 30 * DAY_MS;
    expect(kept()).toEqual([undefined, 'default', 'forever']);
    place.clock.now++;
    expect(kept()).toEqual(['forever']);
    settings.change('forever', { keepQuestions: '30 days' });
    expect(kept()).toEqual([]);
  });

  test('when questions are no longer kept, what is there is deleted, on disk too, and only of that server', async () => {
    const place = await temporaryStore();
    const store = place.open();
    const { gaps, receipts, settings, threads } = store;
    const ids = ['server', 'other'].map((guildId) => {
      const question = `A secret of ${guildId}?`;
      const receiptId = receipts.add(newReceipt({ guildId, question }));
      gaps.add({ guildId, question, reason: 'wrong', receiptId });
      threads.set({ guildId, channelId: guildId, article: '0123456789ab', receiptId, question });
      return receiptId;
    });
    settings.change('server', { keepQuestions: 'off' });
    expect(ids.map((id) => receipts.get(id)?.question)).toEqual([undefined, 'A secret of other?']);
    expect(gaps.all().map(({ question }) => question)).toEqual(['A secret of other?']);
    expect(threads.get('server')).toMatchObject({ receiptId: ids[0], question: undefined });
    store.tidy();
    const content = await readFile(place.file, 'latin1');
    expect(content).toContain('A secret of other?');
    expect(content).not.toContain('A secret of server?');
  });

  test('too old ones are gone after a restart, without being asked for', async () => {
    const place = await temporaryStore();
    const store = place.open();
    store.gaps.add({ guildId: 'server', question: 'A riddle?', reason: 'declined', receiptId: 'A' });
    store.close();
    place.clock.now += 31 * DAY_MS;
    place.open();
    expect(await readFile(place.file, 'latin1')).not.toContain('A riddle?');
  });
});
