/** A line that a given share of points lie below: quantile regression (Koenker and Bassett 1978) with one variable. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly base: number;
  readonly slope: number;
}

/** Slopes tried; finer steps change no decision. */
const STEEPEST = 0.15;
const STEP = 0.0025;

/** @returns the best of all slopes in steps; a flat line at 0 without points. */
export function fitQuantileLine(points: readonly Point[], share: number): Line {
  let best = { base: 0, slope: 0 };
  let least = Number.POSITIVE_INFINITY;
  for (let step = -STEEPEST / STEP; step <= STEEPEST / STEP; step++) {
    const slope = step * STEP;
    const rests = points.map(({ x, y }) => y - slope * x).toSorted((a, b) => a - b);
    // For one slope the best base is the quantile of what the slope leaves over.
    const base = rests[Math.max(0, Math.ceil(share * rests.length) - 1)] ?? 0;
    const loss = rests.reduce((sum, rest) => sum + pinball(rest - base, share), 0);
    if (loss < least) [best, least] = [{ base, slope }, loss];
  }
  return best;
}

function pinball(rest: number, share: number): number {
  return rest >= 0 ? share * rest : (share - 1) * rest;
}
