/** Corrections: what became, in a newer generation, of passages that were shown. */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import { compareWords, type WordChange } from '../quotes/word-changes.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { cutPassage, type Passage } from './passage.js';
import { findArticle, type ParagraphReference } from './references.js';
import { findChange } from './shown-passages.js';

/** A passage as it was shown, with its words: the newer generation does not have them. */
export interface ShownWords extends ParagraphReference {
  readonly last: number;
  readonly text: string;
  /** Of `text`, when nothing else was shown of it: then a correction is one of this sentence. */
  readonly sentence?: Span | undefined;
}

/** A shown passage that is not there any more; those that still are make none. */
export type Correction =
  /** Other words stand there; `changes` are between the words shown and `now.text`, none where only marks differ. */
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

export type Changed = Extract<Correction, { readonly kind: 'changed' }>;

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
  if (shown.sentence !== undefined) {
    // Wherever it stands.
    if (article.text.includes(wordsOf(shown))) return undefined;
  } else {
    const { now, movedTo } = findChange(article, shown);
    if (now?.text === shown.text) return undefined;
    if (movedTo !== undefined) return { kind: 'moved', shown, now: movedTo };
  }
  return findVersion(article, shown) ?? { kind: 'vanished', shown, isArticleGone: false };
}

/** The passage of as many paragraphs near by that has most of the words, or the sentence in it; undefined when none has half. */
export function findVersion(article: Article, shown: ShownWords): Changed | undefined {
  const { paragraph, last } = shown;
  const words = cut(wordsOf(shown));
  let best: Changed | undefined;
  let most = IS_VERSION;
  for (const first of nearest(paragraph, article.paragraphs.length)) {
    const passage = cutPassage(article, first, Math.min(first + last - paragraph, article.paragraphs.length));
    for (const now of shown.sentence === undefined ? [passage] : sentencesOf(passage)) {
      const { alike, changes } = compareWords(words, cut(now.text));
      // Of equals the nearest comes first.
      if (alike > most || (best === undefined && alike === most)) {
        best = { kind: 'changed', shown, now, changes };
        most = alike;
      }
    }
  }
  return best;
}

function wordsOf({ text, sentence }: ShownWords): string {
  return sentence === undefined ? text : text.slice(sentence.start, sentence.end);
}

/** Each as a passage of its own. */
function sentencesOf(passage: Passage): Passage[] {
  const { text, language } = passage;
  return splitSentences(text, language).map(({ start, end }) => ({
    ...passage,
    text: text.slice(start, end),
  }));
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
