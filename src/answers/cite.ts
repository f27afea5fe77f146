/** Citing: a paragraph by its place, and the way from a citation back to the words, whatever became of them. */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import type { NotReady, UnknownArticle } from './asked.js';
import { isAllowed } from './filters.js';
import { cutPassage, type Passage } from './passage.js';
import { parsePermalink, writePermalink } from './permalink.js';
import { identifyArticle } from './references.js';
import { findChange, type Change } from './shown-passages.js';

export type Citation = Cited | NoSuchParagraph | UnknownArticle | NotReady;

/** A paragraph, verbatim, and the permanent id of these words at this place. */
export interface Cited {
  readonly kind: 'cited';
  readonly passage: Passage;
  readonly permalink: string;
}

/** `paragraphs` is how many the article has. */
export interface NoSuchParagraph {
  readonly kind: 'no-such-paragraph';
  readonly paragraphs: number;
}

/** What a permalink leads to; `cited` where it has no hash, so that nobody can say whether the words are the same. */
export type Followed =
  | Citation
  | { readonly kind: 'unchanged'; readonly passage: Passage; readonly permalink: string }
  | ({ readonly kind: 'changed' } & Change)
  /** What was typed is no permalink. */
  | { readonly kind: 'no-permalink' };

/**
 * @param name - an article's id, "#" with its short id, or its title.
 * @param sources - those that may be cited, an empty list allows all; articles of others are as unknown as if they were not there.
 */
export function cite(
  snapshot: Snapshot,
  name: string,
  paragraph: number,
  sources: readonly string[] = [],
): Exclude<Citation, NotReady> {
  const article = findByName(snapshot, name, sources);
  return article === undefined ? { kind: 'unknown-article' } : citeFrom(article, paragraph);
}

/** @param typed - as a reader typed or pasted it. */
export function followPermalink(
  snapshot: Snapshot,
  typed: string,
  sources: readonly string[] = [],
): Exclude<Followed, NotReady> {
  const link = parsePermalink(typed);
  if (link === undefined) return { kind: 'no-permalink' };
  const { paragraph, hash } = link;
  const article = findByName(snapshot, link.article, sources);
  if (article === undefined) return { kind: 'unknown-article' };
  const cited = citeFrom(article, paragraph);
  if (hash === undefined) return cited;
  const change = findChange(article, { paragraph, last: paragraph, hash });
  if (change.movedTo !== undefined) return { kind: 'changed', ...change };
  if (cited.kind !== 'cited') return cited;
  return cited.permalink.endsWith(hash) ? { ...cited, kind: 'unchanged' } : { kind: 'changed', ...change };
}

function citeFrom(article: Article, paragraph: number): Cited | NoSuchParagraph {
  const { length } = article.paragraphs;
  if (!Number.isInteger(paragraph) || paragraph < 1 || paragraph > length)
    return { kind: 'no-such-paragraph', paragraphs: length };
  const passage = cutPassage(article, paragraph, paragraph);
  return { kind: 'cited', passage, permalink: writePermalink(passage) };
}

/** An id that was typed from memory may have other capitals, as long as only one article can be meant. */
function findByName(snapshot: Snapshot, name: string, sources: readonly string[]): Article | undefined {
  const articleId = identifyArticle(snapshot, name);
  const lower = name.trim().toLowerCase();
  const found = snapshot.articles.filter((one) =>
    articleId === undefined ? one.articleId.toLowerCase() === lower : one.articleId === articleId,
  );
  const [only] = found;
  return found.length === 1 && isAllowed(only?.source, sources) ? only : undefined;
}
