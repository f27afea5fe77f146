/** Random sequences of everything that can be done, restarts included, on the state and on its plain twin: they never differ. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Limits } from '../../src/state/context.js';
import { KEEP_QUESTIONS } from '../../src/state/retention.js';
import type { Store } from '../../src/state/store.js';
import { newReceipt, shownParagraph, shownPassage } from '../support/state-records.js';
import { StateTwin } from '../support/state-twin.js';
import { temporaryStore, type TemporaryStore } from '../support/temporary-store.js';

/** Small, so that they are reached. */
const LIMITS: Limits = {
  receipts: 4,
  passagesOfReceipt: 3,
  gaps: 4,
  shownMessages: 3,
  shownParagraphs: 4,
  followsOfChannel: 2,
  seenOfFollow: 3,
  threads: 2,
};

const GUILDS = ['g1', 'g2'];
const CHANNELS = ['c1', 'c2', 'c3'];
const ARTICLES = ['00000000000a', '00000000000b'];
const PEOPLE = ['p1', 'p2'];

interface Real {
  readonly place: TemporaryStore;
  store: Store;
  /** Of every receipt that there ever was, so that those that are gone are asked for too. */
  readonly ids: string[];
}

type Step = (twin: StateTwin, real: Real) => void;

const guild = fc.constantFrom(...GUILDS);
const guildOrNone = fc.constantFrom(...GUILDS, undefined);
const channel = fc.constantFrom(...CHANNELS);
const article = fc.constantFrom(...ARTICLES);
const person = fc.constantFrom(...PEOPLE);
/** Whatever people type: quotes, NUL, half a surrogate, an emoji. */
const question = fc.string({
  unit: fc.constantFrom('a', '"', "'", '\\', '\u0000', '\ud83d', '😀', 'س', '\n'),
  maxLength: 6,
});
const back = fc.nat(6);

const idOf = ({ ids }: Real, back: number) => ids.at(-1 - back) ?? 'ZZZZZZZZ';

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({ guild, keepQuestions: fc.constantFrom(...KEEP_QUESTIONS), language: question })
    .map(({ guild, ...fields }): Step => (twin, { store }) => {
      twin.change(guild, fields);
      expect(store.settings.change(guild, fields)).toEqual(twin.settingsOf(guild));
    }),
  fc
    .record({ guildId: guildOrNone, askerId: person, question })
    .map(({ guildId, askerId, question }): Step => (twin, { store, ids }) => {
      const id = store.receipts.add(newReceipt({ guildId, askerId, question }));
      ids.push(id);
      twin.addReceipt(id, guildId, askerId, question);
    }),
  fc
    .tuple(back, person, fc.constantFrom('right' as const, 'wrong' as const))
    .map(([back, voter, vote]): Step => (twin, real) => {
      const id = idOf(real, back);
      expect(real.store.feedback.vote(id, voter, vote)).toBe(twin.vote(id, voter, vote));
    }),
  fc
    .record({
      guildId: guildOrNone,
      question,
      reason: fc.constantFrom('declined' as const, 'wrong' as const),
      back,
    })
    .map(({ back, ...gap }): Step => (twin, real) => {
      const receiptId = idOf(real, back);
      real.store.gaps.add({ ...gap, receiptId });
      twin.addGap({ ...gap, receiptId });
    }),
  fc
    .record({
      guildId: guildOrNone,
      channelId: channel,
      messageId: person,
      shown: fc.array(article, { maxLength: 3 }),
    })
    .map(({ shown, ...place }): Step => (twin, { store }) => {
      const message = { ...place, passages: shown.map((article) => shownPassage({ article })) };
      store.shownMessages.add(message);
      twin.addMessage(message);
    }),
  fc
    .array(fc.record({ article, paragraph: fc.integer({ min: 1, max: 2 }), text: question }), {
      maxLength: 3,
    })
    .map((list): Step => (twin, { store }) => {
      const paragraphs = list.map(shownParagraph);
      store.shownParagraphs.add(paragraphs);
      twin.addParagraphs(paragraphs);
    }),
  fc
    .record({
      guildId: guildOrNone,
      channelId: channel,
      topic: fc.constantFrom('Taiwan', 'taiwan', 'oil\u0000', 'gas'),
    })
    .map((follow): Step => (twin, { store }) => {
      const outcome = store.follows.add(follow);
      const id = outcome.kind === 'full' ? '' : outcome.follow.id;
      expect(outcome.kind).toBe(twin.follow(follow, id));
    }),
  fc.tuple(channel, back).map(([channel, back]): Step => (twin, { store }) => {
    const id = twin.follows.at(back)?.id ?? 'ZZZZZZZZ';
    expect(store.follows.remove(channel, id)).toBe(twin.unfollow(channel, id));
  }),
  fc
    .record({
      back,
      seen: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
      day: fc.constantFrom('2026-01-01', '2026-01-02'),
      posted: fc.nat(2),
    })
    .map(({ back, ...posting }): Step => (twin, { store }) => {
      const id = twin.follows.at(back)?.id ?? 'ZZZZZZZZ';
      store.follows.note(id, posting);
      twin.note(id, posting);
    }),
  fc
    .record({ guildId: guildOrNone, channelId: channel, article, question, receiptId: person })
    .map((answer): Step => (twin, { store }) => {
      store.threads.set(answer);
      twin.setThread(answer);
    }),
  guild.map((guild): Step => (twin, { store }) => {
    store.forgetServer(guild);
    twin.forgetServer(guild);
  }),
  fc.constantFrom(1, 15, 30, 31).map((days): Step => (twin, { place }) => {
    twin.wait(days);
    place.clock.now = twin.now;
  }),
  fc.constant<Step>((_twin, { store }) => store.tidy()),
  fc.constant<Step>((_twin, real) => {
    real.store.close();
    real.store = real.place.open(LIMITS);
  }),
);

