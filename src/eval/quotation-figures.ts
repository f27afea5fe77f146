/** How well the quotations of a set were checked. */
import type { QuotationQuery } from './eval-set.js';
import type { QuotationResult } from './quotation-run.js';
import { groupBy, mean, quantile, shareOf } from './statistics.js';

/** A name and a value; NaN where a set has nothing to measure it by. */
export type Figures = Readonly<Record<string, number>>;

/** Rows by what was expected, columns by the verdict. */
export type Confusion = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface QuotationFigures {
  readonly figures: Figures;
  readonly kinds: Readonly<
    Record<string, { readonly cases: number; readonly accepted: number; readonly strict: number }>
  >;
  readonly confusion: Confusion;
}

type Expected = QuotationQuery['expected'];

/** The label that a verdict gives: the sets make no difference between marks, and call what is only possible absent. */
function labelsOf({ verdict, leavesOutOrAdds }: QuotationResult): readonly Expected[] {
  const meaning = leavesOutOrAdds === true ? 'not_equivalent' : 'paraphrased';
  switch (verdict) {
    case 'exact':
    case 'punctuation':
      return ['exact', 'paraphrased'];
    case 'altered':
      return ['altered', meaning];
    case 'paraphrase':
      return ['absent', meaning];
    case 'not-found':
      return ['absent', 'not_equivalent'];
  }
}

function isStrict(result: QuotationResult): boolean {
  return labelsOf(result).includes(result.query.expected);
}

function isAccepted(result: QuotationResult): boolean {
  return isStrict(result) || labelsOf(result).some((label) => result.query.accept.includes(label));
}

/** Whether calling it exact is wrong. */
function mayNotBeExact({ query }: QuotationResult): boolean {
  return query.expected !== 'exact' && !query.accept.includes('exact');
}

function isFound({ verdict }: QuotationResult): boolean {
  return verdict !== 'not-found' && verdict !== 'paraphrase';
}

function isCalledExact({ verdict }: QuotationResult): boolean {
  return verdict === 'exact' || verdict === 'punctuation';
}

export function measureQuotations(results: readonly QuotationResult[]): QuotationFigures {
  const of = (expected: Expected) => results.filter(({ query }) => query.expected === expected);
  const exact = results.filter(isCalledExact);
  const notFound = results.filter((result) => !isFound(result));
  const places = results.filter(
    ({ query, articleId }) => query.relevant.length > 0 && articleId !== undefined,
  );
  const times = (key: 'lookUpMs' | 'wholeMs') => results.map((result) => result[key]);
  return {
    figures: {
      cases: results.length,
      accepted: shareOf(results, isAccepted),
      strict: shareOf(results, isStrict),
      'precision of exact': shareOf(exact, (result) => !mayNotBeExact(result)),
      'false exact': shareOf(results.filter(mayNotBeExact), isCalledExact),
      'precision of not found': shareOf(notFound, ({ query }) => query.expected === 'absent'),
      'absent found': shareOf(of('absent'), isFound),
      'absent called possible': shareOf(of('absent'), ({ verdict }) => verdict === 'paraphrase'),
      'right article': shareOf(places, ({ isRightArticle }) => isRightArticle),
      'balanced accuracy': mean(
        (['paraphrased', 'not_equivalent'] as const).map((expected) => shareOf(of(expected), isStrict)),
      ),
      'paraphrases named': shareOf(of('paraphrased'), ({ verdict }) => verdict !== 'not-found'),
      'p50 look-up ms': quantile(times('lookUpMs'), 0.5),
      'p95 look-up ms': quantile(times('lookUpMs'), 0.95),
      'max look-up ms': quantile(times('lookUpMs'), 1),
      'p50 whole ms': quantile(times('wholeMs'), 0.5),
      'p95 whole ms': quantile(times('wholeMs'), 0.95),
    },
    kinds: Object.fromEntries(
      [...groupBy(results, ({ query }) => query.kind ?? query.expected)].map(([kind, list]) => [
        kind,
        { cases: list.length, accepted: shareOf(list, isAccepted), strict: shareOf(list, isStrict) },
      ]),
    ),
    confusion: confusionOf(results),
  };
}

function confusionOf(results: readonly QuotationResult[]): Confusion {
  const rows = groupBy(results, ({ query: { expected, accept } }) =>
    accept.length === 0 ? expected : `${expected} (or ${accept.join(', ')})`,
  );
  return Object.fromEntries(
    [...rows].map(([expected, list]) => [
      expected,
      Object.fromEntries(
        [...groupBy(list, ({ verdict }) => verdict)].map(([verdict, some]) => [verdict, some.length]),
      ),
    ]),
  );
}
