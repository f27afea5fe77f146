/**
 * Timelines that outlive their message's first page: what one shows is kept as a receipt, so that its pages stay the same
 * whatever the index becomes.
 */
import type { Timeline } from '../answers/timeline.js';
import type { Asking } from './asking.js';
import { writeComponentId } from './component-id.js';
import { rememberShown } from './remember-shown.js';
import {
  passagesOnPage,
  renderNoTimeline,
  renderTimeline,
  topicLabel,
  type TimelinePage,
} from './render-timeline.js';
import { say, type Reply } from './reply.js';

/** What the buttons remember beside the page. */
export interface KeptTimeline {
  /** Of the receipt. */
  readonly id: string;
  readonly leftOut: number;
  readonly undated: number;
  /** As much of it as is shown. */
  readonly topic: string;
}

/** The first page; its passages are kept. */
export function answerTimeline(asking: Asking, topic: string, timeline: Timeline): Reply {
  const { texts } = asking;
  if (timeline.kind === 'not-ready') return say(texts.general.notReady);
  if (timeline.kind === 'declined') return renderNoTimeline(texts, timeline.undated);
  const { leftOut, undated } = timeline;
  const id = keep(asking, timeline);
  const entries = timeline.entries.map(({ passage, sentence }) => ({
    kind: 'found' as const,
    passage: { ...passage, highlights: [sentence] },
  }));
  const kept = { id, leftOut, undated, topic: topicLabel(topic) };
  return showPage(asking, { ...kept, entries, page: 1, linkTo: (page) => writeId(kept, page) });
}

/** Any page of a timeline that was kept, or words for why there is none. */
export function turnTimeline(
  asking: Asking,
  kept: KeptTimeline,
  page: number,
): { readonly page: Reply } | { readonly problem: string } {
  const { texts, rooms } = asking;
  const { answerer, store } = rooms;
  const receipt = store.receipts.get(kept.id);
  if (receipt === undefined) return { problem: texts.timeline.gone };
  const entries = receipt.shown.map((one) => answerer.findShown(one));
  if (entries.some(({ kind }) => kind === 'not-ready')) return { problem: texts.general.notReady };
  const linkTo = (other: number): string => writeId(kept, other);
  return { page: showPage(asking, { ...kept, entries, page, linkTo }) };
}

/** Whatever page a message shows, it is remembered. */
function showPage(asking: Asking, view: TimelinePage): Reply {
  const { texts } = asking;
  const more = { receiptId: view.id, isOfSentences: true };
  const onShown = rememberShown(asking, passagesOnPage(texts, view), more);
  return { ...renderTimeline(texts, view), onShown };
}

/** The topic is not kept: as much of it as is shown stands in the buttons. */
function keep(
  { rooms: { answerer, store }, guildId, userId, eventId }: Asking,
  { entries, generation, model }: Extract<Timeline, { readonly kind: 'timeline' }>,
): string {
  return store.receipts.add(
    {
      guildId,
      askerId: userId,
      generation,
      model,
      evidence: null,
      threshold: null,
      confidence: 1,
      outcome: 'timeline',
      shown: entries.map(({ passage, sentence }) =>
        answerer.referToShown({ ...passage, highlights: [sentence] }),
      ),
      further: [],
    },
    store.receipts.reserve(eventId),
  );
}

function writeId({ id, leftOut, undated, topic }: KeptTimeline, page: number): string {
  const args = [id, String(page), String(leftOut), String(undated), topic];
  return writeComponentId({ kind: 'timeline', version: 1, args });
}
