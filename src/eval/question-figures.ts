/** How well the questions of a set were answered. */
import { bootstrap, type Interval } from './bootstrap.js';
import { figuresOf, scoreQuestion, type QueryScores } from './question-scores.js';
import type { QuestionResult, StageTimes } from './question-run.js';
import type { Figures } from './quotation-figures.js';
import { quantile } from './statistics.js';

export interface QuestionReport {
  readonly figures: Figures;
  readonly intervals: Readonly<Record<string, Interval>>;
  readonly queries: readonly QueryScores[];
}

export function measureQuestions(results: readonly QuestionResult[]): QuestionReport {
  const queries = results.map(scoreQuestion);
  return {
    figures: { questions: queries.length, ...figuresOf(queries), ...timesOf(results) },
    intervals: bootstrap(queries, figuresOf),
    queries,
  };
}

/** What became of the same questions between two runs: intervals that hold no 0 are differences. */
export function compareQuestions(
  earlier: readonly QueryScores[],
  later: readonly QueryScores[],
): Record<string, Interval> {
  const known = new Map(earlier.map((one) => [one.id, one]));
  const pairs = later.flatMap((young) => {
    const old = known.get(young.id);
    return old === undefined ? [] : [{ old, young }];
  });
  return bootstrap(pairs, (sample) => {
    const before = figuresOf(sample.map(({ old }) => old));
    const now = figuresOf(sample.map(({ young }) => young));
    return Object.fromEntries(
      Object.entries(now).map(([name, value]) => [name, value - (before[name] ?? Number.NaN)]),
    );
  });
}

function timesOf(results: readonly QuestionResult[]): Figures {
  const stages: readonly (keyof StageTimes)[] = ['embedding', 'search', 'whole'];
  return Object.fromEntries(
    stages.flatMap((stage) => {
      const times = results.map(({ milliseconds }) => milliseconds[stage]);
      return [
        [`p50 ${stage} ms`, quantile(times, 0.5)],
        [`p95 ${stage} ms`, quantile(times, 0.95)],
      ];
    }),
  );
}
