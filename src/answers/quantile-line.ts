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
    const line = fitBase(points, share, step * STEP);
    const loss = points.reduce((sum, { x, y }) => sum + pinball(y - line.slope * x - line.base, share), 0);
    if (loss < least) [best, least] = [line, loss];
  }
  return best;
}

/** The line of a slope that is known: its base is the quantile of what the slope leaves over. */
export function fitBase(points: readonly Point[], share: number, slope: number): Line {
  const rests = points.map(({ x, y }) => y - slope * x).toSorted((a, b) => a - b);
  return { base: rests[Math.max(0, Math.ceil(share * rests.length) - 1)] ?? 0, slope };
}

function pinball(rest: number, share: number): number {
  return rest >= 0 ? share * rest : (share - 1) * rest;
}
