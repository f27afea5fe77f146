/** The day of an article, as the article gives it: in its own time zone, not in the reader's. */
import type { Attribution } from './passage.js';

/** "2023-02-17", or undefined for an article without a date. */
export function dayOf({ date }: Pick<Attribution, 'date'>): string | undefined {
  return date?.slice(0, 'yyyy-mm-dd'.length);
}
