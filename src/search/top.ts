/** The best few of many scores, without sorting them all. */

/** Positions of the highest scores, best first; equal scores keep the order of their positions. */
export function topPositions(scores: ArrayLike<number>, limit: number): number[] {
  const best: number[] = [];
  for (let position = 0; position < scores.length; position++) {
    if (best.length >= limit && !beats(scores, position, best[limit - 1])) continue;
    insert(best, position, scores);
    if (best.length > limit) best.pop();
  }
  return best;
}

function beats(scores: ArrayLike<number>, position: number, other: number | undefined): boolean {
  return other !== undefined && (scores[position] ?? 0) > (scores[other] ?? 0);
}

/** Binary search for the place behind all scores that are as high or higher. */
function insert(best: number[], position: number, scores: ArrayLike<number>): void {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (beats(scores, position, best[middle])) high = middle;
    else low = middle + 1;
  }
  best.splice(low, 0, position);
}
