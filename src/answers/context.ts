/** What stands around a passage, page by page, in whole paragraphs and in their order. */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import type { NotReady } from './asked.js';
import { cutPassage, type Passage } from './passage.js';
import { findArticle, findPassage, type ParagraphReference } from './references.js';

export type Context =
  | {
      readonly kind: 'found';
      /** The paragraphs of the page; on page 0 the words that were referred to are pointed out. */
      readonly passage: Passage;
      /** 0 is the page around the passage, 1 the one behind it, -1 the one before it. */
      readonly page: number;
      readonly hasBefore: boolean;
      readonly hasBehind: boolean;
    }
  /** The article is gone, or the paragraph has other words now. */
  | { readonly kind: 'changed' }
  | NotReady;

/** A page with more characters has one paragraph only: escaped, it has to fit into a message. */
const LONGEST_PAGE = 2500;

/** First and last paragraph of a page. */
type Page = readonly [first: number, last: number];

/** @param page - a page beyond either end is the last one on that side. */
export function findContext(snapshot: Snapshot, reference: ParagraphReference, page = 0): Context {
  const article = findArticle(snapshot, reference.article);
  const own = findPassage(snapshot, reference);
  if (article === undefined || own === undefined) return { kind: 'changed' };
  let shown = around(article, own);
  let at = 0;
  for (; at < page && shown[1] < article.paragraphs.length; at++) shown = behind(article, shown);
  for (; at > page && shown[0] > 1; at--) shown = before(article, shown);
  const [first, last] = shown;
  const pointedOut = at === 0 ? [spanOf(article, own.paragraph, own.last)] : [];
  return {
    kind: 'found',
    passage: cutPassage(article, first, last, pointedOut),
    page: at,
    hasBefore: first > 1,
    hasBehind: last < article.paragraphs.length,
  };
}

/** With one neighbour on each side, where that is not too much. */
function around(article: Article, { paragraph, last }: Passage): Page {
  const from = Math.max(1, paragraph - 1);
  const to = Math.min(last + 1, article.paragraphs.length);
  if (fits(article, from, to)) return [from, to];
  if (fits(article, from, last)) return [from, last];
  return [paragraph, fits(article, paragraph, to) ? to : last];
}

function behind(article: Article, [, before]: Page): Page {
  const first = before + 1;
  let last = first;
  while (last < article.paragraphs.length && fits(article, first, last + 1)) last++;
  return [first, last];
}

function before(article: Article, [behind]: Page): Page {
  const last = behind - 1;
  let first = last;
  while (first > 1 && fits(article, first - 1, last)) first--;
  return [first, last];
}

function fits(article: Article, first: number, last: number): boolean {
  const { start, end } = spanOf(article, first, last);
  return end - start <= LONGEST_PAGE;
}

function spanOf({ paragraphs }: Article, first: number, last: number): { start: number; end: number } {
  return { start: paragraphs[first - 1]?.start ?? 0, end: paragraphs[last - 1]?.end ?? 0 };
}
