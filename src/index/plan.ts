/**
 * What a commit has to write: new articles, and those of segments that are better written again. A removed article is only
 * marked in the manifest, until too many are; a small segment goes into the next new one, so that their number stays small
 * and each passage is written again only a few times.
 */
import type { Article } from '../articles/article.js';
import type { SegmentEntry } from './manifest.js';
import { articleOf, passagesOf, SEGMENT_SIZE, type FreshArticle, type SegmentSource } from './segment.js';
import type { SnapshotPart } from './snapshot.js';

/** A segment with more removed passages than this share is written again without them. */
const MOST_DEAD = 1 / 3;
/** A segment with at most so many times the new passages is written again with them. */
const WORTH_JOINING = 2;

/** A segment of a generation with its line in the manifest. */
export interface StoredPart extends SnapshotPart {
  readonly entry: Omit<SegmentEntry, 'dead'>;
}

export interface Change {
  readonly fresh: readonly FreshArticle[];
  /** Articles of the generation before that stay; all others are removed. */
  readonly kept: ReadonlySet<Article>;
  /** Writes everything again: what is on disk cannot be relied on. */
  readonly rewrite: boolean;
}

export interface Plan {
  readonly parts: readonly StoredPart[];
  /** For each new segment its articles, sorted by `articleId`. */
  readonly groups: readonly (readonly SegmentSource[])[];
}

export function planSegments(before: readonly StoredPart[], { fresh, kept, rewrite }: Change): Plan {
  const parts = new Set<StoredPart>();
  const sources: SegmentSource[] = [...fresh];
  for (const part of before.map((one) => markDead(one, kept))) {
    const { length } = part.segment.passages.article;
    if (rewrite || livePassages(part) < (1 - MOST_DEAD) * length || livePassages(part) === 0)
      sources.push(...storedArticles(part));
    else parts.add(part);
  }
  let size = sizeOf(sources);
  for (const part of [...parts].toSorted((a, b) => livePassages(a) - livePassages(b))) {
    const own = livePassages(part);
    if (own > WORTH_JOINING * size || own + size > SEGMENT_SIZE) break;
    parts.delete(part);
    sources.push(...storedArticles(part));
    size += own;
  }
  return { parts: [...parts], groups: groupSources(sources) };
}

/** The same part when nothing of it was removed. */
function markDead(part: StoredPart, kept: ReadonlySet<Article>): StoredPart {
  const { articles } = part.segment;
  const dead = new Set(part.dead);
  for (const [ordinal, article] of articles.entries()) if (!kept.has(article)) dead.add(ordinal);
  return dead.size === part.dead.size ? part : { ...part, dead };
}

function storedArticles({ segment, dead }: StoredPart): SegmentSource[] {
  return segment.articles.flatMap((_, ordinal) =>
    dead.has(ordinal) ? [] : { kind: 'stored' as const, segment, ordinal },
  );
}

function livePassages(part: StoredPart): number {
  const { segment, dead } = part;
  const removed = [...dead].map((ordinal) => passagesOf({ kind: 'stored', segment, ordinal }));
  return segment.passages.article.length - removed.reduce((sum, count) => sum + count, 0);
}

function sizeOf(sources: readonly SegmentSource[]): number {
  return sources.reduce((sum, source) => sum + passagesOf(source), 0);
}

const idOf = (source: SegmentSource): string => articleOf(source)?.articleId ?? '';

/** Whole articles, at most `SEGMENT_SIZE` passages; a longer article stands alone. */
function groupSources(sources: readonly SegmentSource[]): SegmentSource[][] {
  const groups: SegmentSource[][] = [];
  let size = 0;
  for (const source of sources.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1))) {
    size += passagesOf(source);
    if (groups.length === 0 || size > SEGMENT_SIZE) {
      groups.push([]);
      size = passagesOf(source);
    }
    groups.at(-1)?.push(source);
  }
  return groups;
}
