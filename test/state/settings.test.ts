import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/state/settings.js';
import { newReceipt, shownPassage } from '../support/state-records.js';
import { temporaryStore } from '../support/temporary-store.js';

describe('the settings of a server', () => {
  test('begin with the documented defaults, also in direct messages', async () => {
    const { settings } = (await temporaryStore()).open();
    expect(settings.get('server')).toEqual({
      channels: [],
      isPrivateByDefault: false,
      sources: [],
      followUpInThreads: true,
      keepQuestions: '30 days',
    });
    expect(settings.get(undefined)).toEqual(DEFAULT_SETTINGS);
  });

  test('change field by field, for this server alone, and are there after a restart', async () => {
    const place = await temporaryStore();
    const store = place.open();
    store.settings.change('server', { channels: ['1', '2'], language: 'fa' });
    expect(store.settings.change('server', { isPrivateByDefault: true })).toEqual({
      ...DEFAULT_SETTINGS,
      channels: ['1', '2'],
      language: 'fa',
      isPrivateByDefault: true,
    });
    store.close();
    const { settings } = place.open();
    expect(settings.get('server').channels).toEqual(['1', '2']);
    expect(settings.get('other')).toEqual(DEFAULT_SETTINGS);
  });

  test('an optional one can be unset again', async () => {
    const { settings } = (await temporaryStore()).open();
    settings.change('server', { language: 'de' });
    expect(settings.change('server', { language: undefined }).language).toBeUndefined();
    expect(settings.get('server')).toEqual(DEFAULT_SETTINGS);
  });

  test('a server that is left leaves nothing behind, and the others stay as they are', async () => {
    const { settings, receipts, gaps, follows, threads, shownMessages, feedback, forgetServer } = (
      await temporaryStore()
    ).open();
    const ids = ['server', 'other'].map((guildId) => {
      settings.change(guildId, { isPrivateByDefault: true });
      const receiptId = receipts.add(newReceipt({ guildId }));
      const channelId = `channel of ${guildId}`;
      feedback.vote(receiptId, 'voter', 'wrong');
      gaps.add({ guildId, question: 'Why?', reason: 'wrong', receiptId });
      follows.add({ guildId, channelId, topic: 'Taiwan' });
      threads.set({ guildId, channelId, article: '0123456789ab', receiptId });
      shownMessages.add({ guildId, channelId, messageId: '1', passages: [shownPassage()] });
      return receiptId;
    });
    forgetServer('server');
    const left = ids.map((id) => [receipts.get(id)?.guildId, feedback.counts(id).wrong]);
    expect(left).toEqual([
      [undefined, 0],
      ['other', 1],
    ]);
    expect(settings.get('server')).toEqual(DEFAULT_SETTINGS);
    expect(settings.get('other').isPrivateByDefault).toBe(true);
    expect(gaps.all().map(({ guildId }) => guildId)).toEqual(['other']);
    expect(follows.all().map(({ guildId }) => guildId)).toEqual(['other']);
    expect(shownMessages.showing('0123456789ab').map(({ guildId }) => guildId)).toEqual(['other']);
    expect(threads.get('channel of server')).toBeUndefined();
    expect(threads.get('channel of other')).toBeDefined();
  });
});
