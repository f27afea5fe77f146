/** A topic day by day: of each day one sentence, word for word, with the passage that it stands in. */
import type { Snapshot } from '../index/snapshot.js';
import type { Question } from '../search/search.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import type { NotReady } from './asked.js';
import { dayOf } from './days.js';
import { createHighlighter } from './highlight.js';
import { cutPassage, type Passage } from './passage.js';
import { searchTopic, type OnTopic } from './topic.js';

export interface TimelineEntry {
  /** "2023-02-17", as the article gives it. */
  readonly day: string;
  readonly passage: Passage;
  /** The sentence, in the passage's text. */
  readonly sentence: Span;
}

export type Timeline =
  | {
      readonly kind: 'timeline';
      /** Oldest first, one a day; at most 20, the best ones. */
      readonly entries: readonly TimelineEntry[];
      /** How many more days there are. */
      readonly leftOut: number;
      /** How many articles on the topic have no date. */
      readonly undated: number;
      /** Generation and model that found them. */
      readonly generation: number;
      readonly model: string;
    }
  /** No dated article is on the topic. */
  | { readonly kind: 'declined'; readonly undated: number }
  | NotReady;

const MOST_DAYS = 20;

/** @param model - that embedded the topic. */
export function makeTimeline(
  snapshot: Snapshot,
  topic: Question,
  model: string,
): Exclude<Timeline, NotReady> {
  const days = new Map<string, OnTopic>();
  const undated = new Set<number>();
  for (const found of searchTopic(snapshot, topic)) {
    const day = dayOf(snapshot.articles[found.article] ?? {});
    if (day === undefined) undated.add(found.article);
    else if (!days.has(day)) days.set(day, found); // best first
  }
  if (days.size === 0) return { kind: 'declined', undated: undated.size };
  const entries = [...days]
    .slice(0, MOST_DAYS)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, found]) => toEntry(snapshot, topic, day, found));
  const leftOut = days.size - entries.length;
  const { generation } = snapshot;
  return { kind: 'timeline', entries, leftOut, undated: undated.size, generation, model };
}

function toEntry(snapshot: Snapshot, topic: Question, day: string, found: OnTopic): TimelineEntry {
  const article = snapshot.articles[found.article];
  if (article === undefined) throw new RangeError('a chunk belongs to an article of its own snapshot');
  const [best] = createHighlighter(snapshot, topic.text)(found.chunk);
  const passage = cutPassage(article, found.first, found.last, best === undefined ? [] : [best], found.score);
  // Without a word in common (that is in the title, or in a neighbour), the first sentence says what it is about.
  const first = splitSentences(passage.text, article.language)[0] ?? { start: 0, end: passage.text.length };
  return { day, passage, sentence: passage.highlights[0] ?? first };
}
