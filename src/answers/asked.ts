/** What can come of a question. "Not found" is a value, not an error. */
import type { Evidence } from '../search/search.js';
import type { Passage } from './passage.js';

/** The first index is still being built: there is nothing to search yet. */
export interface NotReady {
  readonly kind: 'not-ready';
}

export interface UnknownArticle {
  readonly kind: 'unknown-article';
}

/** `confidence` is from 0 to 1; .5 is where declining begins. */
export type Answer = Asked | UnknownArticle | NotReady;

/** What came of looking. */
export type Asked = Answered | Declined;

export interface Answered {
  readonly kind: 'answered';
  readonly confidence: number;
  readonly passages: readonly Passage[];
  /** Undefined where nobody looked. */
  readonly details?: AnswerDetails | undefined;
}

/** What the asker could do, as data: each room has words of its own for it. */
export type Hint =
  /** Nothing may be searched: no article is from the source, or the time, that was asked for. */
  | { readonly kind: 'no-article' }
  /** Languages as BCP 47 names them; `known` are those of the articles, at most three. */
  | { readonly kind: 'other-language'; readonly asked: string; readonly known: readonly string[] };

export interface Declined {
  readonly kind: 'declined';
  /** Whether the closest passage is near enough to be offered, or nothing is even about the subject. */
  readonly outcome: 'closest' | 'nothing';
  readonly confidence: number;
  /** The closest passage, however far it is; undefined when there is none at all. */
  readonly nearest: Passage | undefined;
  readonly hint?: Hint | undefined;
  /** Undefined where nobody looked: no word to look for, or the wrong language. */
  readonly details?: AnswerDetails | undefined;
}

/** How an answer came about, for receipts. */
export interface AnswerDetails {
  /** Number of the generation that answered. */
  readonly generation: number;
  /** Name of the embedding model, as configured. */
  readonly model: string;
  readonly evidence: Evidence;
  /** All of the evidence as one number. */
  readonly sum: number;
  /** What the sum of the evidence was held against. */
  readonly threshold: number;
  /**
   * The passages that came next, best first; up to 12, the last ones perhaps far from the question. Looked up when asked for,
   * in a few milliseconds, from the same generation; until then that is kept in memory.
   */
  readonly further: () => readonly Passage[];
  /** Whether there are any, which is known without looking them up. */
  readonly hasFurther: boolean;
}

/** Below this a passage is not even about the subject: most questions about something else are below. */
const IS_CLOSE = 0.05;

/** A question that is not answered, with the outcome that its confidence makes it. */
export function decline(
  confidence: number,
  nearest?: Passage,
  more: Pick<Declined, 'hint' | 'details'> = {},
): Declined {
  const outcome = nearest !== undefined && confidence >= IS_CLOSE ? 'closest' : 'nothing';
  return { kind: 'declined', outcome, confidence, nearest, ...more };
}