const undefinedOr = <T, R>(value: T | undefined, map: (value: T) => R) =>
  value === undefined ? undefined : map(value);

function viewOf({ store, ids }: Real): object {
  const { settings, receipts, feedback, gaps, shownMessages, shownParagraphs, follows, threads } = store;
  return {
    settings: GUILDS.map((guild) => settings.get(guild)),
    receipts: ids.map((id) =>
      undefinedOr(receipts.get(id), ({ at, guildId, question }) => ({ at, guildId, question })),
    ),
    askers: ids.map((id) => PEOPLE.filter((person) => receipts.isAsker(id, person))),
    counts: ids.map((id) => feedback.counts(id)),
    gaps: gaps.all(),
    gapsOf: GUILDS.map((guild) => gaps.list(guild)),
    messages: ARTICLES.map((article) => shownMessages.showing(article)),
    paragraphs: ARTICLES.flatMap((article) => [1, 2].map((at) => shownParagraphs.wordings(article, at))),
    follows: follows.all().map((follow) => ({ ...follow, since: undefined })),
    followsOf: CHANNELS.map((channel) => follows.list(channel).map(({ id }) => id)),
    threads: CHANNELS.map((channel) => threads.get(channel)),
  };
}

function expectedView(twin: StateTwin, ids: readonly string[]): object {
  twin.dropOldGaps();
  const receipt = (id: string) => twin.receipts.find((one) => one.id === id);
  const count = (id: string, vote: string) =>
    twin.votes.filter((one) => one.receipt === id && one.vote === vote).length;
  const gaps = twin.gaps.toReversed();
  return {
    settings: GUILDS.map((guild) => twin.settingsOf(guild)),
    receipts: ids.map((id) =>
      undefinedOr(receipt(id), ({ at, guildId, question }) => ({ at, guildId, question })),
    ),
    askers: ids.map((id) => PEOPLE.filter((person) => receipt(id)?.askerId === person)),
    counts: ids.map((id) => ({ right: count(id, 'right'), wrong: count(id, 'wrong') })),
    gaps,
    gapsOf: GUILDS.map((guild) => gaps.filter(({ guildId }) => guildId === guild)),
    messages: ARTICLES.map((article) =>
      twin.messages.filter(({ passages }) => passages.some((one) => one.article === article)).toReversed(),
    ),
    paragraphs: ARTICLES.flatMap((article) =>
      [1, 2].map((at) =>
        twin.paragraphs.filter((one) => one.article === article && one.paragraph === at).toReversed(),
      ),
    ),
    follows: twin.follows,
    followsOf: CHANNELS.map((channel) =>
      twin.follows.filter(({ channelId }) => channelId === channel).map(({ id }) => id),
    ),
    threads: CHANNELS.map((channel) => twin.threads.find(({ channelId }) => channelId === channel)),
  };
}

test('the state and its twin never differ', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { maxLength: 40, size: 'max' }), async (sequence) => {
      const place = await temporaryStore();
      const twin = new StateTwin(LIMITS);
      twin.now = place.clock.now;
      const real: Real = { place, store: place.open(LIMITS), ids: [] };
      for (const step of sequence) {
        step(twin, real);
        expect(viewOf(real)).toEqual(expectedView(twin, real.ids));
      }
      real.store.close();
      expect(place.log.lines).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
