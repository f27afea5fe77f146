/**
 * Ways back to what was shown: short references to passages, for buttons that must keep working after a restart and
 * notice a changed article, and names of articles as they come with an option.
 */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import { hashOf } from '../text/hash.js';
import type { NotReady } from './asked.js';
import { cutPassage, type Passage } from './passage.js';

/** A way back to a paragraph that fits into 100 characters, for buttons: see `findPassage`. */
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

const ARTICLE_DIGITS = 12;
const PASSAGE_DIGITS = 8;
/** A passage joins at most this many further (very short) paragraphs when it is looked for again. */
const MOST_JOINED = 50;

/** Short name of an article: 12 hexadecimal digits. */
export function shortId(articleId: string): string {
  return hashOf(articleId).slice(0, ARTICLE_DIGITS);
}

export function referTo(passage: Passage): ParagraphReference {
  return {
    article: shortId(passage.attribution.articleId),
    paragraph: passage.paragraph,
    hash: hashOfWords(passage.text),
  };
}

/** Short hash of a passage's text: 8 hexadecimal digits. */
export function hashOfWords(text: string): string {
  return hashOf(text).slice(0, PASSAGE_DIGITS);
}

/**
 * The article that a name means: its id, "#" with its short id, or its title ignoring case when no other has it.
 *
 * @returns the article's id, or undefined when no article or more than one is meant.
 */
export function identifyArticle(snapshot: Snapshot, name: string): string | undefined {
  const { articles } = snapshot;
  const wanted = name.trim();
  if (articles.some(({ articleId }) => articleId === wanted)) return wanted;
  const short = wanted.startsWith('#') ? byShortId(snapshot).get(wanted.slice(1)) : undefined;
  if (short !== undefined) return short.articleId;
  const title = wanted.toLowerCase();
  const titled = articles.filter((article) => article.title.toLowerCase() === title);
  return titled.length === 1 ? titled[0]?.articleId : undefined;
}

/** The passage that was meant, or undefined when its article is gone or has other words there now. */
export function findPassage(snapshot: Snapshot, reference: ParagraphReference): Passage | undefined {
  const article = findArticle(snapshot, reference.article);
  return article === undefined ? undefined : findIn(article, reference);
}

/** The article with a short id. */
export function findArticle(snapshot: Snapshot, short: string): Article | undefined {
  return byShortId(snapshot).get(short);
}

/** Hashed once for each snapshot: every button asks for it, and among many articles it takes a tenth of a second. */
const shortIds = new WeakMap<Snapshot, ReadonlyMap<string, Article>>();

function byShortId(snapshot: Snapshot): ReadonlyMap<string, Article> {
  let known = shortIds.get(snapshot);
  if (known === undefined) {
    known = new Map(snapshot.articles.map((article) => [shortId(article.articleId), article]));
    shortIds.set(snapshot, known);
  }
  return known;
}

function findIn(article: Article, { paragraph, hash }: ParagraphReference): Passage | undefined {
  if (article.paragraphs[paragraph - 1] === undefined) return undefined;
  const furthest = Math.min(paragraph + MOST_JOINED, article.paragraphs.length);
  for (let last = paragraph; last <= furthest; last++) {
    const passage = cutPassage(article, paragraph, last);
    if (hashOfWords(passage.text) === hash) return passage;
  }
  return undefined;
}
