/** What an answer amounts to: passages, a closest one that may be worth a look, or nothing that is even near. */
import type { Asked } from './answer.js';

export type Outcome = 'answer' | 'closest' | 'nothing';

/** Below this a passage is not even about the subject: most questions about something else are below. */
const IS_CLOSE = 0.05;

export function outcomeOf(answer: Asked): Outcome {
  if (answer.kind === 'answered') return 'answer';
  return answer.nearest !== undefined && answer.confidence >= IS_CLOSE ? 'closest' : 'nothing';
}
