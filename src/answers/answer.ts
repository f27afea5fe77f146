/** What can come of a question, a quotation, or a look at the shelf. "Not found" is a value, not an error. */
import type { Difference, Flag, Verdict } from '../quotes/verdict.js';
import type { Span } from '../text/span.js';
import type { Filters } from './filters.js';
import type { Attribution, Passage } from './passage.js';

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
export type Asked =
  | { readonly kind: 'answered'; readonly confidence: number; readonly passages: readonly Passage[] }
  | {
      readonly kind: 'declined';
      readonly confidence: number;
      /** The closest passage; undefined when nothing is even close. */
      readonly nearest: Passage | undefined;
      /** What the asker could do, in words for a reader. */
      readonly hint?: string | undefined;
    };

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
  readonly speaker: SpeakerName | undefined;
}

export type QuotationAnswer =
  | { readonly kind: 'checked'; readonly verdict: Verdict; readonly places: readonly QuotationPlace[] }
  /** Nothing to look up: no letter and no digit in it. */
  | { readonly kind: 'no-words' }
  | NotReady;

/** What is indexed, for `/articles`. */
export interface Shelf {
  readonly articles: number;
  readonly paragraphs: number;
  /** Names of sources, those with most articles first. */
  readonly sources: readonly { readonly source: string; readonly articles: number }[];
  /** Up to five articles, newest date first; those without a date come last. */
  readonly newest: readonly Attribution[];
}

/** One article, for its card. */
export interface ArticleCard {
  readonly attribution: Attribution;
  readonly tags: readonly string[];
  readonly language: string | undefined;
  readonly paragraphs: number;
  readonly words: number;
  readonly related: readonly string[];
}

/** A way back to a paragraph that fits into 100 characters, for buttons: see `findParagraph`. */
export interface ParagraphReference {
  /** First 12 hexadecimal digits of the SHA-256 of the article's id. */
  readonly article: string;
  readonly paragraph: number;
  /** First 8 hexadecimal digits of the SHA-256 of the paragraph's text. */
  readonly hash: string;
}

export type ReferencedPassage =
  | { readonly kind: 'found'; readonly passage: Passage }
  /** The article is gone, or the paragraph has other words now. */
  | { readonly kind: 'changed' }
  | NotReady;

export interface AskOptions extends Filters {
  /** Restricts the search to one article. */
  readonly articleId?: string | undefined;
}

/** All that commands may ask. Every method answers from one snapshot, also while a re-index runs. */
export interface Answerer {
  ask(question: string, options?: AskOptions): Promise<Answer>;
  checkQuotation(quote: string): Promise<QuotationAnswer>;
  shelf(): Shelf | NotReady;
  card(articleId: string): ArticleCard | UnknownArticle | NotReady;
  /** Articles whose title, source or id holds `part`, ignoring case and accents; at most `limit`. */
  suggest(part: string, limit: number): readonly Attribution[];
  /**
   * The id of the article that came as a name: an id, "#" and a short id, or a title ignoring case when only one article
   * has it. Undefined otherwise, and before the first index is complete.
   */
  identify(name: string): string | undefined;
  referTo(passage: Passage): ParagraphReference;
  findParagraph(reference: ParagraphReference): ReferencedPassage;
  /** The same with the paragraphs before and behind it. */
  findContext(reference: ParagraphReference): ReferencedPassage;
}
