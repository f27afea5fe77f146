/** The buttons below an answer. What they remember is the id of its receipt, so that they work after a restart. */
import { writeComponentId } from './component-id.js';
import { buttonRows, type Button, type Row } from './controls.js';
import type { Texts } from './texts/english.js';

export interface AnswerButtons {
  readonly receiptId: string;
  /** Whether only one person sees the answer, who may share it; Discord itself dismisses it. */
  readonly isPrivate: boolean;
  /** Whether it has been shared already. */
  readonly isShared?: boolean | undefined;
  /** Whether passages came next. */
  readonly hasMore: boolean;
}

/** What can be done with passages, and below it what one thinks of them. */
export function answerRows(texts: Texts, answer: AnswerButtons): Row[] {
  const { receiptId, isPrivate, hasMore } = answer;
  const { reader } = texts;
  const more = { id: idOf('more', receiptId, '0'), label: reader.more };
  return [
    ...buttonRows([
      { id: idOf('around', receiptId, '0', '0'), label: reader.context },
      ...(hasMore ? [more] : []),
      { id: idOf('about', receiptId), label: reader.about },
      isPrivate ? shareButton(texts, answer) : dismissButton(texts, receiptId),
    ]),
    ...buttonRows([
      { id: idOf('vote', receiptId, 'right'), label: reader.right },
      { id: idOf('vote', receiptId, 'wrong'), label: reader.wrong },
    ]),
  ];
}

/** Without passages there is nothing to vote on, and nothing to ask about. */
export function declinedRows(
  texts: Texts,
  { receiptId, isPrivate, hasMore }: Omit<AnswerButtons, 'isShared'>,
): Row[] {
  const closest = { id: idOf('more', receiptId, '0'), label: texts.answer.showNearest };
  return buttonRows([...(hasMore ? [closest] : []), ...(isPrivate ? [] : [dismissButton(texts, receiptId)])]);
}

/** All components of an answer are of the first version so far. */
export function idOf(kind: string, ...args: readonly string[]): string {
  return writeComponentId({ kind, version: 1, args });
}

function shareButton({ reader }: Texts, { receiptId, isShared = false }: AnswerButtons): Button {
  const label = isShared ? reader.shared : reader.share;
  return { id: idOf('share', receiptId), label, isDisabled: isShared };
}

function dismissButton({ reader }: Texts, receiptId: string): Button {
  return { id: idOf('dismiss', receiptId), label: reader.dismiss };
}
