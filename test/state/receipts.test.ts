import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { newReceipt, shownPassage } from '../support/state-records.js';
import { DAY_MS, temporaryStore } from '../support/temporary-store.js';

describe('a receipt', () => {
  test('is found by its id after a restart, with all that was noted but the asker', async () => {
    const place = await temporaryStore();
    const first = place.open();
    const { askerId: _, ...noted } = newReceipt();
    const id = first.receipts.add(newReceipt());
    first.close();
    expect(place.open().receipts.get(id)).toEqual({ ...noted, id, at: place.clock.now });
  });

  test('has an id that may be typed in any case, in groups, and with letters for digits', async () => {
    const { receipts } = (await temporaryStore()).open();
    const id = receipts.add(newReceipt());
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u);
    const typed = ` ${id.slice(0, 4)}-${id.slice(4)} `
      .toLowerCase()
      .replaceAll('0', 'o')
      .replaceAll('1', 'l');
    expect(receipts.get(typed)?.id).toBe(id);
    expect(receipts.get('')).toBeUndefined();
    expect(receipts.get(`${id}0`)).toBeUndefined();
  });

  test('is kept once for one cause, however often that is answered', async () => {
    const { receipts } = (await temporaryStore()).open();
    const [id, again, other] = ['1234', '1234', '1235'].map((cause) => receipts.reserve(cause));
    expect(again).toBe(id);
    expect(other).not.toBe(id);
    receipts.add(newReceipt({ model: 'first' }), id);
    receipts.add(newReceipt({ model: 'second' }), again);
    expect(receipts.get(id ?? '')?.model).toBe('second');
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/u);
  });

  test('knows the asker again, and nobody else', async () => {
    const { receipts } = (await temporaryStore()).open();
    const id = receipts.add(newReceipt({ askerId: '1234567890' }));
    expect(receipts.isAsker(id, '1234567890')).toBe(true);
    expect(receipts.isAsker(id, '1234567891')).toBe(false);
    expect(receipts.isAsker('00000000', '1234567890')).toBe(false);
    const anonymous = receipts.add(newReceipt({ askerId: undefined }));
    expect(receipts.isAsker(anonymous, '1234567890')).toBe(false);
  });

  test('names the asker nowhere on disk, and differently each time', async () => {
    const place = await temporaryStore();
    const store = place.open();
    const ids = [1, 2].map(() => store.receipts.add(newReceipt({ askerId: '987654321987654321' })));
    for (const id of ids) store.feedback.vote(id, '987654321987654321', 'right');
    store.tidy();
    const content = await readFile(place.file, 'latin1');
    expect(content).toContain('e5-small-v2');
    expect(content).not.toContain('987654321987654321');
    const pseudonyms = [...content.matchAll(/"asker":"([0-9a-f]{32})"/gu)].map((match) => match[1]);
    expect(new Set(pseudonyms).size).toBe(2);
  });

  test('keeps the question for 30 days at most, and then not on disk either', async () => {
    const place = await temporaryStore();
    const store = place.open();
    store.settings.change('server', { keepQuestions: 'forever' });
    const id = store.receipts.add(newReceipt({ question: 'Where is the balloon?' }));
    place.clock.now += 30 * DAY_MS;
    expect(store.receipts.get(id)?.question).toBe('Where is the balloon?');
    store.tidy();
    expect(await readFile(place.file, 'latin1')).toContain('Where is the balloon?');
    place.clock.now++;
    expect(store.receipts.get(id)).toMatchObject({ question: undefined, outcome: 'answer' });
    store.tidy();
    expect(await readFile(place.file, 'latin1')).not.toContain('Where is the balloon?');
  });

  test('keeps no question where the server does not want it', async () => {
    const { receipts, settings } = (await temporaryStore()).open();
    settings.change('server', { keepQuestions: 'off' });
    expect(receipts.get(receipts.add(newReceipt()))?.question).toBeUndefined();
    const direct = receipts.add(newReceipt({ guildId: undefined }));
    expect(receipts.get(direct)).toMatchObject({ guildId: undefined, question: 'Who arrived?' });
  });

  test('holds 30 passages, shown ones first', async () => {
    const { receipts } = (await temporaryStore()).open();
    const passages = Array.from({ length: 40 }, (_, at) => shownPassage({ paragraph: at + 1, last: at + 1 }));
    const few = receipts.get(receipts.add(newReceipt({ shown: passages.slice(0, 3), further: passages })));
    expect([few?.shown.length, few?.further.length]).toEqual([3, 27]);
    const many = receipts.get(receipts.add(newReceipt({ shown: passages, further: passages })));
    expect([many?.shown.length, many?.further.length]).toEqual([30, 0]);
  });

  test('without finite figures can be read as well', async () => {
    const { receipts } = (await temporaryStore()).open();
    const id = receipts.add(newReceipt({ evidence: -Infinity, threshold: null }));
    expect(receipts.get(id)).toMatchObject({ evidence: null, threshold: null });
  });

  test('is dropped when there are too many newer ones, with its votes', async () => {
    const { receipts, feedback } = (await temporaryStore()).open({ receipts: 3 });
    const ids = [1, 2, 3].map(() => receipts.add(newReceipt()));
    const [oldest = ''] = ids;
    feedback.vote(oldest, 'voter', 'right');
    ids.push(receipts.add(newReceipt()));
    expect(ids.map((id) => receipts.get(id)?.id)).toEqual([undefined, ...ids.slice(1)]);
    expect(feedback.counts(oldest)).toEqual({ right: 0, wrong: 0 });
    expect(feedback.vote(oldest, 'voter', 'right')).toBe('unknown');
  });
});

describe('feedback', () => {
  test('counts one vote a person, the last one', async () => {
    const { receipts, feedback } = (await temporaryStore()).open();
    const id = receipts.add(newReceipt());
    expect(feedback.vote(id, 'one', 'right')).toBe('counted');
    expect(feedback.vote(id, 'one', 'right')).toBe('same');
    expect(feedback.vote(id.toLowerCase(), 'two', 'right')).toBe('counted');
    expect(feedback.vote(id, 'one', 'wrong')).toBe('changed');
    expect(feedback.counts(id)).toEqual({ right: 1, wrong: 1 });
  });
});
