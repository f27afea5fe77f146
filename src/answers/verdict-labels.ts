/** The phrases readers and other programs know the verdicts by: each answer about a quotation holds exactly one of them. */
import type { Verdict } from '../quotes/verdict.js';

export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  exact: 'Exact quote',
  punctuation: 'Exact apart from punctuation',
  altered: 'Altered quote',
  paraphrase: 'Possible paraphrase',
  'not-found': 'Not found',
};
