/**
 * A question from Discord, from what was typed to what is shown: asked with the server's settings, kept as a receipt, and
 * remembered where others may come back to it.
 */
import type { AskOptions, Asked, Declined } from '../answers/answer.js';
import type { Answered } from '../answers/asked.js';
import type { PreviousQuestion } from '../answers/follow-up.js';
import { outcomeOf } from '../answers/outcome.js';
import type { Passage } from '../answers/passage.js';
import { orderSideBySide } from '../answers/side-by-side.js';
import type { Asking } from './asking.js';
import { fitAnswer, renderAnswer, renderDeclined, type AnswerView } from './render-answer.js';
import { rememberShown } from './remember-shown.js';
import { say, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

export interface AnsweringOptions extends AskOptions {
  /** Whether the question is repeated above the answer, because nobody would see it otherwise. */
  readonly isQuestionShown?: boolean | undefined;
}

export async function answerQuestion(
  asking: Asking,
  question: string,
  { isQuestionShown = false, ...options }: AnsweringOptions = {},
): Promise<Reply> {
  const { texts, settings, rooms } = asking;
  const sources = settings.sources.length === 0 ? undefined : settings.sources;
  const answer = await rooms.answerer.ask(question, { ...options, sources });
  if (answer.kind === 'not-ready') return say(texts.general.notReady);
  if (answer.kind === 'unknown-article') return say(texts.general.unknownArticle);
  return answer.kind === 'declined'
    ? declineQuestion(asking, question, answer)
    : showAnswer(asking, question, answer, isQuestionShown);
}

function showAnswer(asking: Asking, question: string, answer: Answered, isQuestionShown: boolean): Reply {
  const { texts, isPrivate, rooms } = asking;
  const receiptId = rooms.store.receipts.reserve(asking.eventId);
  const view = { isPrivate, question: isQuestionShown ? question : undefined, receiptId, hasMore: true };
  const { passages, rest, isNewestFirst, fitted } = chooseShown(texts, answer, view);
  const hasMore = rest.length > 0 || answer.details?.hasFurther === true;
  keepForThread(asking, question, passages, receiptId);
  keepReceiptSoon(asking, question, answer, { passages, rest, receiptId });
  const reply = renderAnswer(texts, { ...view, passages, isNewestFirst, hasMore }, fitted);
  return { ...reply, onShown: rememberShown(asking, passages, { receiptId }) };
}

/** Not even the question is repeated: a paragraph pasted into it would stand there as if it were an answer. */
function declineQuestion(asking: Asking, question: string, answer: Declined): Reply {
  const { texts, isPrivate } = asking;
  const rest = answer.nearest === undefined ? [] : [answer.nearest];
  const receiptId = asking.rooms.store.receipts.reserve(asking.eventId);
  keepReceiptSoon(asking, question, answer, { passages: [], rest, receiptId });
  return renderDeclined(texts, answer, { receiptId, isPrivate, hasMore: answer.outcome === 'closest' });
}

interface Kept {
  /** Those that are shown. */
  readonly passages: readonly Passage[];
  /** Those that were chosen and are not shown: they come next. */
  readonly rest: readonly Passage[];
  readonly receiptId: string;
}

/** As many passages as find room; the rest comes next. */
function chooseShown(texts: Texts, answer: Answered, view: AnswerView) {
  const { passages, isNewestFirst } = orderSideBySide(answer.passages);
  const fitted = fitAnswer(texts, { ...view, passages, isNewestFirst });
  const { count } = fitted;
  return {
    passages: passages.slice(0, count),
    rest: passages.slice(count),
    isNewestFirst: isNewestFirst && count > 1,
    // A line less around them may leave more room: they are fitted anew.
    fitted: count === passages.length ? fitted : undefined,
  };
}

/** What came next is looked up, and all of it kept, while the answer is on its way. */
function keepReceiptSoon(asking: Asking, question: string, answer: Asked, kept: Kept): void {
  setImmediate(() => keepReceipt(asking, question, answer, kept));
}

/** A question that was looked up in vain is kept for the editors too, where the server's settings allow it. */
function keepReceipt(
  { guildId, userId, rooms: { store, answerer } }: Asking,
  question: string,
  answer: Asked,
  { passages, rest, receiptId }: Kept,
): void {
  const { details } = answer;
  const further = [...rest, ...(details?.further() ?? [])];
  const receipt = {
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
  };
  store.receipts.add(receipt, receiptId);
  if (answer.kind === 'declined' && details !== undefined)
    store.gaps.add({ guildId, question, reason: 'declined', receiptId });
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
