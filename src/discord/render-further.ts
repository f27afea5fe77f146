/** What a reader opens behind an answer: further passages, and what stands around one. Both are private, and paged. */
import type { Context } from '../answers/context.js';
import { idOf } from './answer-buttons.js';
import { renderPlace } from './attribution.js';
import { buttonRows, type ActionButton } from './controls.js';
import { MESSAGE_TEXT } from './limits.js';
import { fitPassages, renderPassages } from './passages.js';
import type { Recalled } from './receipts.js';
import { frame, say, withRows, words, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

/** How many passages a page has. */
export const PAGE = 3;

export interface FurtherView {
  readonly receiptId: string;
  readonly isDeclined: boolean;
  /** Where the page begins among all that came next. */
  readonly from: number;
  readonly total: number;
  readonly recalled: Recalled;
}

export function renderFurther(texts: Texts, view: FurtherView): Reply {
  const { from, total, recalled } = view;
  if (recalled.kind === 'not-ready') return say(texts.general.notReady);
  if (from >= total) return say(texts.reader.noMore);
  const { passages, isSomeChanged } = recalled;
  const head = renderHead(texts, view, passages.length, isSomeChanged);
  const fitted = fitPassages(
    texts,
    passages.map(({ passage }) => passage),
    MESSAGE_TEXT - head.length,
  );
  // What found no room begins the next page.
  const left = passages[fitted.count];
  const next = left === undefined ? from + PAGE : from + left.at;
  return withRows(frame([words(head), ...fitted.parts]), buttonRows(renderPaging(texts, view, next)));
}

function renderHead(
  { reader, answer }: Texts,
  { isDeclined }: FurtherView,
  count: number,
  isSomeChanged: boolean,
): string {
  if (count === 0) return answer.changed;
  const closest = count === 1 ? answer.nearest : reader.closest;
  const head = isDeclined ? closest : reader.cameNext;
  return isSomeChanged ? `${head}\n-# ${reader.someChanged}` : head;
}

function renderPaging(
  { reader }: Texts,
  { receiptId, from, total }: FurtherView,
  next: number,
): ActionButton[] {
  const to = (at: number): string => idOf('more-page', receiptId, String(at));
  const previous = { id: to(Math.max(0, from - PAGE)), label: reader.previous };
  return [...(from > 0 ? [previous] : []), ...(next < total ? [{ id: to(next), label: reader.next }] : [])];
}

export interface ContextView {
  readonly receiptId: string;
  /** Which of the passages that were shown, from 0. */
  readonly at: number;
  /** Places of all of them. */
  readonly shown: readonly { readonly paragraph: number; readonly last: number }[];
  readonly context: Context;
}

export function renderContextOf(texts: Texts, view: ContextView): Reply {
  const { context } = view;
  switch (context.kind) {
    case 'changed':
      return withRows(say(texts.answer.changed), buttonRows(renderOthers(texts, view)));
    case 'not-ready':
      return say(texts.general.notReady);
    case 'found': {
      const head = context.page === 0 ? texts.reader.around : texts.reader.further;
      const parts = renderPassages(texts, [context.passage], MESSAGE_TEXT - head.length);
      const rows = [renderTurning(texts, view, context), renderOthers(texts, view)];
      return withRows(frame([words(head), ...parts]), rows.flatMap(buttonRows));
    }
  }
}

type Found = Extract<Context, { readonly kind: 'found' }>;

/** Both are always there, so that a reader who goes on pressing does not hit another button. */
function renderTurning(
  { reader }: Texts,
  { receiptId, at }: ContextView,
  { page, hasBefore, hasBehind }: Found,
): ActionButton[] {
  const to = (page: number): string => idOf('around-page', receiptId, String(at), String(page));
  return [
    { id: to(page - 1), label: reader.before, isDisabled: !hasBefore },
    { id: to(page + 1), label: reader.behind, isDisabled: !hasBehind },
  ];
}

/** The other passages of the answer. */
function renderOthers({ reader, isolate }: Texts, { receiptId, at, shown }: ContextView): ActionButton[] {
  return shown.flatMap((passage, other) => {
    const label = reader.passage(isolate(renderPlace(passage)));
    return other === at ? [] : [{ id: idOf('around-page', receiptId, String(other), '0'), label }];
  });
}
