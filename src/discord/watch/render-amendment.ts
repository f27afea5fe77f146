/** A message whose article was corrected: that it was, what it has shown, and what stands there now. */
import type { Correction } from '../../answers/corrections.js';
import type { Passage } from '../../answers/passage.js';
import type { Span } from '../../text/span.js';
import { renderHeading } from '../attribution.js';
import { renderExcerpt } from '../excerpt.js';
import { MESSAGE_TEXT } from '../limits.js';
import { BOLD, emphasise, STRUCK_OUT } from '../markdown.js';
import { shareRoom } from '../passages.js';
import { frame, separator, words, type Part, type Reply } from '../reply.js';
import type { Texts } from '../texts/english.js';

/** What became of a passage; the same words elsewhere are no amendment. */
export type Amended = Exclude<Correction, { readonly kind: 'moved' }>;

/** A passage of a message, as it was shown. */
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

/**
 * Amended passages come first. When there is little room, sentences are left out, then the last passages.
 *
 * @param receiptId - of the answer that the message was, and still is.
 */
export function renderAmendment(
  texts: Texts,
  passages: readonly RecalledPassage[],
  receiptId?: string,
): Reply {
  const isAmended = passages.some(({ amended }) => amended !== undefined);
  const receipt = receiptId === undefined ? '' : ` · ${texts.isolate(`\`${receiptId}\``)}`;
  const head = `**${isAmended ? texts.watch.amended : texts.watch.restored}**${receipt}`;
  const sorted = passages.toSorted(
    (a, b) => Number(b.amended !== undefined) - Number(a.amended !== undefined),
  );
  for (let count = Math.min(MOST_PASSAGES, sorted.length); count > 0; count--) {
    const groups = sorted.slice(0, count).map((one) => piecesOf(texts, one));
    const shown = fit(texts, groups, MESSAGE_TEXT - head.length);
    if (shown !== undefined) return frame([words(head), ...shown]);
  }
  return frame([words(head)]);
}

function piecesOf(texts: Texts, { shown, amended, at = 0 }: RecalledPassage): Piece[] {
  if (amended === undefined) return [renderHeading(texts, shown), { passage: shown, mark: BOLD }];
  const { wordsShown, wordsNow, marksOnly, noticed, vanished, articleGone } = texts.watch;
  const when = `-# ${noticed(texts.isolate(`<t:${Math.floor(at / 1000)}:D>`))}`;
  if (amended.kind === 'vanished') {
    const head = [renderHeading(texts, shown), when, `-# ${amended.isArticleGone ? articleGone : vanished}`];
    return [head.join('\n'), { passage: { ...shown, highlights: [] }, mark: STRUCK_OUT }];
  }
  const { now, changes } = amended;
  const [before, after] = [changes.map((change) => change.before), changes.map((change) => change.after)];
  const hint = changes.length === 0 ? [`-# ${marksOnly}`] : [];
  return [
    [renderHeading(texts, { ...now, highlights: after }), when, ...hint, `-# ${wordsShown}`].join('\n'),
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
