/** What a newer generation has on a topic that was not there before: for those who follow it. */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Question } from '../search/search.js';
import type { NotReady } from './asked.js';
import { findVersion } from './corrections.js';
import { cutPassage, type Passage } from './passage.js';
import { hashOfWords, referTo } from './references.js';
import { searchTopic } from './topic.js';

/** What is known already. Without either, everything on the topic is new. */
export interface Seen {
  /** An earlier generation: articles that are the same in it have nothing new. */
  readonly since?: Snapshot | undefined;
  /** Short hashes of passages that were posted: see `ParagraphReference.hash`. */
  readonly hashes?: ReadonlySet<string> | undefined;
}

export interface New {
  /** Newest articles first, those without a date last; of one day the best first. */
  readonly passages: readonly Passage[];
  /** Those that only have other words than in the earlier generation, and were on the topic there: a correction is no news. */
  readonly corrected: readonly Passage[];
}

export type NewPassages =
  | (New & {
      readonly kind: 'found';
      /** Of the generation that was looked through, to know it again as `since`: numbers begin anew with the index. */
      readonly committedAt: string;
    })
  | NotReady;

/** @returns the same words once. */
export function findNew(snapshot: Snapshot, topic: Question, { since, hashes }: Seen): New {
  const earlier = new Map((since?.articles ?? []).map((article) => [article.articleId, article]));
  const without = unchangedArticles(snapshot, earlier);
  const passages = new Map<string, Passage>();
  const corrected = new Map<string, Passage>();
  for (const { article: at, first, last, score } of searchTopic(snapshot, withoutArticles(topic, without))) {
    const article = snapshot.articles[at];
    if (article === undefined) continue;
    const passage = cutPassage(article, first, last, [], score);
    const hash = hashOfWords(passage.text);
    const before = earlier.get(article.articleId);
    if (hashes?.has(hash) === true || before?.text.includes(passage.text) === true) continue;
    const version = before && earlierVersion(passage, article, before);
    const isCorrection = version !== undefined && since !== undefined && isOnTopic(since, topic, version);
    const fitting = isCorrection ? corrected : passages;
    if (!fitting.has(hash)) fitting.set(hash, passage);
  }
  return { passages: [...passages.values()].toSorted(newestFirst), corrected: [...corrected.values()] };
}

/** The other words that the article had, if this is what has become of them. Words that still stand there were not corrected. */
function earlierVersion(passage: Passage, article: Article, before: Article): Passage | undefined {
  const earlier = versionIn(before, passage);
  if (earlier === undefined || article.text.includes(earlier.text)) return undefined;
  return versionIn(article, earlier)?.text === passage.text ? earlier : undefined;
}

function versionIn(article: Article, passage: Passage): Passage | undefined {
  const { last, text } = passage;
  return findVersion(article, { ...referTo(passage), last, text })?.now;
}

function isOnTopic(snapshot: Snapshot, topic: Question, { attribution, paragraph, last }: Passage): boolean {
  const article = snapshot.articles.findIndex(({ articleId }) => articleId === attribution.articleId);
  const found = searchTopic(snapshot, { ...topic, filter: { ...topic.filter, article } });
  return found.some((one) => one.first <= last && one.last >= paragraph);
}

/** Positions of articles whose files are the same as before. */
function unchangedArticles({ articles }: Snapshot, earlier: ReadonlyMap<string, Article>): Set<number> {
  const unchanged = new Set<number>();
  for (const [at, { articleId, fileHash }] of articles.entries()) {
    if (earlier.get(articleId)?.fileHash === fileHash) unchanged.add(at);
  }
  return unchanged;
}

function withoutArticles(topic: Question, without: ReadonlySet<number>): Question {
  return without.size === 0 ? topic : { ...topic, filter: { ...topic.filter, without } };
}

/** Sorting keeps the order of equal ones: best first. */
function newestFirst({ attribution: a }: Passage, { attribution: b }: Passage): number {
  const [left, right] = [a, b].map(({ date }) =>
    date === undefined ? Number.NEGATIVE_INFINITY : Date.parse(date),
  );
  if (left === right) return 0;
  return (left ?? 0) > (right ?? 0) ? -1 : 1;
}
