/** All that commands may ask of the articles. What can come of it is described beside the functions that find it. */
import type { AskOptions } from './ask.js';
import type { Answer, NotReady, UnknownArticle } from './asked.js';
import type { Citation, Followed } from './cite.js';
import type { Context } from './context.js';
import type { Correction, ShownWords } from './corrections.js';
import type { Filters } from './filters.js';
import type { NewPassages, Seen } from './new-passages.js';
import type { Attribution, Passage } from './passage.js';
import type { QuotationAnswer } from './quotation-answer.js';
import type { ParagraphReference, ReferencedPassage } from './references.js';
import type { ArticleCard, Shelf } from './shelf.js';
import type { PassageReference, ShownPassage } from './shown-passages.js';
import type { QuestionGroup } from './similar-questions.js';
import type { Timeline } from './timeline.js';

export type { AskOptions } from './ask.js';
export type { Answer, Asked, Declined, Hint, NotReady, UnknownArticle } from './asked.js';
export type { QuotationAnswer, QuotationPlace, SpeakerName } from './quotation-answer.js';
export type { ParagraphReference, ReferencedPassage } from './references.js';
export type { ArticleCard, Shelf } from './shelf.js';

/** All that commands may ask. Every method answers from one snapshot, also while a re-index runs. */
export interface Answerer {
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** @param sources - names of those that are searched; an empty list, the default, allows all. */
  checkQuotation(quote: string, sources?: readonly string[]): Promise<QuotationAnswer>;
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
  /** A passage of an answer, to be found again as it was shown. */
  referToShown(passage: Passage): PassageReference;
  findShown(reference: PassageReference): ShownPassage;
  /** The same with the paragraphs around it (page 0, the default), or those further back or on (-1, 1 …). */
  findContext(reference: ParagraphReference, page?: number): Context;
  /** A paragraph of an article, which is named as for `identify`; only of these sources, where there are any. */
  cite(article: string, paragraph: number, sources?: readonly string[]): Citation;
  /** Where a permalink leads that a reader typed. */
  followPermalink(typed: string, sources?: readonly string[]): Followed;
  /** One sentence a day on a topic. */
  timeline(topic: string, filters?: Filters): Promise<Timeline>;
  /** What the current generation has on a topic that was not there before. */
  newOn(topic: string, seen: Seen, filters?: Filters): Promise<NewPassages>;
  /** What became of passages that were shown. Nothing before the first index is complete. */
  correct(shown: readonly ShownWords[]): readonly Correction[];
  /** Questions that ask for the same, together: those asked most often first. */
  groupSimilar(questions: readonly string[]): Promise<readonly QuestionGroup[]>;
}
