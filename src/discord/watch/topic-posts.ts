/** Topics that channels follow: what a run of the index has brought on them is posted there, once. */
import type { Answerer } from '../../answers/answer.js';
import type { Passage } from '../../answers/passage.js';
import type { New } from '../../answers/new-passages.js';
import { hashOfWords, shortId } from '../../answers/references.js';
import type { Snapshot } from '../../index/snapshot.js';
import type { Log } from '../../log.js';
import type { Follow } from '../../state/follows.js';
import type { Store } from '../../state/store.js';
import { isAnsweredIn } from '../server-rules.js';
import { textsFor } from '../texts/texts-for.js';
import type { Delivery, OwnMessages } from './own-messages.js';
import { renderNews } from './render-follows.js';
import { noteShown } from './shown-passages.js';

/** More would be noise; what is left out is counted in the last one. */
export const MOST_A_DAY = 5;

export interface TopicPostsOptions {
  readonly answerer: Answerer;
  readonly store: Store;
  readonly messages: Pick<OwnMessages, 'post' | 'localeOf'>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class TopicPosts {
  readonly #options: TopicPostsOptions;

  constructor(options: TopicPostsOptions) {
    this.#options = options;
  }

  /**
   * Posts what is new in each channel.
   *
   * @param before - what answered before the run; a follow that had seen all of it is told what is new since then, any other
   * what it was not shown yet.
   * @returns false when something is to be tried again.
   */
  async post(before: Snapshot | undefined, signal: AbortSignal): Promise<boolean> {
    let isDone = true;
    for (const follow of this.#options.store.follows.all()) {
      if (signal.aborted) return true; // the next start goes on
      isDone = (await this.#postNew(follow, before, signal)) && isDone;
    }
    return isDone;
  }

  async #postNew(follow: Follow, before: Snapshot | undefined, signal: AbortSignal): Promise<boolean> {
    const { answerer, store, now } = this.#options;
    const since = before?.committedAt === follow.upTo ? before : undefined;
    const { sources } = store.settings.get(follow.guildId);
    const seen = { since, hashes: new Set(follow.seen) };
    const found = await answerer.newOn(follow.topic, seen, { sources });
    if (found.kind === 'not-ready') return true;
    const day = new Date(now()).toISOString().slice(0, 'yyyy-mm-dd'.length);
    const { chosen, leftOut, others } = this.#choose(follow, found, day);
    for (const [at, passage] of chosen.entries()) {
      if (signal.aborted) return true;
      const rest = at === chosen.length - 1 ? leftOut.length : 0;
      const result = await this.#postOne(follow, passage, rest, day);
      if (result !== 'next') return result === 'end';
    }
    const passedOver = [...leftOut, ...others].map(({ text }) => hashOfWords(text));
    store.follows.note(follow.id, { seen: passedOver, day, posted: 0, upTo: found.committedAt });
    return true;
  }

  /** What is posted, oldest first, what there is no room for on this day, and what is not to be posted. */
  #choose(follow: Follow, { passages, corrected }: New, day: string) {
    const { store, log } = this.#options;
    const known = this.#correctionsAmong(passages, follow.channelId);
    const news = passages.filter((passage) => !known.has(passage));
    const others = [...corrected, ...known];
    const fields = { follow: follow.id, channel: follow.channelId, left: news.length };
    if (!isAnsweredIn(store.settings.get(follow.guildId), follow)) {
      if (news.length > 0) log.info('Nothing is posted in a channel where the bot may not answer', fields);
      return { chosen: [], leftOut: [], others: [...others, ...news] };
    }
    const room = Math.max(0, MOST_A_DAY - (follow.postedOn === day ? follow.postedToday : 0));
    const leftOut = news.slice(room);
    if (leftOut.length > 0)
      log.info('More is new on a topic than may be posted', { ...fields, left: leftOut.length });
    return { chosen: news.slice(0, room).toReversed(), leftOut, others };
  }

  /** Other words of what a message of the channel shows: that message is amended, and says so. */
  #correctionsAmong(passages: readonly Passage[], channelId: string): Set<Passage> {
    const { answerer, store } = this.#options;
    const articles = new Set(passages.map(({ attribution }) => shortId(attribution.articleId)));
    const messages = [...articles]
      .flatMap((article) => store.shownMessages.showing(article))
      .filter((message) => message.channelId === channelId);
    const references = messages.flatMap((message) => message.passages);
    const once = new Map(references.map((one) => [[one.article, one.paragraph, one.hash].join(), one]));
    const shown = [...once.values()].flatMap((one) => {
      const kept = store.shownParagraphs.get(one);
      return kept === undefined ? [] : [{ ...one, text: kept.text }];
    });
    const corrections = answerer.correct(shown);
    const words = new Set(corrections.flatMap((one) => (one.kind === 'changed' ? [one.now.text] : [])));
    return new Set(passages.filter(({ text }) => words.has(text)));
  }

  /** @returns "later" when Discord has a bad time, "end" when the topic is followed no longer. */
  async #postOne(
    { id, topic, channelId, guildId }: Follow,
    passage: Passage,
    rest: number,
    day: string,
  ): Promise<'next' | 'later' | 'end'> {
    const { store, messages, log } = this.#options;
    if (store.follows.find(channelId, topic)?.id !== id) return 'end';
    const texts = textsFor(store.settings.get(guildId).language ?? messages.localeOf(guildId) ?? 'en');
    const hash = hashOfWords(passage.text);
    const delivery = await messages.post(channelId, renderNews(texts, topic, passage, rest), `${id}${hash}`);
    if (delivery.kind === 'done') {
      store.follows.note(id, { seen: [hash], day, posted: 1 });
      noteShown(store, delivery.place, { guildId, passages: [passage] });
      log.info('A new passage was posted', { channel: channelId, follow: id });
      return 'next';
    }
    return this.#giveUp({ id, channelId }, hash, day, delivery);
  }

  #giveUp(
    { id, channelId }: Pick<Follow, 'id' | 'channelId'>,
    hash: string,
    day: string,
    { kind, error }: Exclude<Delivery, { readonly kind: 'done' }>,
  ): 'next' | 'later' | 'end' {
    const { store, log } = this.#options;
    const fields = { channel: channelId, follow: id, error };
    if (kind === 'failed') {
      log.warn('A new passage could not be posted; it is tried again', fields);
      return 'later';
    }
    if (kind === 'refused') {
      log.error('Discord refuses a new passage as it is; it is left out', fields);
      store.follows.note(id, { seen: [hash], day, posted: 0 });
      return 'next';
    }
    store.follows.remove(channelId, id);
    log.warn('A channel is gone or closed to the bot; it follows its topic no longer', {
      ...fields,
      why: kind,
    });
    return 'end';
  }
}
