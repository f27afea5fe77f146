/**
 * Which chunks a question is about: runs of rows, so that a filter costs a look at columns of articles and the scan reads
 * only what it lets through. Articles come in the order of `Snapshot.articles`, whatever the history of the index.
 */
import type { Snapshot } from '../index/snapshot.js';

/** All conditions must hold; one that is left out always does. */
export interface ArticleFilter {
  /** Position of the one article, in `Snapshot.articles`. */
  readonly article?: number | undefined;
  /** Any part of the source's name, ignoring case. */
  readonly source?: string | undefined;
  /** Whole names of sources, ignoring case: the article's is one of them. An empty list asks for nothing. */
  readonly sources?: readonly string[] | undefined;
  /** ISO dates; the first day that counts, and the first that does not. Articles without a date do not count then. */
  readonly since?: string | undefined;
  readonly before?: string | undefined;
  /** Positions of articles that are left out. */
  readonly without?: ReadonlySet<number> | undefined;
}

/** From a row up to and without another. */
export type RowRange = readonly [from: number, to: number];

export interface Scope {
  /** Positions of articles that have chunks, ascending. */
  readonly articles: Uint32Array;
  /** The rows of those articles in the same order; neighbours are joined. */
  readonly ranges: readonly RowRange[];
  /** How many rows. */
  readonly size: number;
}

interface Columns {
  /** Number of each article's source, 0 for none. */
  readonly sources: Uint32Array;
  readonly sourceNumbers: ReadonlyMap<string, number>;
  /** Time of each article's date in milliseconds, NaN for none. */
  readonly times: Float64Array;
}

/** No article has it. */
const UNKNOWN_SOURCE = -1;

const everything = new WeakMap<Snapshot, Scope>();
const columns = new WeakMap<Snapshot, Columns>();

export function scopeOf(snapshot: Snapshot, filter: ArticleFilter = {}): Scope {
  const { article, ...rest } = filter;
  if (article !== undefined) return scopeOfOne(snapshot, filter, article);
  if (Object.values(rest).every((value) => value === undefined)) {
    const known = everything.get(snapshot) ?? selectArticles(snapshot, () => true);
    everything.set(snapshot, known);
    return known;
  }
  return selectArticles(snapshot, matcherOf(columnsOf(snapshot), filter));
}

function scopeOfOne(snapshot: Snapshot, filter: ArticleFilter, article: number): Scope {
  const rest = { ...filter, article: undefined };
  const matches = Object.values(rest).some((value) => value !== undefined)
    ? matcherOf(columnsOf(snapshot), rest)
    : () => true;
  const isThere = article < snapshot.articles.length && matches(article);
  return joinRows(snapshot, Uint32Array.from(isThere ? [article] : []));
}

function selectArticles(snapshot: Snapshot, matches: (article: number) => boolean): Scope {
  const articles = new Uint32Array(snapshot.articles.length);
  let count = 0;
  for (let at = 0; at < articles.length; at++) if (matches(at)) articles[count++] = at;
  return joinRows(snapshot, articles.subarray(0, count));
}

function joinRows({ firstRows, rowCounts }: Snapshot, chosen: Uint32Array): Scope {
  const ranges: RowRange[] = [];
  let size = 0;
  const articles = chosen.filter((article) => (rowCounts[article] ?? 0) > 0);
  for (const article of articles) {
    const from = firstRows[article] ?? 0;
    const to = from + (rowCounts[article] ?? 0);
    const last = ranges.at(-1);
    if (last?.[1] === from) ranges[ranges.length - 1] = [last[0], to];
    else ranges.push([from, to]);
    size += to - from;
  }
  return { articles, ranges, size };
}

function matcherOf(
  { sources, sourceNumbers, times }: Columns,
  { source, sources: allowed = [], since, before, without }: ArticleFilter,
): (article: number) => boolean {
  const numbers = source === undefined ? undefined : numbersOf(sourceNumbers, fold(source));
  const allowedNumbers = new Set(allowed.map((name) => sourceNumbers.get(fold(name)) ?? UNKNOWN_SOURCE));
  const [from, to] = [timeOf(since), timeOf(before)];
  return (article) => {
    if (without?.has(article) === true) return false;
    if (numbers !== undefined && !numbers.has(sources[article] ?? 0)) return false;
    if (allowedNumbers.size > 0 && !allowedNumbers.has(sources[article] ?? 0)) return false;
    const time = times[article] ?? Number.NaN;
    return (since === undefined || time >= from) && (before === undefined || time < to);
  };
}

/** Numbers of the sources that have a text in their names. */
function numbersOf(sourceNumbers: ReadonlyMap<string, number>, part: string): ReadonlySet<number> {
  return new Set([...sourceNumbers].flatMap(([name, number]) => (name.includes(part) ? [number] : [])));
}

/** Read once for each snapshot, when the first question with a filter comes. */
function columnsOf(snapshot: Snapshot): Columns {
  let known = columns.get(snapshot);
  if (known === undefined) {
    known = readColumns(snapshot);
    columns.set(snapshot, known);
  }
  return known;
}

function readColumns({ articles }: Snapshot): Columns {
  const sourceNumbers = new Map<string, number>();
  const sources = Uint32Array.from(articles, ({ source }) => {
    if (source === undefined) return 0;
    const name = fold(source);
    const number = sourceNumbers.get(name) ?? sourceNumbers.size + 1;
    sourceNumbers.set(name, number);
    return number;
  });
  return { sources, sourceNumbers, times: Float64Array.from(articles, ({ date }) => timeOf(date)) };
}

const fold = (name: string): string => name.trim().toLowerCase();

const timeOf = (date: string | undefined): number => (date === undefined ? Number.NaN : Date.parse(date));
