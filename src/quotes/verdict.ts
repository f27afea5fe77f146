/** The outcome of checking a quotation. */
import type { Article } from '../articles/article.js';
import type { Span } from '../text/span.js';
import type { Meaning } from './meaning.js';

export type Verdict = 'exact' | 'punctuation' | 'altered' | 'paraphrase' | 'not-found';

/** A run of words that differs. An empty `quoted`: left out of the quotation; an empty `original`: added to it. */
export interface Difference {
  /** As the user wrote it. */
  readonly quoted: string;
  /** As the article has it. */
  readonly original: string;
  /** Where `original` stands in the article's text; empty, but placed, when nothing stands there. */
  readonly originalSpan: Span;
}

/**
 * How a change reverses or moves what is said: a negation added or lost; another number, date, unit, name or modal verb; a
 * word turned into its opposite; words cut out without an ellipsis; two statements put together.
 */
export type FlagKind =
  | 'negation'
  | 'number'
  | 'date'
  | 'unit'
  | 'modal'
  | 'name'
  | 'opposite'
  | 'cut'
  | 'splice';

/** A change to look at twice. Empty `quoted` or `original`: the word stands on the other side only. */
export interface Flag {
  readonly kind: FlagKind;
  readonly quoted: string;
  readonly original: string;
}

/** A place in an article that the quotation matches. */
export interface QuotationMatch {
  readonly article: Article;
  /** Numbers of the first and last paragraph that the matched words touch. */
  readonly first: number;
  readonly last: number;
  /** The matched words, in the article's text. */
  readonly span: Span;
  /** Empty unless the verdict is "altered". */
  readonly differences: readonly Difference[];
  /** Empty unless the verdict is "altered". */
  readonly flags: readonly Flag[];
}

export interface QuotationCheck {
  readonly verdict: Verdict;
  /** Best first; the same words in several articles are all there. Empty for "not-found". */
  readonly matches: readonly QuotationMatch[];
  /** Of an altered quotation or a possible paraphrase: whether it leaves out or adds something, beside the first match. */
  readonly meaning?: Meaning | undefined;
}
