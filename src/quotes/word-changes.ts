/** Two versions of a text, word by word: what has changed between them, wherever it stands. */
import type { Span } from '../text/span.js';
import { align } from './align.js';
import { readWords, type Word } from './words.js';

/** A run of words that was replaced; an empty span, in its place, where words were only added or only taken out. */
export interface WordChange {
  /** In the earlier text. */
  readonly before: Span;
  /** In the later text. */
  readonly after: Span;
}

export interface WordComparison {
  /** In order. Empty when the words are the same, whatever the marks between them. */
  readonly changes: readonly WordChange[];
  /** Share of both texts' words that are the same, from 0 to 1; 1 for two texts without words. */
  readonly alike: number;
}

/** Takes time and memory in the order of the product of both numbers of words. */
export function compareWords(before: string, after: string): WordComparison {
  const [old, now] = [[...readWords(before)], [...readWords(after)]];
  const equal = alignAll(old, now);
  const changes: WordChange[] = [];
  let [at, place] = [0, 0];
  for (const end of [...equal, { at: old.length, place: now.length }]) {
    if (end.at > at || end.place > place)
      changes.push({ before: spanOf(old, at, end.at), after: spanOf(now, place, end.place) });
    [at, place] = [end.at + 1, end.place + 1];
  }
  const words = old.length + now.length;
  return { changes, alike: words === 0 ? 1 : (2 * equal.length) / words };
}

/** Pairs of equal words, in order on both sides. */
function alignAll(old: readonly Word[], now: readonly Word[]): { at: number; place: number }[] {
  const numbers = new Map<string, number>();
  // 0 stands for a border, and is never crossed.
  const idsOf = (words: readonly Word[]): Uint32Array =>
    Uint32Array.from(words, ({ key }) => {
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      return number;
    });
  const ids = idsOf(old);
  const stretch = { ids: idsOf(now), low: -old.length, high: now.length };
  return align(ids, stretch, () => false).pairs.filter(({ isEqual }) => isEqual);
}

/** From the word at `from` up to and without that at `to`; where there is none, behind the word before. */
function spanOf(words: readonly Word[], from: number, to: number): Span {
  const before = words[from - 1]?.end ?? words[0]?.start ?? 0;
  return from < to
    ? { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 }
    : { start: before, end: before };
}
