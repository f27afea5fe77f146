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

  offer(score: number, number: number): void {
    if (!(score > this.threshold)) return;
    const at = this.#placeOf(score);
    this.#scores.splice(at, 0, score);
    this.#numbers.splice(at, 0, number);
    if (this.#scores.length > this.limit) {
      this.#scores.pop();
      this.#numbers.pop();
    }
    if (this.#scores.length === this.limit) this.threshold = this.#scores.at(-1) ?? this.threshold;
  }

  /** Best first. */
  get numbers(): readonly number[] {
    return this.#numbers;
  }

  /** Binary search for the place behind all scores that are as high or higher. */
  #placeOf(score: number): number {
    let low = 0;
    let high = this.#scores.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (score > (this.#scores[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return low;
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
