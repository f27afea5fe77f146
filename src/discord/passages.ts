/** Passages within one message: as many as fit, each with its heading, sharing the room between them. */
import type { Passage } from '../answers/passage.js';
import { renderHeading } from './attribution.js';
import { renderExcerpt } from './excerpt.js';
import { emphasise } from './markdown.js';
import { separator, words, type Part } from './reply.js';

const TOO_LONG = '-# This sentence is longer than a Discord message can hold. Open the article to read it.';

/**
 * Renders passages in at most `room` characters. When the room is short, each passage is reduced to whole sentences; when
 * it is too short for that, the last passages are dropped.
 */
export function renderPassages(passages: readonly Passage[], room: number): Part[] {
  for (let count = passages.length; count > 0; count--) {
    const parts = tryToFit(passages.slice(0, count), room);
    if (parts !== undefined) return parts;
  }
  const [first] = passages;
  if (first === undefined) return [];
  const heading = renderHeading(first);
  return heading.length + TOO_LONG.length <= room ? [words(heading), words(TOO_LONG)] : [];
}

function tryToFit(passages: readonly Passage[], room: number): Part[] | undefined {
  const headings = passages.map(renderHeading);
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
