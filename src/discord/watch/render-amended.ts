/** Passages as they were shown beside what has become of them, within a limit. */
import type { Correction } from '../../answers/corrections.js';
import type { Passage } from '../../answers/passage.js';
import type { Span } from '../../text/span.js';
import { renderExcerpt } from '../excerpt.js';
import { BOLD, emphasise, STRUCK_OUT } from '../markdown.js';
import { shareRoom } from '../passages.js';
import { separator, words, type Part } from '../reply.js';
import type { Texts } from '../texts/english.js';

/** What became of a passage; the same words elsewhere are no amendment. */
export type Amended = Exclude<Correction, { readonly kind: 'moved' }>;

/** A passage of a message, as it was shown: where only a sentence was, that is all of its text. */
export interface RecalledPassage {
  readonly shown: Passage;
  /** Undefined when it still stands there. */
  readonly amended?: Amended | undefined;
  /** When that was noticed, in milliseconds since 1970. */
  readonly at?: number | undefined;
}

/** More would leave no room for components that other parts of the message need. */
const MOST_PASSAGES = 5;
/** A text of ours, or words of an article that are shortened when there is little room. */
type Piece = string | { readonly passage: Passage; readonly mark: string };

/** Says where a passage stands. */
type RenderHeading = (texts: Texts, passage: Passage) => string;

/** When there is little room, sentences are left out, then the last passages: amended ones stay longest. */
export function renderAmended(
  texts: Texts,
  passages: readonly RecalledPassage[],
  room: number,
  headingOf: RenderHeading,
): Part[] {
  const first = passages.toSorted(
    (a, b) => Number(b.amended !== undefined) - Number(a.amended !== undefined),
  );
  for (let count = Math.min(MOST_PASSAGES, first.length); count > 0; count--) {
    const chosen = new Set(first.slice(0, count));
    const groups = passages.filter((one) => chosen.has(one)).map((one) => piecesOf(texts, one, headingOf));
    const shown = fit(texts, groups, room);
    if (shown !== undefined) return shown;
  }
  return [];
}

function piecesOf(
  texts: Texts,
  { shown, amended, at = 0 }: RecalledPassage,
  headingOf: RenderHeading,
): Piece[] {
  if (amended === undefined) return [headingOf(texts, shown), { passage: shown, mark: BOLD }];
  const { wordsShown, wordsNow, marksOnly, noticed, vanished, articleGone } = texts.watch;
  const when = `-# ${noticed(texts.isolate(`<t:${Math.floor(at / 1000)}:D>`))}`;
  if (amended.kind === 'vanished') {
    const head = [headingOf(texts, shown), when, `-# ${amended.isArticleGone ? articleGone : vanished}`];
    return [head.join('\n'), { passage: { ...shown, highlights: [] }, mark: STRUCK_OUT }];
  }
  const { now, changes } = amended;
  const [before, after] = [changes.map((change) => change.before), changes.map((change) => change.after)];
  const hint = changes.length === 0 ? [`-# ${marksOnly}`] : [];
  return [
    [headingOf(texts, { ...now, highlights: after }), when, ...hint, `-# ${wordsShown}`].join('\n'),
    { passage: { ...shown, highlights: before.filter(hasWords) }, mark: STRUCK_OUT },
    `-# ${wordsNow}`,
    { passage: { ...now, highlights: after.filter(hasWords) }, mark: BOLD },
  ];
}

function hasWords({ start, end }: Span): boolean {
  return end > start;
}

/** Undefined when there is not room enough. */
function fit(texts: Texts, groups: readonly (readonly Piece[])[], room: number): Part[] | undefined {
  const pieces = groups.flat();
  const own = pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 0), 0);
  const wanted = pieces.map((piece) =>
    typeof piece === 'string'
      ? 0
      : emphasise(piece.passage.text, piece.passage.highlights, piece.mark).length,
  );
  const shares = shareRoom(wanted, room - own);
  const shown = pieces.map((piece, at) =>
    typeof piece === 'string' ? piece : shorten(texts, piece, shares[at] ?? 0),
  );
  if (shown.join('').length > room) return undefined;
  const ends = groups.map((_, at) => groups.slice(0, at + 1).flat().length);
  return shown.flatMap((text, at) => [
    words(text),
    ...(ends.slice(0, -1).includes(at + 1) ? [separator()] : []),
  ]);
}

/** With many differences far apart, the first ones are shown. */
function shorten(texts: Texts, { passage, mark }: Exclude<Piece, string>, limit: number): string {
  const { highlights } = passage;
  for (let count = highlights.length; count >= 0; count = count === 0 ? -1 : Math.floor(count / 2)) {
    const excerpt = renderExcerpt({ ...passage, highlights: highlights.slice(0, count) }, limit, mark);
    if (excerpt !== undefined) return excerpt;
  }
  return `-# ${texts.passage.tooLong}`;
}
