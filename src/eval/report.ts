/** What an evaluation found, as text for a person, as JSON, and compared with an earlier run. */
import { z } from 'zod';
import type { Interval } from './bootstrap.js';
import { compareQuestions } from './question-figures.js';
import type { QueryScores } from './question-scores.js';
import type { Confusion, Figures, QuotationFigures } from './quotation-figures.js';

export interface SetReport extends Partial<Omit<QuotationFigures, 'figures'>> {
  readonly set: string;
  readonly figures: Figures;
  readonly intervals?: Readonly<Record<string, Interval>>;
  readonly queries?: readonly QueryScores[];
}

/** What a report's file must have to be compared with. */
const earlierSchema = z.array(
  z.object({
    set: z.string(),
    figures: z.record(z.string(), z.number().nullable()),
    queries: z
      .array(
        z.object({
          id: z.string(),
          answerable: z.boolean(),
          isAnswered: z.boolean(),
          confidence: z.number(),
          scores: z.record(z.string(), z.number()),
        }),
      )
      .optional(),
  }),
);
export type EarlierReports = z.infer<typeof earlierSchema>;

/** @throws ZodError when the text is not a file that `--json` wrote. */
export function parseReports(text: string): EarlierReports {
  return earlierSchema.parse(JSON.parse(text));
}

const DIGITS = 4;

/** @param earlier - figures of an earlier run; differences to it stand behind. */
export function renderReport(report: SetReport, earlier: EarlierReports = []): string {
  const before = earlier.find(({ set }) => set === report.set);
  const differences = compareQuestions(before?.queries ?? [], report.queries ?? []);
  const lines = Object.entries(report.figures)
    .filter(([, value]) => !Number.isNaN(value))
    .map(([name, value]) => {
      const interval = range(report.intervals?.[name]);
      const difference = change(value, before?.figures[name], differences[name]);
      return `  ${name.padEnd(26)} ${show(value).padStart(9)}${interval}${difference}`;
    });
  const kinds = Object.entries(report.kinds ?? {}).map(
    ([kind, { cases, accepted, strict }]) =>
      `  ${kind.padEnd(26)} ${String(cases).padStart(9)} cases, accepted ${show(accepted)}, strict ${show(strict)}`,
  );
  return [`${report.set}`, ...lines, ...kinds, ...renderConfusion(report.confusion ?? {})].join('\n');
}

function renderConfusion(confusion: Confusion): string[] {
  return Object.entries(confusion).map(
    ([expected, verdicts]) =>
      `  expected ${expected}: ${Object.entries(verdicts)
        .map(([verdict, count]) => `${verdict} ${count}`)
        .join(', ')}`,
  );
}

function change(value: number, before: number | null | undefined, interval: Interval | undefined): string {
  if (before === undefined || before === null) return '';
  const difference = value - before;
  return `  (${difference >= 0 ? '+' : ''}${show(difference)}${range(interval)})`;
}

/** Where 95 % of the bootstrap's samples lie. */
function range(interval: Interval | undefined): string {
  return interval === undefined ? '' : ` [${show(interval.low)}, ${show(interval.high)}]`;
}

function show(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(DIGITS);
}
