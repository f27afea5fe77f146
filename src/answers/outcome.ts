/** What an answer amounts to: passages, a closest one that may be worth a look, or nothing that is even near. */
import type { Asked } from './asked.js';

export type Outcome = 'answer' | 'closest' | 'nothing';

export function outcomeOf(answer: Asked): Outcome {
  return answer.kind === 'answered' ? 'answer' : answer.outcome;
}
