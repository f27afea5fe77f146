/**
 * How often one person may ask in one server: one question a second on average, with room for a burst. A token bucket each: questions
 * take tokens, time gives them back. Direct messages count as one more server.
 */

/** Questions in quick succession; and at one a second, how long it takes until all are there again. */
const BURST = 60;
const MS_A_QUESTION = 1000;
/** Beyond so many buckets, those that are full again are forgotten. */
const MOST_REMEMBERED = 10_000;

export class Cooldown {
  readonly #now: () => number;
  /** For each person in each server, when their bucket will be full again. */
  readonly #fullAt = new Map<string, number>();

  /** @param now - a clock in milliseconds that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Takes a question from somebody in a server. @returns 0, or for how many milliseconds they have to wait. */
  take(userId: string, guildId = ''): number {
    const key = `${guildId}/${userId}`;
    const now = this.#now();
    if (this.#fullAt.size >= MOST_REMEMBERED) this.#forget(now);
    const fullAt = Math.max(this.#fullAt.get(key) ?? now, now) + MS_A_QUESTION;
    const wait = fullAt - now - BURST * MS_A_QUESTION;
    if (wait > 0) return wait;
    this.#fullAt.set(key, fullAt);
    return 0;
  }

  #forget(now: number): void {
    for (const [key, fullAt] of this.#fullAt) {
      if (fullAt <= now) this.#fullAt.delete(key);
    }
  }
}
