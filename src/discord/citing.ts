/**
 * From what was typed to the words: those that stand there now, and those that were cited, as far as they are kept. How they
 * are shown stands in `render-citation.ts`.
 */
import type { Answerer, NotReady, UnknownArticle } from '../answers/answer.js';
import type { Changed, Correction } from '../answers/corrections.js';
import { isAllowed } from '../answers/filters.js';
import type { Passage } from '../answers/passage.js';
import { parsePermalink, writePermalink, type Permalink } from '../answers/permalink.js';
import { shortId } from '../answers/references.js';
import type { WordChange } from '../quotes/word-changes.js';
import type { ShownParagraph } from '../state/shown-paragraphs.js';
import type { Asking } from './asking.js';

/** A paragraph with its permanent id. */
export interface Citable {
  readonly passage: Passage;
  readonly permalink: string;
}

export type Cited =
  /** `isUnchanged`: somebody had cited these very words. */
  | ({ readonly kind: 'current'; readonly isUnchanged: boolean } & Citable)
  /** The words stand elsewhere in the article; `from` is their earlier number. */
  | ({ readonly kind: 'moved'; readonly from: number } & Citable)
  /** `isFollowed`: the earlier words were asked for by their permanent id. */
  | {
      readonly kind: 'amended';
      readonly isFollowed: boolean;
      readonly before: Citable;
      readonly now: Citable;
      readonly changes: readonly WordChange[];
    }
  | { readonly kind: 'vanished'; readonly before: Citable; readonly isArticleGone: boolean }
  /** The words that were cited are not known here. */
  | { readonly kind: 'lost'; readonly now: Citable }
  | { readonly kind: 'lost-with-place'; readonly paragraphs: number }
  | { readonly kind: 'no-such-paragraph'; readonly paragraphs: number }
  | { readonly kind: 'no-permalink' }
  | UnknownArticle
  | NotReady;

/** A paragraph as it is now; beside the words that were shown there before, should they have been others. */
export function citeParagraph(asking: Asking, article: string, paragraph: number): Cited {
  const { answerer } = asking.rooms;
  const cited = answerer.cite(article, paragraph, asking.settings.sources);
  if (cited.kind !== 'cited') return cited;
  const version = findEarlierVersion(asking, cited.passage);
  return version === undefined
    ? { kind: 'current', isUnchanged: false, ...citable(cited.passage) }
    : toAmended(version.kept, version.correction, false);
}

/** @param typed - a permanent id, as a reader typed or pasted it. */
export function followCitation(asking: Asking, typed: string): Cited {
  const followed = asking.rooms.answerer.followPermalink(typed, asking.settings.sources);
  const link = parsePermalink(typed);
  if (link === undefined || followed.kind === 'no-permalink') return { kind: 'no-permalink' };
  switch (followed.kind) {
    case 'not-ready':
      return followed;
    case 'cited':
      return citeParagraph(asking, followed.passage.attribution.articleId, link.paragraph);
    case 'unchanged':
      return { kind: 'current', isUnchanged: true, ...citable(followed.passage) };
    case 'changed':
      if (followed.movedTo !== undefined) return toMoved(link.paragraph, followed.movedTo);
      return recall(asking, link, followed.now) ?? toLost(followed.now);
    case 'no-such-paragraph':
      if (link.hash === undefined) return followed;
      return recall(asking, link) ?? { ...followed, kind: 'lost-with-place' };
    case 'unknown-article':
      return recall(asking, link) ?? followed;
  }
}

function toMoved(from: number, passage: Passage): Cited {
  return { kind: 'moved', from, ...citable(passage) };
}

function toLost(now: Passage | undefined): Cited {
  return now === undefined ? { kind: 'unknown-article' } : { kind: 'lost', now: citable(now) };
}

/** What is shown of it that stands in an article now, and may be corrected later. */
export function standingPassages(cited: Cited): Passage[] {
  switch (cited.kind) {
    case 'current':
    case 'moved':
      return [cited.passage];
    case 'amended':
    case 'lost':
      return [cited.now.passage];
    default:
      return [];
  }
}

/** What has become of words that do not stand at their place any more; undefined where they are not kept. */
function recall(asking: Asking, link: Permalink, now?: Passage): Cited | undefined {
  const kept = findKept(asking, link, now?.attribution.articleId);
  if (kept === undefined) return undefined;
  const correction = correctionOf(asking.rooms.answerer, kept);
  if (correction === undefined) return { kind: 'not-ready' }; // the index was replaced meanwhile
  switch (correction.kind) {
    case 'changed':
      return toAmended(kept, correction, true);
    case 'moved':
      return toMoved(kept.paragraph, correction.now);
    case 'vanished': {
      const { isArticleGone } = correction;
      return { kind: 'vanished', before: citable(toPassage(kept)), isArticleGone };
    }
  }
}

function toAmended(kept: ShownParagraph, { now, changes }: Changed, isFollowed: boolean): Cited {
  return { kind: 'amended', isFollowed, before: citable(toPassage(kept)), now: citable(now), changes };
}

/** The last other words that were shown at the place of a paragraph, if this paragraph is what has become of them. */
function findEarlierVersion(
  { rooms: { answerer, store } }: Asking,
  { attribution, paragraph, text }: Passage,
): { kept: ShownParagraph; correction: Changed } | undefined {
  for (const kept of store.shownParagraphs.wordings(shortId(attribution.articleId), paragraph)) {
    const correction = kept.text === text || isOfSeveral(kept) ? undefined : correctionOf(answerer, kept);
    if (correction?.kind === 'changed' && correction.now.paragraph === paragraph) return { kept, correction };
  }
  return undefined;
}

/** Passages of several paragraphs are kept under the number of the first one. */
function isOfSeveral({ text }: ShownParagraph): boolean {
  return /\n\s*\n/u.test(text);
}

function correctionOf(answerer: Answerer, kept: ShownParagraph): Correction | undefined {
  return answerer.correct([{ ...kept, last: kept.paragraph }])[0];
}

/** The words behind a permanent id, unless they are of a source that this server does not search. */
function findKept(
  asking: Asking,
  { article: name, paragraph, hash }: Permalink,
  articleId?: string,
): ShownParagraph | undefined {
  if (hash === undefined) return undefined;
  const { answerer, store } = asking.rooms;
  const id = articleId ?? answerer.identify(name) ?? name;
  const article = id.startsWith('#') ? id.slice(1) : shortId(id);
  const kept = store.shownParagraphs.get({ article, paragraph, hash });
  return isAllowed(kept?.attribution.source, asking.settings.sources) ? kept : undefined;
}

/** Whoever comes back with a permanent id is to find the words again, also those that only one person saw. */
export function keepCited({ rooms: { answerer, store } }: Asking, passages: readonly Passage[]): void {
  const kept = passages.map((passage) => ({
    ...answerer.referTo(passage),
    text: passage.text,
    attribution: passage.attribution,
  }));
  store.shownParagraphs.add(kept);
}

function citable(passage: Passage): Citable {
  return { passage, permalink: writePermalink(passage) };
}

function toPassage({ text, attribution, paragraph }: ShownParagraph): Passage {
  return { attribution, text, paragraph, last: paragraph, alsoIn: [], highlights: [], score: 1 };
}
