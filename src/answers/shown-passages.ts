/** What an answer showed, kept as references: the way back to it, or what became of it. */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Span } from '../text/span.js';
import type { NotReady } from './asked.js';
import { cutPassage, type Passage } from './passage.js';
import { findArticle, hashOfWords, referTo, type ParagraphReference } from './references.js';

/** All that is needed to show a passage again as it was shown, as long as its words still stand there. */
export interface PassageReference extends ParagraphReference {
  /** Number of the last paragraph. */
  readonly last: number;
  /** Spans of the passage's text. */
  readonly highlights: readonly Span[];
  readonly score: number;
}

/** What has become of words that are no longer where they were. */
export interface Change {
  /** What stands at their place now; undefined when the article is gone, or has no such paragraph any more. */
  readonly now: Passage | undefined;
  /** Where the very words stand in the same article now. */
  readonly movedTo: Passage | undefined;
}

export type ShownPassage =
  | { readonly kind: 'found'; readonly passage: Passage }
  | ({ readonly kind: 'changed' } & Change)
  | NotReady;

export function referToShown(passage: Passage): PassageReference {
  const { last, highlights, score } = passage;
  return { ...referTo(passage), last, highlights, score };
}

export function findShown(snapshot: Snapshot, reference: PassageReference): ShownPassage {
  const article = findArticle(snapshot, reference.article);
  if (article === undefined) return { kind: 'changed', now: undefined, movedTo: undefined };
  const { now, movedTo } = findChange(article, reference);
  if (now === undefined || hashOfWords(now.text) !== reference.hash) return { kind: 'changed', now, movedTo };
  const { highlights, score } = reference;
  return { kind: 'found', passage: { ...now, highlights, score } };
}

/** Where words were, and where they are; the place they had comes first, then the nearest to the beginning. */
export function findChange(
  article: Article,
  { paragraph, last, hash }: Pick<PassageReference, 'paragraph' | 'last' | 'hash'>,
): Change {
  const count = article.paragraphs.length;
  const more = Math.max(0, last - paragraph);
  const isThere = article.paragraphs[paragraph - 1] !== undefined;
  const now = isThere ? cutPassage(article, paragraph, Math.min(paragraph + more, count)) : undefined;
  if (now !== undefined && hashOfWords(now.text) === hash) return { now, movedTo: undefined };
  for (let first = 1; first + more <= count; first++) {
    const passage = cutPassage(article, first, first + more);
    if (hashOfWords(passage.text) === hash) return { now, movedTo: passage };
  }
  return { now, movedTo: undefined };
}
