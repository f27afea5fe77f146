/** In which order sources are shown: parts as they are quoted, copies of the same words oldest first. */
import { ELLIPSIS } from './differences.js';
import type { Quotation } from './quotation.js';
import type { Source } from './source.js';
import { articleAt, type WordIndex } from './word-index.js';

/** Scores of copies are sums of the same numbers. */
const SAME = 1e-6;

export function orderSources(index: WordIndex, quotation: Quotation, sources: readonly Source[]): Source[] {
  if (sources.length > 1 && sources.every(({ isPart }) => isPart === true)) {
    const parts = sources.toSorted((a, b) => firstAt(a) - firstAt(b));
    return isElided(index, quotation, parts) ? parts.map((part) => ({ ...part, isElided: true })) : parts;
  }
  return sources.toSorted((a, b) =>
    Math.abs(a.score - b.score) > SAME ? b.score - a.score : timeOf(index, a) - timeOf(index, b) || 0,
  );
}

function firstAt({ pairs }: Source): number {
  return pairs[0]?.at ?? 0;
}

/** Articles without a date come last. */
function timeOf(index: WordIndex, { pairs }: Source): number {
  const date = index.articles[articleAt(index, pairs[0]?.place ?? 0)]?.date;
  // A number, because two infinite ones have no difference.
  return date === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(date);
}

/** Whether an ellipsis stands between each part and the next, and they stand in this order in one article. */
function isElided(index: WordIndex, { text, words }: Quotation, parts: readonly Source[]): boolean {
  return parts.slice(1).every((part, n) => {
    const [end, start] = [parts[n]?.pairs.at(-1), part.pairs[0]];
    if (end === undefined || start === undefined || end.place >= start.place) return false;
    const between = text.slice(words[end.at]?.end, words[start.at]?.start);
    return articleAt(index, end.place) === articleAt(index, start.place) && ELLIPSIS.test(between);
  });
}
