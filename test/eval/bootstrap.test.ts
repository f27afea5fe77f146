import { describe, expect, test } from 'vitest';
import { bootstrap } from '../../src/eval/bootstrap.js';
import { randomFrom } from '../../src/answers/random.js';
import { mean } from '../../src/eval/statistics.js';

const LIST = Array.from({ length: 50 }, (_, at) => at % 2);

function figures(sample: readonly number[]) {
  return { mean: mean(sample) };
}

describe('the bootstrap', () => {
  test('holds the figure, and is narrower the more there is to go by', () => {
    const few = bootstrap(LIST, figures)['mean'] ?? { low: 1, high: 0 };
    const many = bootstrap([...LIST, ...LIST, ...LIST, ...LIST], figures)['mean'] ?? { low: 1, high: 0 };
    expect(few.low).toBeLessThan(0.5);
    expect(few.high).toBeGreaterThan(0.5);
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
  });

  test('gives the same in each run', () => {
    expect(bootstrap(LIST, figures)).toEqual(bootstrap(LIST, figures));
  });

  test('leaves out what cannot be measured', () => {
    expect(bootstrap(LIST, () => ({ none: Number.NaN }))).toEqual({});
  });
});

test('chance is spread over all from 0 to 1', () => {
  const random = randomFrom(7);
  const drawn = Array.from({ length: 4000 }, random);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth++)
    expect(Math.abs(drawn.filter((one) => Math.floor(one * 10) === tenth).length - 400)).toBeLessThan(100);
});
