/** What can come of checking a quotation. */
import type { Meaning } from '../quotes/meaning.js';
import type { Difference, Flag, Verdict } from '../quotes/verdict.js';
import type { Span } from '../text/span.js';
import type { NotReady } from './asked.js';
import type { Passage } from './passage.js';

/** Who says the words at a place, in the article's own words. */
export interface SpeakerName {
  /** The speaker as the article names them there: "he", "a Pentagon spokesperson". */
  readonly name: string;
  /** Speaker and verb of saying as they stand there ("he said"); empty when there is no verb close by. */
  readonly said: string;
  /** Whom a pronoun probably means, and the sentence that names the person. */
  readonly person: { readonly name: string; readonly sentence: string } | undefined;
  /** Taken over from a sentence near by: only probably the speaker. */
  readonly isGuess: boolean;
}

/** A place where the quotation stands, cut out as a passage. */
export interface QuotationPlace {
  readonly passage: Passage;
  /** The matched words in `passage.text`. */
  readonly span: Span;
  /** Their `originalSpan` is one of `passage.text`. */
  readonly differences: readonly Difference[];
  readonly flags: readonly Flag[];
  /** Whether the words stand between quotation marks in the article, and in a quotation inside a quotation. */
  readonly isQuoted: boolean;
  readonly isNested: boolean;
  /** Looked for at the first places only. */
  readonly speaker: SpeakerName | undefined;
}

export type QuotationAnswer =
  | {
      readonly kind: 'checked';
      readonly verdict: Verdict;
      readonly places: readonly QuotationPlace[];
      /** Whether the quotation leaves out or adds something beside the first place, where that can be told. */
      readonly meaning?: Meaning | undefined;
    }
  /** Nothing to look up: no letter and no digit in it. */
  | { readonly kind: 'no-words' }
  | NotReady;
