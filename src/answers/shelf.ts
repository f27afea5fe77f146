/** What is on the shelf: the overview of a snapshot, the card of an article, and titles to choose from. */
import { paragraphText, type Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import { tokenize } from '../text/terms.js';
import { attributionOf, type Attribution } from './passage.js';

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

/** How many of the newest articles the overview names. */
const NEWEST = 5;

export function describeShelf({ articles }: Snapshot): Shelf {
  return {
    articles: articles.length,
    paragraphs: articles.reduce((sum, article) => sum + article.paragraphs.length, 0),
    sources: countSources(articles),
    newest: articles.toSorted(byDateNewestFirst).slice(0, NEWEST).map(attributionOf),
  };
}

export function describeArticle(article: Article): ArticleCard {
  return {
    attribution: attributionOf(article),
    tags: article.tags,
    language: article.language,
    paragraphs: article.paragraphs.length,
    words: article.paragraphs.reduce((sum, one) => sum + tokenize(paragraphText(article, one)).length, 0),
    related: article.related,
  };
}

/**
 * Articles whose title, source or id holds `part`, ignoring case and accents. Titles that begin with it come first, then
 * the newest. An empty `part` gives the newest.
 */
export function suggestArticles(snapshot: Snapshot, part: string, limit: number): Attribution[] {
  const wanted = fold(part.trim());
  const starts: Article[] = [];
  const holds: Article[] = [];
  for (const { article, title, text } of searchable(snapshot)) {
    if (title.startsWith(wanted)) starts.push(article);
    else if (text.includes(wanted)) holds.push(article);
  }
  return [...starts, ...holds].slice(0, limit).map(attributionOf);
}

interface Searchable {
  readonly article: Article;
  readonly title: string;
  readonly text: string;
}

/** Folded once for each snapshot, because suggestions are asked for at every keystroke. */
const folded = new WeakMap<Snapshot, readonly Searchable[]>();

function searchable(snapshot: Snapshot): readonly Searchable[] {
  let known = folded.get(snapshot);
  if (known === undefined) {
    known = snapshot.articles.toSorted(byDateNewestFirst).map((article) => ({
      article,
      title: fold(article.title),
      text: fold(`${article.title}\n${article.source ?? ''}\n${article.articleId}`),
    }));
    folded.set(snapshot, known);
  }
  return known;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** ISO dates compare as texts; articles without a date come last, then by id. */
function byDateNewestFirst(a: Article, b: Article): number {
  return compare(b.date ?? '', a.date ?? '') || compare(a.articleId, b.articleId);
}

function countSources(articles: readonly Article[]): Shelf['sources'] {
  const counts = new Map<string, number>();
  for (const { source } of articles) {
    if (source !== undefined) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts]
    .map(([source, count]) => ({ source, articles: count }))
    .toSorted((a, b) => b.articles - a.articles || compare(a.source, b.source));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
