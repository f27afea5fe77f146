/** Paragraphs with what is quoted in them made unreadable, and their sentences: the grammar around quotations. */
import { paragraphText, type Article, type Paragraph } from '../articles/article.js';
import type { Span } from '../text/span.js';
import { findSegments, type Segment } from './quoted-segments.js';

/** Stands for each quoted character where only the sentence around counts. */
export const MASK = '\uFFFC';
const SENTENCE_END = /[.!?]["”’)\uFFFC]*\s+(?=["“‘(\uFFFC]?[\p{Lu}\p{N}\uFFFC])/gu;

/** A paragraph may hold a hundred places of the same words. */
const known = new WeakMap<Paragraph, readonly Segment[]>();

/** The quotations of a paragraph, in the article's text. */
export function segmentsOf(article: Article, paragraph: Paragraph): readonly Segment[] {
  const segments = known.get(paragraph) ?? moveSegments(findSegments(paragraphText(article, paragraph)), paragraph.start);
  known.set(paragraph, segments);
  return segments;
} // prettier-ignore

export function moveSegments(segments: readonly Segment[], by: number): Segment[] {
  return segments.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
}

/**
 * What is quoted in a span, made unreadable, except for a dot that ends a sentence inside the marks.
 *
 * @param segments - inside the span, in order, none in another one.
 */
export function maskSegments(text: string, { start, end }: Span, segments: readonly Segment[]): string {
  const parts: string[] = [];
  let at = start;
  for (const segment of segments) {
    const length = segment.end - segment.start;
    const isEnded = length > 0 && text.charAt(segment.end - 1) === '.';
    parts.push(text.slice(at, segment.start), isEnded ? `${MASK.repeat(length - 1)}.` : MASK.repeat(length));
    at = segment.end;
  }
  return parts.join('') + text.slice(at, end);
}

/** The dots of "Mr." and "U.S." end no sentence. */
export function withoutTitles(text: string): string {
  return text.replace(
    /\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Prof|St|Jr|Sr|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[A-Z])\./gu,
    (title) => title.replace('.', '_'),
  );
}

/** Where the last sentence of a text begins. */
export function lastSentenceEnd(text: string): number {
  const ends = [...withoutTitles(text).matchAll(SENTENCE_END)];
  const last = ends.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

/** Spans of the sentences of a masked text that begins at `start`. */
export function sentencesOf(masked: string, start: number): Span[] {
  const ends = [...withoutTitles(masked).matchAll(SENTENCE_END)];
  const borders = [0, ...ends.map((match) => match.index + match[0].length), masked.length];
  return borders.slice(1).map((border, n) => ({ start: start + (borders[n] ?? 0), end: start + border }));
}
