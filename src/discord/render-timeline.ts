/** A topic day by day as a message: a heading a day, where the sentence stands, and the sentence, verbatim. Paged by buttons. */
import type { ShownPassage } from '../answers/shown-passages.js';
import { dayOf } from '../answers/days.js';
import type { Passage } from '../answers/passage.js';
import { shortenAtWord } from '../text/shorten.js';
import { renderDate, renderDetails, renderPlace, renderTitle } from './attribution.js';
import type { Button } from './controls.js';
import { lasting } from './lasting.js';
import { MESSAGE_TEXT } from './limits.js';
import { escapeLine, escapeMarkdown } from './markdown.js';
import { renderReceiptLine } from './render-answer.js';
import { frame, say, separator, words, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

/** Of one page; fewer where the sentences are long. */
const MOST_ENTRIES = 5;
const LONGEST_TOPIC = 60;

export interface TimelinePage {
  /** Of its receipt. */
  readonly id: string;
  readonly topic: string;
  /** Of all pages, oldest first; the highlight of each passage is its sentence. */
  readonly entries: readonly ShownPassage[];
  /** How many more days there are. */
  readonly leftOut: number;
  /** How many articles on the topic have no date. */
  readonly undated: number;
  /** From 1; what lies outside is taken for the nearest page that there is. */
  readonly page: number;
  /** Id of the button that leads to a page. */
  readonly linkTo: (page: number) => string;
}

/** As much of a topic as a heading and a button can hold. */
export function topicLabel(topic: string): string {
  return shortenAtWord(topic.replaceAll(':', ' '), LONGEST_TOPIC);
}

export function renderTimeline(texts: Texts, timeline: TimelinePage): Reply {
  const { title, shown, page, pages } = layOut(texts, timeline);
  const parts = shown.flatMap(({ entry }) => [separator(), ...entry.map(words)]);
  const foot = [separator(), ...lasting('foot', [renderNotes(texts, timeline, page, pages)])];
  return frame([...lasting('lead', [title]), ...parts, ...foot], buttonsOf(texts, timeline, page, pages));
}

/** What the page shows: of each passage only the sentence that is pointed out. */
export function passagesOnPage(texts: Texts, timeline: TimelinePage): Passage[] {
  return layOut(texts, timeline).shown.flatMap(({ found }) =>
    found.kind === 'found' ? [found.passage] : [],
  );
}

interface Laid {
  readonly found: ShownPassage;
  /** As texts. */
  readonly entry: readonly string[];
}

/** The page that is shown, and how many there are. */
function layOut(texts: Texts, timeline: TimelinePage) {
  const { entries } = timeline;
  const title = `### ${texts.timeline.title(texts.isolate(escapeLine(topicLabel(timeline.topic))))}`;
  const most = renderNotes(texts, timeline, entries.length, entries.length);
  const room = MESSAGE_TEXT - title.length - most.length;
  const pages = splitPages(
    entries.map((found) => ({ found, entry: renderEntry(texts, found, room) })),
    room,
  );
  const page = Math.min(Math.max(1, timeline.page), pages.length);
  return { title, shown: pages[page - 1] ?? [], page, pages: pages.length };
}

/** Nothing that could be dated is on the topic. */
export function renderNoTimeline(texts: Texts, undated: number): Reply {
  const { declined } = texts.timeline;
  return say([declined, ...undatedLine(texts, undated)].join('\n'));
}

/** Texts of one day, in at most `room` characters: a sentence that is longer is named, not cut. */
function renderEntry(texts: Texts, found: ShownPassage, room: number): string[] {
  if (found.kind !== 'found') return [`-# ${texts.timeline.changed}`];
  const { passage } = found;
  const { text, highlights } = passage;
  const heading = renderDayHeading(texts, passage);
  const [{ start, end } = { start: 0, end: text.length }] = highlights;
  const sentence = escapeMarkdown(text.slice(start, end));
  const isTooLong = heading.length + sentence.length > room;
  return [heading, isTooLong ? `-# ${texts.passage.tooLong}` : sentence];
}

/** The day, and below it where a sentence stands. */
export function renderDayHeading(texts: Texts, passage: Passage): string {
  const { attribution } = passage;
  // The date is the heading.
  const details = renderDetails(texts, { ...attribution, date: undefined }, [renderPlace(passage)]);
  return `${renderDay(passage)}-# ${texts.isolate(renderTitle(attribution))} · ${details}`;
}

/** The article's own day, whatever time it names: entries are told apart by it. */
function renderDay({ attribution }: Passage): string {
  const day = dayOf(attribution);
  return day === undefined ? '' : `### ${renderDate(day)}\n`;
}

/** As many entries on a page as it has room for; never none. */
function splitPages(entries: readonly Laid[], room: number): Laid[][] {
  const pages: Laid[][] = [];
  let left = 0;
  for (const laid of entries) {
    const length = laid.entry.join('').length;
    const page = pages.at(-1);
    if (page !== undefined && page.length < MOST_ENTRIES && length <= left) {
      page.push(laid);
      left -= length;
    } else {
      pages.push([laid]);
      left = room - length;
    }
  }
  return pages;
}

/** What there is to know beside the sentences, in small print. */
function renderNotes(
  texts: Texts,
  { id, leftOut, undated }: TimelinePage,
  page: number,
  pages: number,
): string {
  const { timeline, number, isolate } = texts;
  const lines = [
    ...(pages > 1 ? [timeline.page(isolate(number(page)), isolate(number(pages)))] : []),
    ...(leftOut > 0 ? [timeline.leftOut(number(leftOut))] : []),
    ...undatedLine(texts, undated),
  ];
  return [...lines.map((line) => `-# ${line}`), renderReceiptLine(texts, id)].join('\n');
}

function undatedLine({ timeline, articles }: Texts, undated: number): string[] {
  return undated > 0 ? [timeline.undated(articles.articles(undated))] : [];
}

function buttonsOf(
  { timeline: { earlier, later } }: Texts,
  { linkTo }: TimelinePage,
  page: number,
  pages: number,
): Button[] {
  if (pages < 2) return [];
  return [
    { id: linkTo(page - 1), label: earlier, isDisabled: page === 1 },
    { id: linkTo(page + 1), label: later, isDisabled: page === pages },
  ];
}
