/** Logistic regression by Newton's method: plain, exact, and the same in each run. */

export interface Example {
  readonly features: readonly number[];
  readonly isTrue: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Newton's steps double the number of right digits; these are far more than enough. */
const STEPS = 30;
/** Keeps a feature that is always the same from dividing by zero. */
const RIDGE = 1e-9;

/** @returns the intercept, then one coefficient a feature: chance of being true = 1 / (1 + exp(-sum)). */
export function fitLogistic(examples: readonly Example[]): number[] {
  const rows = examples.map(({ features }) => [1, ...features]);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  let coefficients = Array.from({ length: rows[0]?.length ?? 0 }, () => 0);
  for (let step = 0; step < STEPS; step++) {
    const slope = coefficients.map(() => 0);
    const curve = coefficients.map((_, at) => coefficients.map((_, other) => (at === other ? RIDGE : 0)));
    examples.forEach(({ isTrue, weight }, number) => {
      const row = rows[number] ?? [];
      const chance = 1 / (1 + Math.exp(-dot(coefficients, row)));
      addScaled(slope, row, ((chance - (isTrue ? 1 : 0)) * weight) / total);
      curve.forEach((line, at) =>
        addScaled(line, row, ((row[at] ?? 0) * chance * (1 - chance) * weight) / total),
      );
    });
    const change = solve(curve, slope);
    coefficients = coefficients.map((value, at) => value - (change[at] ?? 0));
  }
  return coefficients;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

function addScaled(target: number[], row: readonly number[], factor: number): void {
  row.forEach((value, at) => (target[at] = (target[at] ?? 0) + factor * value));
}

/** Solves `matrix * x = values` by Gauss and Jordan; the matrix is symmetric and positive, so no row is exchanged. */
function solve(matrix: readonly (readonly number[])[], values: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, values[at] ?? 0]);
  rows.forEach((pivot, at) => {
    rows.forEach((row, other) => {
      if (other !== at) addScaled(row, [...pivot], -(row[at] ?? 0) / (pivot[at] ?? 1));
    });
  });
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
