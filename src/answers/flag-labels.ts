/** What a change does to the meaning, in words for readers. */
import type { FlagKind } from '../quotes/verdict.js';

export const FLAG_LABELS: Readonly<Record<FlagKind, string>> = {
  negation: 'negation added or lost',
  number: 'another number',
  date: 'another date',
  unit: 'another unit',
  modal: 'more or less certain',
  name: 'another name or person',
  opposite: 'the opposite',
  cut: 'cut without an ellipsis',
  splice: 'put together from two places; this part stands here',
};
