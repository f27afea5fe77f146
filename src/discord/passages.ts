/** Passages within one message: as many as fit, each with its heading, sharing the room between them. */
import type { Passage } from '../answers/passage.js';
import { renderHeading } from './attribution.js';
import { renderExcerpt } from './excerpt.js';
import { emphasise } from './markdown.js';
import { separator, words, type Part } from './reply.js';
import type { Texts } from './texts/english.js';

/**
 * Renders passages in at most `room` characters. When the room is short, each passage is reduced to whole sentences; when
 * it is too short for that, the last passages are dropped.
 */
export function renderPassages(texts: Texts, passages: readonly Passage[], room: number): Part[] {
  return fitPassages(texts, passages, room).parts;
}

export interface FittedPassages {
  readonly parts: Part[];
  /** How many of the passages are shown; the others found no room. */
  readonly count: number;
}

/** The same, and how many of them found room. */
export function fitPassages(texts: Texts, passages: readonly Passage[], room: number): FittedPassages {
  for (let count = passages.length; count > 0; count--) {
    const parts = tryToFit(texts, passages.slice(0, count), room);
    if (parts !== undefined) return { parts, count };
  }
  const [first] = passages;
  if (first === undefined) return { parts: [], count: 0 };
  const heading = renderHeading(texts, first);
  const tooLong = `-# ${texts.passage.tooLong}`;
  if (heading.length + tooLong.length > room) return { parts: [], count: 0 };
  return { parts: [words(heading), words(tooLong)], count: 1 };
}

function tryToFit(texts: Texts, passages: readonly Passage[], room: number): Part[] | undefined {
  const headings = passages.map((passage) => renderHeading(texts, passage));
  const left = room - headings.reduce((sum, heading) => sum + heading.length, 0);
  const limits = shareRoom(
    passages.map(({ text, highlights }) => emphasise(text, highlights).length),
    left,
  );
  const parts: Part[] = [];
  for (const [at, passage] of passages.entries()) {
    const excerpt = renderExcerpt(passage, limits[at] ?? 0);
    if (excerpt === undefined) return undefined;
    if (at > 0) parts.push(separator());
    parts.push(words(headings[at] ?? ''), words(excerpt));
  }
  return parts;
}

/** Gives each what it wants, or an equal share of what the more modest ones leave. */
export function shareRoom(wanted: readonly number[], room: number): number[] {
  const shares = wanted.map(() => 0);
  let left = room;
  let waiting = wanted.length;
  for (const [want, at] of wanted.map((want, at) => [want, at] as const).toSorted(([a], [b]) => a - b)) {
    const share = Math.min(want, Math.max(0, Math.floor(left / waiting)));
    shares[at] = share;
    left -= share;
    waiting--;
  }
  return shares;
}
