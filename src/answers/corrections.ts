/** Corrections: what became, in a newer generation, of passages that were shown. */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import { compareWords, type WordChange } from '../quotes/word-changes.js';
import { cutPassage, type Passage } from './passage.js';
import { findArticle, type ParagraphReference } from './references.js';
import { findChange } from './shown-passages.js';

/** A passage as it was shown, with its words: the newer generation does not have them. */
export interface ShownWords extends ParagraphReference {
  readonly last: number;
  readonly text: string;
}

/** A shown passage that is not there any more; those that still are make none. */
export type Correction =
  /** Other words stand there; `changes` are between `shown.text` and `now.text`, none where only marks differ. */
  | {
      readonly kind: 'changed';
      readonly shown: ShownWords;
      readonly now: Passage;
      readonly changes: readonly WordChange[];
    }
  /** The very words stand elsewhere in the article. */
  | { readonly kind: 'moved'; readonly shown: ShownWords; readonly now: Passage }
  /** Nothing in the article is like it any more, or the article itself is gone. */
  | { readonly kind: 'vanished'; readonly shown: ShownWords; readonly isArticleGone: boolean };

/** From this share of common words on, a passage is another version of what was shown. */
const IS_VERSION = 0.5;
/** Paragraphs further away than this are only looked at for the very words. */
const NEIGHBOURHOOD = 10;
/** Longer texts are compared by their beginnings: time and memory grow with the square. */
const MOST_COMPARED = 6_000;

export function findCorrections(snapshot: Snapshot, shown: readonly ShownWords[]): Correction[] {
  return shown.flatMap((one) => findCorrection(snapshot, one) ?? []);
}

function findCorrection(snapshot: Snapshot, shown: ShownWords): Correction | undefined {
  const article = findArticle(snapshot, shown.article);
  if (article === undefined) return { kind: 'vanished', shown, isArticleGone: true };
  const { now, movedTo } = findChange(article, shown);
  if (now?.text === shown.text) return undefined;
  if (movedTo !== undefined) return { kind: 'moved', shown, now: movedTo };
  const version = findVersion(article, shown);
  return version ?? { kind: 'vanished', shown, isArticleGone: false };
}

/** The passage of as many paragraphs near by that has most of the words. */
function findVersion(article: Article, shown: ShownWords): Correction | undefined {
  const { paragraph, last } = shown;
  let best: Correction | undefined;
  let most = IS_VERSION;
  for (const first of nearest(paragraph, article.paragraphs.length)) {
    const now = cutPassage(article, first, Math.min(first + last - paragraph, article.paragraphs.length));
    const { alike, changes } = compareWords(cut(shown.text), cut(now.text));
    // Of equals the nearest comes first.
    if (alike > most || (best === undefined && alike === most)) {
      best = { kind: 'changed', shown, now, changes };
      most = alike;
    }
  }
  return best;
}

/** Numbers of paragraphs, those nearest to a number first. */
function nearest(paragraph: number, count: number): number[] {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return numbers
    .filter((number) => Math.abs(number - paragraph) <= NEIGHBOURHOOD)
    .toSorted((a, b) => Math.abs(a - paragraph) - Math.abs(b - paragraph));
}

function cut(text: string): string {
  return text.slice(0, MOST_COMPARED);
}
