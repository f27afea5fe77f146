/** The state as plainly as it can be written: lists in memory, searched from end to end. For property tests. */
import type { Limits } from '../../src/state/context.js';
import type { Vote, VoteOutcome } from '../../src/state/feedback.js';
import type { NewFollow, Posting } from '../../src/state/follows.js';
import type { NewGap } from '../../src/state/gaps.js';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../src/state/settings.js';
import type { NewShownMessage } from '../../src/state/shown-messages.js';
import type { ShownParagraph } from '../../src/state/shown-paragraphs.js';
import type { NewThreadAnswer } from '../../src/state/threads.js';
import { DAY_MS } from './temporary-store.js';

interface Asked {
  readonly id: string;
  readonly guildId: string | undefined;
  readonly at: number;
  readonly askerId: string;
  question: string | undefined;
}

interface Followed extends NewFollow {
  readonly id: string;
  seen: readonly string[];
  postedOn: string | undefined;
  postedToday: number;
}

export class StateTwin {
  now = 0;
  settings = new Map<string, ServerSettings>();
  receipts: Asked[] = [];
  votes: { receipt: string; voter: string; vote: Vote }[] = [];
  gaps: (NewGap & { readonly at: number })[] = [];
  messages: NewShownMessage[] = [];
  paragraphs: ShownParagraph[] = [];
  follows: Followed[] = [];
  threads: (NewThreadAnswer & { readonly at: number })[] = [];

  constructor(readonly limits: Limits) {}

  settingsOf(guildId: string | undefined): ServerSettings {
    return this.settings.get(guildId ?? '') ?? DEFAULT_SETTINGS;
  }

  change(guildId: string, fields: Partial<ServerSettings>): void {
    this.settings.set(guildId, { ...this.settingsOf(guildId), ...fields });
    if (this.settingsOf(guildId).keepQuestions !== 'off') return;
    this.gaps = this.gaps.filter((gap) => gap.guildId !== guildId);
    for (const receipt of this.receipts) if (receipt.guildId === guildId) receipt.question = undefined;
    this.threads = this.threads.map((one) =>
      one.guildId === guildId ? { ...one, question: undefined } : one,
    );
  }

  addReceipt(id: string, guildId: string | undefined, askerId: string, question: string): void {
    this.receipts.push({
      id,
      guildId,
      askerId,
      at: this.now,
      question: this.#mayKeep(guildId) ? question : undefined,
    });
    this.receipts = this.receipts.slice(-this.limits.receipts);
    this.#dropVotes();
  }

  vote(receipt: string, voter: string, vote: Vote): VoteOutcome {
    if (!this.receipts.some(({ id }) => id === receipt)) return 'unknown';
    const before = this.votes.find((one) => one.receipt === receipt && one.voter === voter);
    if (before?.vote === vote) return 'same';
    this.votes = [...this.votes.filter((one) => one !== before), { receipt, voter, vote }];
    return before === undefined ? 'counted' : 'changed';
  }

  addGap(gap: NewGap): void {
    if (!this.#mayKeep(gap.guildId)) return;
    const others = this.gaps.filter((one) => one.receiptId !== gap.receiptId || one.reason !== gap.reason);
    this.gaps = [...others, { ...gap, at: this.now }].slice(-this.limits.gaps);
  }

  addMessage(message: NewShownMessage): void {
    const { channelId, messageId } = message;
    const others = this.messages.filter((one) => one.channelId !== channelId || one.messageId !== messageId);
    this.messages = [...others, message].slice(-this.limits.shownMessages);
  }

  addParagraphs(paragraphs: readonly ShownParagraph[]): void {
    for (const { article, paragraph, hash, ...rest } of paragraphs) {
      const others = this.paragraphs.filter(
        (one) => one.article !== article || one.paragraph !== paragraph || one.hash !== hash,
      );
      this.paragraphs = [...others, { article, paragraph, hash, ...rest }];
    }
    this.paragraphs = this.paragraphs.slice(-this.limits.shownParagraphs);
  }

  follow(follow: NewFollow, id: string): 'added' | 'already' | 'full' {
    const ofChannel = this.follows.filter(({ channelId }) => channelId === follow.channelId);
    if (ofChannel.some(({ topic }) => topic.toLowerCase() === follow.topic.toLowerCase())) return 'already';
    if (ofChannel.length >= this.limits.followsOfChannel) return 'full';
    this.follows.push({ ...follow, id, seen: [], postedOn: undefined, postedToday: 0 });
    return 'added';
  }

  unfollow(channel: string, id: string): boolean {
    const before = this.follows.length;
    this.follows = this.follows.filter((one) => one.channelId !== channel || one.id !== id);
    return this.follows.length < before;
  }

  note(id: string, { seen, day, posted }: Posting): void {
    for (const follow of this.follows.filter((one) => one.id === id)) {
      for (const hash of seen) follow.seen = [...follow.seen.filter((one) => one !== hash), hash];
      follow.seen = follow.seen.slice(-this.limits.seenOfFollow);
      if (posted === 0) continue;
      follow.postedToday = follow.postedOn === day ? follow.postedToday + posted : posted;
      follow.postedOn = day;
    }
  }

  setThread(answer: NewThreadAnswer): void {
    const question = this.#mayKeep(answer.guildId) ? answer.question : undefined;
    const others = this.threads.filter(({ channelId }) => channelId !== answer.channelId);
    this.threads = [...others, { ...answer, question, at: this.now }].slice(-this.limits.threads);
  }

  forgetServer(guildId: string): void {
    const isOther = (one: { readonly guildId?: string | undefined }) => one.guildId !== guildId;
    this.settings.delete(guildId);
    this.receipts = this.receipts.filter(isOther);
    this.gaps = this.gaps.filter(isOther);
    this.messages = this.messages.filter(isOther);
    this.follows = this.follows.filter(isOther);
    this.threads = this.threads.filter(isOther);
    this.#dropVotes();
  }

  /** Time passes, and with it go the questions. */
  wait(days: number): void {
    this.now += days * DAY_MS;
    const isOld = ({ at }: { readonly at: number }) => this.now - at > 30 * DAY_MS;
    for (const receipt of this.receipts.filter(isOld)) receipt.question = undefined;
    this.threads = this.threads.map((one) => (isOld(one) ? { ...one, question: undefined } : one));
    this.dropOldGaps();
  }

  /** A gap of a server whose setting has become shorter goes at the next look. */
  dropOldGaps(): void {
    const isForever = (gap: NewGap) => this.settingsOf(gap.guildId).keepQuestions === 'forever';
    this.gaps = this.gaps.filter((gap) => isForever(gap) || this.now - gap.at <= 30 * DAY_MS);
  }

  #mayKeep(guildId: string | undefined): boolean {
    return this.settingsOf(guildId).keepQuestions !== 'off';
  }

  #dropVotes(): void {
    this.votes = this.votes.filter(({ receipt }) => this.receipts.some(({ id }) => id === receipt));
  }
}
