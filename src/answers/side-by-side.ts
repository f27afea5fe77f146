/** Passages of different articles that speak to one question: dated and newest first, not merged. */
import { dayOf } from './days.js';
import type { Passage } from './passage.js';

/** Passages that reach this share of the best score answer as well as the best one: measured, see docs/answers.md. */
const IS_CLOSE = 0.9;

/**
 * For presenting only, never for the ranking. Passages that are about as good as the best are put newest first when they
 * come from different articles of different days, all of them dated; the weaker ones stay behind them.
 *
 * @param passages - best first.
 * @param share - of the best score, from which on a passage is about as good.
 * @returns the same passages; `isNewestFirst` says whether the first ones were put in the order of their dates.
 */
export function orderSideBySide(
  passages: readonly Passage[],
  share = IS_CLOSE,
): {
  readonly passages: readonly Passage[];
  readonly isNewestFirst: boolean;
} {
  const best = passages[0]?.score ?? 0;
  const close = passages.filter(({ score }) => score >= share * best);
  const days = close.map(({ attribution }) => dayOf(attribution));
  const articles = new Set(close.map(({ attribution }) => attribution.articleId));
  if (articles.size < 2 || days.includes(undefined) || new Set(days).size < 2)
    return { passages, isNewestFirst: false };
  const ordered = close.toSorted((a, b) => timeOf(b) - timeOf(a));
  return { passages: [...ordered, ...passages.filter((one) => !close.includes(one))], isNewestFirst: true };
}

/** A day without a time counts from its beginning. */
function timeOf({ attribution }: Passage): number {
  return Date.parse(attribution.date ?? '');
}
