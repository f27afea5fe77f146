/**
 * Corrections: messages that show words which their article no longer has are edited, so that nobody goes on quoting them.
 * Messages are compared with what stands there now, not one run with the next: a process that was killed in between, or an
 * index that was deleted, makes no difference.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answerer } from '../../answers/answer.js';
import { hashOfWords } from '../../answers/references.js';
import type { Log } from '../../log.js';
import type { Amendment, ShownMessage } from '../../state/shown-messages.js';
import type { Store } from '../../state/store.js';
import { NOTHING_LASTING, type LastingTexts } from '../lasting.js';
import { renderReceiptLine } from '../render-answer.js';
import type { Texts } from '../texts/english.js';
import { textsFor } from '../texts/texts-for.js';
import type { OwnMessages } from './own-messages.js';
import { lookBack, type Look, type Looked } from './look-back.js';
import { renderAmendment } from './render-amendment.js';
import type { Amended, RecalledPassage } from './render-amended.js';

export interface CorrectionWatchOptions {
  readonly answerer: Answerer;
  readonly store: Store;
  readonly messages: Pick<OwnMessages, 'edit' | 'localeOf'>;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export class CorrectionWatch {
  readonly #options: CorrectionWatchOptions;

  constructor(options: CorrectionWatchOptions) {
    this.#options = options;
  }

  /** Edits what is not up to date, newest messages first. @returns false when something is to be tried again. */
  async amend(signal: AbortSignal): Promise<boolean> {
    const look = lookBack(this.#options);
    let isDone = true;
    for (const message of this.#options.store.shownMessages.all()) {
      await nextTurn(); // comparing long texts must hold up nobody's answer
      if (signal.aborted) return true; // the next start goes on
      isDone = (await this.#amend(message, look)) && isDone;
    }
    return isDone;
  }

  async #amend({ channelId, messageId }: ShownMessage, look: Look): Promise<boolean> {
    // It may have been dismissed meanwhile, or show another page.
    const message = this.#options.store.shownMessages.get(channelId, messageId);
    if (message === undefined) return true;
    const { isOfSentences = false } = message;
    const passages = message.passages.flatMap((reference) => look(reference, isOfSentences) ?? []);
    const now = this.#options.now();
    const amendments = passages.flatMap((one) => amendmentOf(one, message.amended ?? [], now) ?? []);
    if (keyOf(amendments) === keyOf(message.amended ?? [])) return true;
    const shown = passages.map((one) => ({ ...one, at: amendmentOf(one, amendments, now)?.at }));
    return this.#edit(message, shown, amendments);
  }

  async #edit(
    message: ShownMessage,
    passages: readonly RecalledPassage[],
    amendments: readonly Amendment[],
  ): Promise<boolean> {
    const { store, messages, log } = this.#options;
    const { channelId, messageId, guildId, locale = 'en', isOfSentences } = message;
    const texts = textsFor(store.settings.get(guildId).language ?? messages.localeOf(guildId) ?? locale);
    const delivery = await messages.edit(message, ({ lasting: read, hasFile }) => {
      const lasting = Object.values(read).flat().length > 0 ? read : recallLasting(texts, message);
      return renderAmendment(texts, { passages, isOfSentences, lasting, hasFile });
    });
    const fields = { channel: channelId, message: messageId };
    if (delivery.kind === 'done') {
      store.shownMessages.amend(channelId, messageId, amendments);
      log.info('A message was amended: its article has changed', fields);
      return true;
    }
    const { kind, error } = delivery;
    if (kind === 'failed') {
      log.warn('A message could not be amended; it is tried again', { ...fields, error });
      return false;
    }
    // Forgetting it is what keeps it from being tried again.
    store.shownMessages.remove(channelId, messageId);
    log.warn('A message with words that have changed cannot be amended', { ...fields, why: kind, error });
    return true;
  }
}

/** What is known of a message that the bot may not read. */
function recallLasting(texts: Texts, { verdict, receiptId }: ShownMessage): LastingTexts {
  const label = Object.entries(texts.quotation.verdicts).find(([name]) => name === verdict)?.[1];
  return {
    ...NOTHING_LASTING,
    verdict: label === undefined ? [] : [`**${label}**`],
    foot: receiptId === undefined ? [] : [renderReceiptLine(texts, receiptId)],
  };
}

/** With the time at which it was noticed first. */
function amendmentOf(
  { reference: { article, paragraph, hash }, amended }: Looked,
  known: readonly Amendment[],
  at: number,
): Amendment | undefined {
  if (amended === undefined) return undefined;
  const amendment = { article, paragraph, hash, ...nowOf(amended) };
  const before = known.find((one) => keyOf([one]) === keyOf([{ ...amendment, at }]));
  return before ?? { ...amendment, at };
}

function nowOf(amended: Amended): Pick<Amendment, 'now'> {
  return amended.kind === 'changed' ? { now: hashOfWords(amended.now.text) } : {};
}

/** The same for the same changes, whenever they were noticed. */
function keyOf(amendments: readonly Amendment[]): string {
  return JSON.stringify(
    amendments.map(({ article, paragraph, hash, now }) => [article, paragraph, hash, now ?? '']),
  );
}
