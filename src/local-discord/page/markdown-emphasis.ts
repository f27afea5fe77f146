/** Bold, italic, underline, strike and spoiler. Of the marks that could begin at one place the longest wins, as in Discord. */
import { matchAt, type Match, type Scan } from './markdown-scan.js';
import type { Emphasis } from './markdown-tree.js';

interface Mark {
  readonly kind: Emphasis;
  readonly opening: string;
  readonly pattern: RegExp;
  /** Whether a failure means that no later place of this text can match. */
  readonly endsHope: boolean;
}

/** At equal length the earlier one wins. */
const MARKS: readonly Mark[] = [
  // Single stars do not reach over another single star, nor close behind white space.
  {
    kind: 'em',
    opening: '*',
    pattern: /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    endsHope: false,
  },
  { kind: 'em', opening: '_', pattern: /_((?:__|\\[\s\S]|[^\\_])+?)_\b/y, endsHope: false },
  { kind: 'strong', opening: '**', pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, endsHope: true },
  { kind: 'underline', opening: '__', pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, endsHope: true },
  { kind: 'strike', opening: '~~', pattern: /~~([\s\S]+?)~~(?!_)/y, endsHope: true },
  { kind: 'spoiler', opening: '||', pattern: /\|\|([\s\S]+?)\|\|/y, endsHope: true },
];

/** A longer row of one mark is a line that somebody drew. */
const LONGEST_ROW = 4;
const ROW = /([*_~|])\1*/y;

export function readEmphasis(scan: Scan, at: number): Match | undefined {
  const row = matchAt(ROW, scan.source, at)?.[0] ?? '';
  if (row.length > LONGEST_ROW) return { node: { kind: 'text', text: row }, end: at + row.length };
  const found = MARKS.flatMap((mark) => {
    const match = tryMark(mark, scan, at);
    return match === undefined ? [] : [{ mark, whole: match[0], inner: match[1] ?? '' }];
  });
  const [best] = found.toSorted((a, b) => b.whole.length - a.whole.length);
  if (best === undefined) return undefined;
  const node = { kind: best.mark.kind, children: scan.parse(best.inner) };
  return { node, end: at + best.whole.length };
}

function tryMark(mark: Mark, { source, hopeless }: Scan, at: number): RegExpExecArray | undefined {
  const { kind, opening, pattern, endsHope } = mark;
  if (hopeless.has(kind) || !source.startsWith(opening, at)) return undefined;
  const match = matchAt(pattern, source, at);
  if (match === undefined && endsHope) hopeless.add(kind);
  // A row of stars or underscores stands for itself.
  return /^[*_]*$/u.test(match?.[1] ?? '') ? undefined : match;
}
