/** What of a ranking is shown: different things, not the same thing three times, and neighbours together. */
import type { Snapshot } from '../index/snapshot.js';
import type { Candidate, Question } from '../search/search.js';
import type { Span } from '../text/span.js';
import { termsOf } from '../text/terms.js';
import { highlightChunk } from './highlight.js';
import { attributionOf, cutPassage, type Passage } from './passage.js';

/** How many passages an answer shows. */
const MAX_PASSAGES = 3;
/** Of one article, where there are others to choose from. */
const MAX_OF_ONE_ARTICLE = 2;
/** A further passage is shown when its score is at least this share of the best one's. */
const WORTH_SHOWING = 0.5;
/** Neighbours are joined when both are at least this share of the best. */
const WORTH_JOINING = 0.8;
/** Longer passages are not joined: nobody reads them in a chat. */
const LONGEST_JOINED = 900;
const MOST_JOINED = 3;
/** Share of terms from which on two paragraphs are copies of each other. */
const IS_COPY = 0.8;
/** Shorter paragraphs are alike by chance. */
const FEWEST_TERMS = 8;

/** A passage in the making. */
interface Group {
  readonly article: number;
  /** First paragraph of the candidate that came first. */
  readonly answering: number;
  first: number;
  last: number;
  readonly score: number;
  readonly highlights: Span[];
  readonly terms: ReadonlySet<string>;
  readonly copies: Set<number>;
}

/** @param candidates - best first. */
export function choosePassages(
  snapshot: Snapshot,
  question: Question,
  candidates: readonly Candidate[],
): Passage[] {
  const best = candidates[0]?.score ?? 0;
  const groups: Group[] = [];
  for (const candidate of candidates) {
    if (candidate.score < WORTH_SHOWING * best) break;
    const group = toGroup(snapshot, question, candidate);
    if (group === undefined || groups.some((one) => overlaps(one, group))) continue;
    const original = groups.find((one) => areCopies(one, group));
    if (original !== undefined) {
      if (original.article !== group.article) original.copies.add(group.article);
      continue;
    }
    const neighbour =
      candidate.score >= WORTH_JOINING * best
        ? groups.find((one) => mayJoin(snapshot, one, group))
        : undefined;
    if (neighbour !== undefined) join(neighbour, group);
    else if (hasRoom(snapshot, question, groups, group)) groups.push(group);
  }
  return groups.map((group) => toPassage(snapshot, group));
}

function toGroup(
  snapshot: Snapshot,
  question: Question,
  { chunk: row, score }: Candidate,
): Group | undefined {
  const chunk = snapshot.chunkAt(row);
  const article = snapshot.articles[chunk?.article ?? -1];
  if (chunk === undefined || article === undefined) return undefined;
  return {
    article: chunk.article,
    answering: chunk.first,
    first: chunk.first,
    last: chunk.last,
    score,
    highlights: highlightChunk(snapshot, row, question.text),
    terms: new Set(termsOf(article.text.slice(chunk.start, chunk.end))),
    copies: new Set(),
  };
}

/** Two windows of one paragraph make one passage. */
function overlaps(one: Group, other: Group): boolean {
  return one.article === other.article && one.first <= other.last && other.first <= one.last;
}

/** Dice's coefficient of the terms: a changed word or two make no other text. */
function areCopies(one: Group, other: Group): boolean {
  const sum = one.terms.size + other.terms.size;
  if (sum < 2 * FEWEST_TERMS) return false;
  let shared = 0;
  for (const term of other.terms) if (one.terms.has(term)) shared++;
  return (2 * shared) / sum >= IS_COPY;
}

/** Next to each other, with nothing between them that is not shown. */
function mayJoin({ articles }: Snapshot, one: Group, other: Group): boolean {
  if (one.article !== other.article) return false;
  const [before, behind] = one.last < other.first ? [one, other] : [other, one];
  const { text = '', paragraphs = [] } = articles[one.article] ?? {};
  const [start, end] = [paragraphs[before.first - 1]?.start ?? 0, paragraphs[behind.last - 1]?.end ?? 0];
  if (before.last + 1 !== behind.first || end - start > LONGEST_JOINED) return false;
  if (behind.last - before.first >= MOST_JOINED) return false;
  const [from, to] = [paragraphs[before.last - 1]?.end, paragraphs[behind.first - 1]?.start];
  return text.slice(from, to).trim() === '';
}

function join(group: Group, other: Group): void {
  group.first = Math.min(group.first, other.first);
  group.last = Math.max(group.last, other.last);
}

function hasRoom(
  { articles }: Snapshot,
  question: Question,
  groups: readonly Group[],
  group: Group,
): boolean {
  if (groups.length >= MAX_PASSAGES) return false;
  if (question.filter?.article !== undefined || articles.length === 1) return true;
  return groups.filter(({ article }) => article === group.article).length < MAX_OF_ONE_ARTICLE;
}

function toPassage({ articles }: Snapshot, group: Group): Passage {
  const article = articles[group.article];
  if (article === undefined) throw new RangeError('a chunk belongs to an article of its own snapshot');
  const highlights = group.highlights.toSorted((a, b) => a.start - b.start);
  return {
    ...cutPassage(article, group.first, group.last, highlights, group.score),
    answering: group.answering,
    alsoIn: [...group.copies].flatMap((at) => articles[at] ?? []).map(attributionOf),
  };
}
