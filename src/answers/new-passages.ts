/** What a newer generation has on a topic that was not there before: for those who follow it. */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Question } from '../search/search.js';
import type { NotReady } from './asked.js';
import { cutPassage, type Passage } from './passage.js';
import { hashOfWords } from './references.js';
import { searchTopic } from './topic.js';

/** What is known already. Without either, everything on the topic is new. */
export interface Seen {
  /** An earlier generation: articles that are the same in it have nothing new. */
  readonly since?: Snapshot | undefined;
  /** Short hashes of passages that were posted: see `ParagraphReference.hash`. */
  readonly hashes?: ReadonlySet<string> | undefined;
}

export type NewPassages =
  | {
      readonly kind: 'found';
      readonly passages: readonly Passage[];
      /** Of the generation that was looked through, to know it again as `since`: numbers begin anew with the index. */
      readonly committedAt: string;
    }
  | NotReady;

/** @returns the same words once; newest articles first, those without a date last, of one day the best first. */
export function findNew(snapshot: Snapshot, topic: Question, { since, hashes }: Seen): Passage[] {
  const earlier = new Map((since?.articles ?? []).map((article) => [article.articleId, article]));
  const without = unchangedArticles(snapshot, earlier);
  const passages = new Map<string, Passage>();
  for (const { article: at, first, last, score } of searchTopic(snapshot, withoutArticles(topic, without))) {
    const article = snapshot.articles[at];
    if (article === undefined) continue;
    const passage = cutPassage(article, first, last, [], score);
    const hash = hashOfWords(passage.text);
    const isKnown =
      hashes?.has(hash) === true || earlier.get(article.articleId)?.text.includes(passage.text) === true;
    if (!isKnown && !passages.has(hash)) passages.set(hash, passage);
  }
  return [...passages.values()].toSorted(newestFirst);
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
