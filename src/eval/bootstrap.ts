/** How far a figure could be off: the figure of many samples of the same queries, drawn with replacement. */
import { randomFrom } from '../answers/random.js';
import { quantile } from './statistics.js';

/** Where the middle 95 % of the samples lie. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

const ROUNDS = 1000;
const SEED = 1963;

/**
 * @param figuresOf - figures of a sample; those that cannot be measured are NaN, and samples without them do not count.
 * @returns one interval a figure.
 */
export function bootstrap<Thing>(
  list: readonly Thing[],
  figuresOf: (sample: readonly Thing[]) => Readonly<Record<string, number>>,
  rounds = ROUNDS,
): Record<string, Interval> {
  const random = randomFrom(SEED);
  const samples: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round++) {
    const sample = list.flatMap(() => list[Math.floor(random() * list.length)] ?? []);
    for (const [name, value] of Object.entries(figuresOf(sample)))
      if (!Number.isNaN(value)) (samples[name] ??= []).push(value);
  }
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [
      name,
      { low: quantile(values, 0.025), high: quantile(values, 0.975) },
    ]),
  );
}
