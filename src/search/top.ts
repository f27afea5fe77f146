/** The best few of many scores, without sorting them all. */

/** Keeps the numbers with the highest scores; of equal scores those that came first. */
export class Top {
  readonly #scores: number[] = [];
  readonly #numbers: number[] = [];
  /** A score that is not higher need not be offered; a look at it is cheaper than a call. */
  threshold = Number.NEGATIVE_INFINITY;

  constructor(readonly limit: number) {
    if (limit <= 0) this.threshold = Number.POSITIVE_INFINITY;
  }

  /** Moves those that are lower up one by one: for a few hundred that is faster than `splice`, which makes an array each time. */
  offer(score: number, number: number): void {
    if (!(score > this.threshold)) return;
    let at = Math.min(this.#scores.length, this.limit - 1);
    for (; at > 0 && (this.#scores[at - 1] ?? 0) < score; at--) {
      this.#scores[at] = this.#scores[at - 1] ?? 0;
      this.#numbers[at] = this.#numbers[at - 1] ?? 0;
    }
    this.#scores[at] = score;
    this.#numbers[at] = number;
    if (this.#scores.length === this.limit) this.threshold = this.#scores[this.limit - 1] ?? score;
  }

  /** Best first. */
  get numbers(): readonly number[] {
    return this.#numbers;
  }
}

/** Positions of the highest scores, best first; equal scores keep the order of their positions. */
export function topPositions(scores: ArrayLike<number>, limit: number): readonly number[] {
  const top = new Top(limit);
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position] ?? 0;
    if (score > top.threshold) top.offer(score, position);
  }
  return top.numbers;
}
