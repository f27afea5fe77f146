/** What a reader is shown of an answer: the passages, a button to the closest one, or nothing at all. */
import type { Asked } from './answer.js';

export type Outcome = 'answer' | 'closest' | 'nothing';

/** Below this a passage is not even about the subject: most questions about something else are below. */
const IS_CLOSE = 0.05;

export function outcomeOf(answer: Asked): Outcome {
  if (answer.kind === 'answered') return 'answer';
  return answer.nearest !== undefined && answer.confidence >= IS_CLOSE ? 'closest' : 'nothing';
}
