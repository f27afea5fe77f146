/**
 * The articles of all segments in the order of their ids. What the generation before had in order stays in order, so that a
 * commit sorts what is new, and of the rest only copies a list.
 */
import type { Article } from '../articles/article.js';
import type { SnapshotPart } from './snapshot.js';
import { createSlices } from './slices.js';

/** Columns, a row an article, sorted by `articleId`. */
export interface ArticleOrder {
  readonly articles: readonly Article[];
  /** Position of its segment among the parts. */
  readonly parts: Uint32Array;
  /** Its position in the segment. */
  readonly ordinals: Uint32Array;
}

/** The generation before, as far as its order is of use. */
export interface Ordered {
  readonly parts: readonly SnapshotPart[];
  readonly order: ArticleOrder;
}

const NO_ARTICLES: ArticleOrder = { articles: [], parts: new Uint32Array(0), ordinals: new Uint32Array(0) };

/** How many articles are handled between two looks at the clock. */
const ARTICLES_A_STEP = 256;

/** Cost: a copy of the order before, and sorting for all segments that it does not know. */
export async function orderArticles(
  parts: readonly SnapshotPart[],
  before: Ordered = { parts: [], order: NO_ARTICLES },
): Promise<ArticleOrder> {
  const pause = createSlices();
  const known = new Set(before.parts.map(({ segment }) => segment.name));
  let orders: ArticleOrder[] = [await keepKnown(parts, before, pause)];
  for (const [at, part] of parts.entries()) {
    if (!known.has(part.segment.name)) orders.push(orderOfPart(part, at));
    await pause();
  }
  // Those of about the same size together, so that the long list of old articles is copied once.
  orders = orders.toSorted((a, b) => a.articles.length - b.articles.length);
  while (orders.length > 1) {
    const [first = NO_ARTICLES, second = NO_ARTICLES, ...rest] = orders;
    orders = insertBySize(rest, await merge(first, second, pause));
  }
  return orders[0] ?? NO_ARTICLES;
}

/** What is left of the order before: articles of the same segments that have not been removed since. */
async function keepKnown(
  parts: readonly SnapshotPart[],
  before: Ordered,
  pause: () => Promise<void>,
): Promise<ArticleOrder> {
  const places = new Map(parts.map((part, at) => [part.segment.name, { at, dead: part.dead }]));
  const found = before.parts.map(({ segment }) => places.get(segment.name));
  const { articles, parts: partOf, ordinals } = before.order;
  const kept = new Rows(articles.length);
  for (const [row, article] of articles.entries()) {
    if (row % ARTICLES_A_STEP === 0) await pause();
    const place = found[partOf[row] ?? 0];
    const ordinal = ordinals[row] ?? 0;
    if (place !== undefined && !place.dead.has(ordinal)) kept.add(article, place.at, ordinal);
  }
  return kept.order();
}

function orderOfPart({ segment, dead }: SnapshotPart, at: number): ArticleOrder {
  const rows = new Rows(segment.articles.length);
  for (const [ordinal, article] of segment.articles.entries())
    if (!dead.has(ordinal)) rows.add(article, at, ordinal);
  return rows.order();
}

/** Keeps a list of orders sorted by their length. */
function insertBySize(orders: ArticleOrder[], one: ArticleOrder): ArticleOrder[] {
  const at = orders.findIndex(({ articles }) => articles.length >= one.articles.length);
  orders.splice(at < 0 ? orders.length : at, 0, one);
  return orders;
}

/** Merges by stretches, so that a few articles are put among many by a few looks at them. */
async function merge(a: ArticleOrder, b: ArticleOrder, pause: () => Promise<void>): Promise<ArticleOrder> {
  const merged = new Rows(a.articles.length + b.articles.length);
  let [from, other, at, otherAt] = [a, b, 0, 0];
  for (let steps = 0; otherAt < other.articles.length; steps++) {
    if (steps % ARTICLES_A_STEP === 0) await pause();
    const end = placeBehind(other.articles[otherAt]?.articleId ?? '', from.articles, at);
    merged.take(from, at, end);
    [from, other, at, otherAt] = [other, from, otherAt, end];
  }
  merged.take(from, at, from.articles.length);
  return merged.order();
}

/** Position of the first article behind `id`: steps that double, then halves. */
function placeBehind(id: string, articles: readonly Article[], from: number): number {
  const isBefore = (at: number): boolean => (articles[at]?.articleId ?? '') <= id;
  let [low, step] = [from, 1];
  while (low + step <= articles.length && isBefore(low + step - 1)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step - 1, articles.length);
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An order in the making. */
class Rows {
  readonly #articles: Article[] = [];
  readonly #parts: Uint32Array;
  readonly #ordinals: Uint32Array;

  /** @param most - articles to come. */
  constructor(most: number) {
    this.#parts = new Uint32Array(most);
    this.#ordinals = new Uint32Array(most);
  }

  add(article: Article, part: number, ordinal: number): void {
    const row = this.#articles.push(article) - 1;
    this.#parts[row] = part;
    this.#ordinals[row] = ordinal;
  }

  /** Adds rows `start` up to and without `end`. */
  take({ articles, parts, ordinals }: ArticleOrder, start: number, end: number): void {
    this.#parts.set(parts.subarray(start, end), this.#articles.length);
    this.#ordinals.set(ordinals.subarray(start, end), this.#articles.length);
    for (let row = start; row < end; row++) {
      const article = articles[row];
      if (article !== undefined) this.#articles.push(article);
    }
  }

  order(): ArticleOrder {
    const { length } = this.#articles;
    const [parts, ordinals] = [this.#parts.subarray(0, length), this.#ordinals.subarray(0, length)];
    return { articles: this.#articles, parts, ordinals };
  }
}
