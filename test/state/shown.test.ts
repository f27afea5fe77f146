import { describe, expect, test } from 'vitest';
import { ARTICLE, shownParagraph, shownPassage } from '../support/state-records.js';
import { DAY_MS, temporaryStore } from '../support/temporary-store.js';

const OTHER = 'ba9876543210';

describe('shown messages', () => {
  test('are found by each article they show, newest first', async () => {
    const { shownMessages } = (await temporaryStore()).open();
    const both = [shownPassage(), shownPassage({ article: OTHER }), shownPassage({ paragraph: 9, last: 9 })];
    shownMessages.add({ guildId: 'g', channelId: 'c', messageId: '1', receiptId: 'R', passages: both });
    shownMessages.add({ channelId: 'c', messageId: '2', passages: [shownPassage()] });
    expect(shownMessages.showing(ARTICLE).map(({ messageId }) => messageId)).toEqual(['2', '1']);
    expect(shownMessages.showing(OTHER)).toEqual([
      { guildId: 'g', channelId: 'c', messageId: '1', receiptId: 'R', passages: both },
    ]);
    expect(shownMessages.showing('aaaaaaaaaaaa')).toEqual([]);
  });

  test('show what they showed last, and are forgotten when they are gone', async () => {
    const { shownMessages } = (await temporaryStore()).open();
    shownMessages.add({ channelId: 'c', messageId: '1', passages: [shownPassage()] });
    shownMessages.add({ channelId: 'c', messageId: '1', passages: [shownPassage({ article: OTHER })] });
    expect(shownMessages.showing(ARTICLE)).toEqual([]);
    expect(shownMessages.get('c', '1')?.passages).toEqual([shownPassage({ article: OTHER })]);
    shownMessages.remove('c', '1');
    expect(shownMessages.get('c', '1')).toBeUndefined();
  });

  test('remember what they show as amended, and keep their age', async () => {
    const place = await temporaryStore();
    const store = place.open();
    const { shownMessages } = store;
    const messages = ['1', '2'].map((messageId) => ({
      channelId: 'c',
      messageId,
      passages: [shownPassage()],
    }));
    for (const message of messages) shownMessages.add({ ...message, guildId: 'g', receiptId: 'R' });
    const amended = [
      { article: ARTICLE, paragraph: 7, hash: 'deadbeef', now: '00000001', at: 5 },
      { article: ARTICLE, paragraph: 9, hash: '00000002', at: 6 },
    ];
    shownMessages.amend('c', '1', amended);
    shownMessages.amend('c', 'unknown', amended);
    store.close();
    const again = place.open().shownMessages;
    expect(again.all().map(({ messageId }) => messageId)).toEqual(['2', '1']);
    expect(again.get('c', '1')).toEqual({ ...messages[0], guildId: 'g', receiptId: 'R', amended });
    expect(again.get('c', '2')?.amended).toBeUndefined();
    again.add({ channelId: 'c', messageId: '1', passages: [shownPassage({ article: OTHER })] });
    expect(again.get('c', '1')?.amended).toBeUndefined();
  });

  test('only the newest are kept', async () => {
    const { shownMessages } = (await temporaryStore()).open({ shownMessages: 2 });
    for (const messageId of ['1', '2', '1', '3'])
      shownMessages.add({ channelId: 'c', messageId, passages: [shownPassage()] });
    expect(shownMessages.showing(ARTICLE).map(({ messageId }) => messageId)).toEqual(['3', '1']);
  });
});

test('whoever listens is told of what a message shows', async () => {
  const { shownMessages } = (await temporaryStore()).open();
  const told: unknown[] = [];
  shownMessages.onAdd(({ passages }) => told.push(passages));
  shownMessages.add({ channelId: 'c', messageId: '1', passages: [shownPassage()] });
  expect(told).toEqual([[shownPassage()]]);
});

describe('shown paragraphs', () => {
  test('are found by place and hash, every wording of a place', async () => {
    const place = await temporaryStore();
    const store = place.open();
    const amended = shownParagraph({ hash: '00000001', text: 'An official has left.\u0000 \ud83d' });
    store.shownParagraphs.add([shownParagraph(), amended, shownParagraph({ paragraph: 8 })]);
    store.close();
    const { shownParagraphs } = place.open();
    expect(shownParagraphs.get(shownParagraph())).toEqual(shownParagraph());
    expect(shownParagraphs.get(shownParagraph({ hash: '00000002' }))).toBeUndefined();
    expect(shownParagraphs.wordings(ARTICLE, 7)).toEqual([amended, shownParagraph()]);
  });

  test('those that were shown again stay, the others go', async () => {
    const { shownParagraphs } = (await temporaryStore()).open({ shownParagraphs: 2 });
    const [first, second, third] = [1, 2, 3].map((paragraph) => shownParagraph({ paragraph }));
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('there are three');
    shownParagraphs.add([first, second]);
    shownParagraphs.add([first]);
    shownParagraphs.add([third]);
    expect([first, second, third].map((one) => shownParagraphs.get(one))).toEqual([first, undefined, third]);
  });
});

describe('threads', () => {
  test('remember the last answer, and its question for 30 days', async () => {
    const place = await temporaryStore();
    const { threads } = place.open();
    const answer = { guildId: 'g', channelId: 't', article: ARTICLE, receiptId: 'R', question: 'Who?' };
    threads.set({ ...answer, article: OTHER, receiptId: 'Q' });
    threads.set(answer);
    expect(threads.get('t')).toEqual({ ...answer, at: place.clock.now });
    expect(threads.get('u')).toBeUndefined();
    place.clock.now += 30 * DAY_MS + 1;
    expect(threads.get('t')).toMatchObject({ article: ARTICLE, question: undefined });
  });
});
