/**
 * How often one person may ask: one question a second on average, with room for a burst. A token bucket each: questions
 * take tokens, time gives them back.
 */

/** Questions in quick succession; and at one a second, how long it takes until all are there again. */
const BURST = 60;
const MS_A_QUESTION = 1000;
/** Beyond so many people, those whose bucket is full again are forgotten. */
const MOST_REMEMBERED = 10_000;

export class Cooldown {
  readonly #now: () => number;
  /** For each person, when their bucket will be full again. */
  readonly #fullAt = new Map<string, number>();

  /** @param now - a clock in milliseconds that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes a question from somebody. @returns 0, or for how many milliseconds they have to wait. */
  take(userId: string): number {
    const now = this.#now();
    if (this.#fullAt.size >= MOST_REMEMBERED) this.#forget(now);
    const fullAt = Math.max(this.#fullAt.get(userId) ?? now, now) + MS_A_QUESTION;
    const wait = fullAt - now - BURST * MS_A_QUESTION;
    if (wait > 0) return wait;
    this.#fullAt.set(userId, fullAt);
    return 0;
  }

  #forget(now: number): void {
    for (const [userId, fullAt] of this.#fullAt) {
      if (fullAt <= now) this.#fullAt.delete(userId);
    }
  }
}
