/** What of a ranking is shown: different things, not the same thing three times, and neighbours together. */
import type { Snapshot } from '../index/snapshot.js';
import { rememberByChunk } from '../search/chunk-memo.js';
import { exactCosine } from '../search/scan.js';
import type { Candidate, Question } from '../search/search.js';
import { termsOf } from '../text/terms.js';
import { createHighlighter, type Highlighter } from './highlight.js';
import { attributionOf, cutPassage, type Passage } from './passage.js';

/** How many passages an answer shows. */
const MAX_PASSAGES = 3;
/** How many are listed behind those. */
const MAX_FURTHER = 12;
/** Only so many candidates are looked at for what is shown: copies and windows of one paragraph do not use up the places. */
const LOOKED_AT = 30;
/** Of one article, where there are others to choose from. */
const MAX_OF_ONE_ARTICLE = 2;
/** A further passage is shown when its score is at least this share of the best one's. */
const WORTH_SHOWING = 0.6;
/** Neighbours are joined when both are at least this share of the best. */
const WORTH_JOINING = 0.8;
/** Longer passages are not joined: nobody reads them in a chat. */
const LONGEST_JOINED = 900;
const MOST_JOINED = 3;
/** Share of terms from which on two paragraphs are copies of each other. */
const IS_COPY = 0.8;
/** Shorter paragraphs are alike by chance. */
const FEWEST_TERMS = 8;
/** Copies are at least so near to each other, and others need not be read. With e5-small-v2, 1,163 copies of three sets are from .893 on. */
const COPIES_COSINE = 0.88;

/** About ten megabytes. */
const MEMO_SIZE = 5_000;

/** The distinct terms of the chunk in a row. */
const termsAt = rememberByChunk((text) => new Set(termsOf(text)), MEMO_SIZE);

/** A passage in the making. */
interface Group {
  /** Row of the candidate that came first. */
  readonly row: number;
  readonly article: number;
  /** First paragraph of the candidate that came first. */
  readonly answering: number;
  first: number;
  last: number;
  readonly score: number;
  readonly copies: Set<number>;
}

export interface Choice {
  /** Best first; at most three. */
  readonly shown: readonly Passage[];
  /** Finds what came next, best first: also what is not worth showing, and more of one article. At most 12. */
  readonly further: () => readonly Passage[];
  /** Whether anything came next, which is known without looking it up. */
  readonly hasFurther: boolean;
}

/** @param candidates - best first. */
export function choosePassages(
  snapshot: Snapshot,
  question: Question,
  candidates: readonly Candidate[],
): Choice {
  const read = (from: number, to?: number): Group[] =>
    candidates.slice(from, to).flatMap((candidate) => toGroup(snapshot, candidate) ?? []);
  const highlighter = createHighlighter(snapshot, question.text);
  const cut = (group: Group): Passage => toPassage(snapshot, highlighter, group);
  const first = read(0, LOOKED_AT);
  const shown = chooseShown(snapshot, question, first);
  return {
    shown: shown.map(cut),
    // A question should not wait for what few readers will open.
    further: () => listFurther(snapshot, [...first, ...read(LOOKED_AT)], shown).map(cut),
    hasFurther: first.some((group) => !isAmong(snapshot, shown, group)),
  };
}

function chooseShown(snapshot: Snapshot, question: Question, candidates: readonly Group[]): Group[] {
  const best = candidates[0]?.score ?? 0;
  const groups: Group[] = [];
  for (const group of candidates) {
    if (group.score < WORTH_SHOWING * best) break;
    if (isKnown(snapshot, groups, group)) continue;
    const neighbour =
      group.score >= WORTH_JOINING * best ? groups.find((one) => mayJoin(snapshot, one, group)) : undefined;
    if (neighbour !== undefined) join(neighbour, group);
    else if (hasRoom(snapshot, question, groups, group)) groups.push(group);
  }
  return groups;
}

/** Different ones as well, but not joined: whoever reads on reads one by one. */
function listFurther(snapshot: Snapshot, candidates: readonly Group[], shown: readonly Group[]): Group[] {
  const further: Group[] = [];
  for (const group of candidates) {
    if (further.length === MAX_FURTHER) break;
    if (!isAmong(snapshot, shown, group) && !isKnown(snapshot, further, group)) further.push(group);
  }
  return further;
}

function isAmong(snapshot: Snapshot, shown: readonly Group[], group: Group): boolean {
  return shown.some((one) => overlaps(one, group) || areCopies(snapshot, one, group));
}

/** Whether a group has the same paragraph, or a copy of it; the article of a copy is remembered. */
function isKnown(snapshot: Snapshot, groups: readonly Group[], group: Group): boolean {
  if (groups.some((one) => overlaps(one, group))) return true;
  const original = groups.find((one) => areCopies(snapshot, one, group));
  if (original !== undefined && original.article !== group.article) original.copies.add(group.article);
  return original !== undefined;
}

function toGroup(snapshot: Snapshot, { chunk: row, score }: Candidate): Group | undefined {
  const chunk = snapshot.chunkAt(row);
  if (chunk === undefined) return undefined;
  return {
    row,
    article: chunk.article,
    answering: chunk.first,
    first: chunk.first,
    last: chunk.last,
    score,
    copies: new Set(),
  };
}

/** Two windows of one paragraph make one passage. */
function overlaps(one: Group, other: Group): boolean {
  return one.article === other.article && one.first <= other.last && other.first <= one.last;
}

/** Dice's coefficient of the terms: a changed word or two make no other text. */
function areCopies(snapshot: Snapshot, one: Group, other: Group): boolean {
  if (cosineBetween(snapshot, one.row, other.row) < COPIES_COSINE) return false;
  const terms = termsAt(snapshot, one.row);
  const others = termsAt(snapshot, other.row);
  const sum = terms.size + others.size;
  if (sum < 2 * FEWEST_TERMS) return false;
  let shared = 0;
  for (const term of others) if (terms.has(term)) shared++;
  return (2 * shared) / sum >= IS_COPY;
}

function cosineBetween({ block }: Snapshot, one: number, other: number): number {
  const from = block.dimensions * one;
  return exactCosine(block, other, block.vectors.subarray(from, from + block.dimensions));
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

function toPassage(snapshot: Snapshot, highlight: Highlighter, group: Group): Passage {
  const { articles } = snapshot;
  const article = articles[group.article];
  if (article === undefined) throw new RangeError('a chunk belongs to an article of its own snapshot');
  const highlights = highlight(group.row).toSorted((a, b) => a.start - b.start);
  return {
    ...cutPassage(article, group.first, group.last, highlights, group.score),
    answering: group.answering,
    alsoIn: [...group.copies].flatMap((at) => articles[at] ?? []).map(attributionOf),
  };
}
