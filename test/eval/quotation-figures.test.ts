import { expect, test } from 'vitest';
import type { QuotationQuery } from '../../src/eval/eval-set.js';
import { measureQuotations } from '../../src/eval/quotation-figures.js';
import type { QuotationResult } from '../../src/eval/quotation-run.js';
import type { Verdict } from '../../src/quotes/verdict.js';

function result(verdict: Verdict, query: Partial<QuotationQuery>, articleId?: string): QuotationResult {
  const full: QuotationQuery = {
    id: '1',
    quote: 'q',
    expected: 'exact',
    accept: [],
    relevant: ['a'],
    ...query,
  };
  const isRightArticle = full.relevant.includes(articleId ?? '');
  return { query: full, verdict, articleId, isRightArticle, source: {}, lookUpMs: 1, wholeMs: 2 };
}

test('what is wrong is counted where it is wrong, and only there', () => {
  const { figures, kinds, confusion } = measureQuotations([
    result('exact', {}, 'a'),
    result('punctuation', { kind: 'typography' }, 'b'), // not the right article
    result('exact', { expected: 'altered' }, 'a'), // false
    result('exact', { expected: 'altered', accept: ['exact'] }, 'a'), // allowed, and not strict
    result('altered', { expected: 'absent', relevant: [] }, 'a'), // found what is not there
    result('paraphrase', { expected: 'absent', relevant: [] }, 'a'),
    result('not-found', { expected: 'absent', relevant: [] }),
    result('not-found', { expected: 'altered' }), // missed
  ]);
  expect(figures).toMatchObject({
    cases: 8,
    accepted: 5 / 8,
    strict: 4 / 8,
    'precision of exact': 3 / 4,
    'false exact': 1 / 5,
    'precision of not found': 2 / 3,
    'absent found': 1 / 3,
    'absent called possible': 1 / 3,
    'right article': 3 / 4,
    'p95 whole ms': 2,
  });
  expect(kinds['typography']).toEqual({ cases: 1, accepted: 1, strict: 1 });
  expect(confusion['altered (or exact)']).toEqual({ exact: 1 });
  expect(confusion['absent']).toEqual({ altered: 1, paraphrase: 1, 'not-found': 1 });
});

test('judged paraphrases count both ways the same', () => {
  const { figures } = measureQuotations([
    result('paraphrase', { expected: 'paraphrased' }),
    result('altered', { expected: 'paraphrased' }),
    result('not-found', { expected: 'paraphrased' }),
    result('paraphrase', { expected: 'not_equivalent' }),
  ]);
  expect(figures['balanced accuracy']).toBeCloseTo((2 / 3 + 0) / 2);
});

test('what leaves something out or adds something is not called equivalent, and named all the same', () => {
  const partial = (expected: 'paraphrased' | 'not_equivalent') => ({
    ...result('altered', { expected }),
    leavesOutOrAdds: true,
  });
  const { figures } = measureQuotations([
    partial('paraphrased'),
    partial('not_equivalent'),
    { ...result('paraphrase', { expected: 'paraphrased' }), leavesOutOrAdds: false },
  ]);
  expect(figures['balanced accuracy']).toBeCloseTo((1 / 2 + 1) / 2);
  expect(figures['paraphrases named']).toBe(1);
});
