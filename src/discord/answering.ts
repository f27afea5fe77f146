/**
 * A question from Discord, from what was typed to what is shown: asked with the server's settings, kept as a receipt, and
 * remembered where others may come back to it.
 */
import type { AskOptions, Asked } from '../answers/answer.js';
import type { PreviousQuestion } from '../answers/follow-up.js';
import { outcomeOf } from '../answers/outcome.js';
import type { Passage } from '../answers/passage.js';
import { orderSideBySide } from '../answers/side-by-side.js';
import type { Asking } from './asking.js';
import { fitAnswer, renderAnswer, renderDeclined, type AnswerView } from './render-answer.js';
import { rememberShown } from './remember-shown.js';
import { say, type Reply } from './reply.js';

/** Stands for the id of a receipt while it is found out how many passages find room beside it. */
const ANY_ID = '00000000';

export interface AnsweringOptions extends AskOptions {
  /** Whether the question is repeated above the answer, because nobody would see it otherwise. */
  readonly isQuestionShown?: boolean | undefined;
}

export async function answerQuestion(
  asking: Asking,
  question: string,
  { isQuestionShown = false, ...options }: AnsweringOptions = {},
): Promise<Reply> {
  const { texts, settings, rooms, isPrivate } = asking;
  const sources = settings.sources.length === 0 ? undefined : settings.sources;
  const answer = await rooms.answerer.ask(question, { ...options, sources });
  if (answer.kind === 'not-ready') return say(texts.general.notReady);
  if (answer.kind === 'unknown-article') return say(texts.general.unknownArticle);
  const view = {
    receiptId: ANY_ID,
    isPrivate,
    hasMore: true,
    question: isQuestionShown ? question : undefined,
  };
  const shown = chooseShown(asking, answer, view);
  const receiptId = keepReceipt(asking, question, answer, shown);
  const final = { ...view, ...shown, receiptId, hasMore: shown.further.length > 0 };
  if (answer.kind === 'declined') {
    const isOffered = answer.outcome === 'closest' && final.hasMore;
    // Not even the question is repeated: whoever pasted a paragraph into it would find it here as if it were an answer.
    return renderDeclined(texts, answer, { ...final, question: undefined, hasMore: isOffered });
  }
  keepForThread(asking, question, shown.passages, receiptId);
  const onShown = rememberShown(asking, shown.passages, receiptId);
  return { ...renderAnswer(texts, final), onShown };
}

interface Shown {
  readonly passages: readonly Passage[];
  readonly further: readonly Passage[];
  readonly isNewestFirst: boolean;
}

/** What finds no room comes next. */
function chooseShown({ texts }: Asking, answer: Asked, view: AnswerView): Shown {
  const further = answer.details?.further() ?? [];
  if (answer.kind === 'declined') {
    const nearest = answer.nearest === undefined ? [] : [answer.nearest];
    return { passages: [], further: [...nearest, ...further], isNewestFirst: false };
  }
  const { passages, isNewestFirst } = orderSideBySide(answer.passages);
  const { count } = fitAnswer(texts, { ...view, passages, isNewestFirst });
  return {
    passages: passages.slice(0, count),
    further: [...passages.slice(count), ...further],
    isNewestFirst: isNewestFirst && count > 1,
  };
}

/** A question that was looked up in vain is kept for the editors too, where the server's settings allow it. */
function keepReceipt(
  { guildId, userId, rooms: { store, answerer } }: Asking,
  question: string,
  answer: Asked,
  { passages, further }: Shown,
): string {
  const { details } = answer;
  const receiptId = store.receipts.add({
    guildId,
    askerId: userId,
    question,
    generation: details?.generation ?? 0,
    model: details?.model ?? '',
    evidence: details === undefined ? null : finiteOrNull(details.sum),
    threshold: details === undefined ? null : finiteOrNull(details.threshold),
    confidence: answer.confidence,
    outcome: outcomeOf(answer),
    shown: passages.map(answerer.referToShown),
    further: further.map(answerer.referToShown),
  });
  if (answer.kind === 'declined' && details !== undefined)
    store.gaps.add({ guildId, question, reason: 'declined', receiptId });
  return receiptId;
}

/** What only one person was told is no context for what all are told next. */
function keepForThread(
  { isPrivate, parentId, channelId, guildId, settings, rooms }: Asking,
  question: string,
  [first]: readonly Passage[],
  receiptId: string,
): void {
  const isThread = parentId !== undefined && channelId !== undefined;
  if (isPrivate || !isThread || !settings.followUpInThreads || first === undefined) return;
  const { article } = rooms.answerer.referTo(first);
  rooms.store.threads.set({ guildId, channelId, article, receiptId, question });
}

/** What was answered last in a thread, for the next question there; undefined where there is nothing to go on from. */
export function recallThread({ parentId, channelId, settings, rooms }: Asking): PreviousQuestion | undefined {
  if (parentId === undefined || channelId === undefined || !settings.followUpInThreads) return undefined;
  const last = rooms.store.threads.get(channelId);
  if (last === undefined) return undefined;
  return { question: last.question, articleId: rooms.answerer.identify(`#${last.article}`) };
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
