/** Which parts of an article stand between quotation marks. */
import type { Span } from '../text/span.js';

/** From behind the opening mark to before the closing one. */
export interface Segment extends Span {
  /** False for single marks inside double ones: a quotation in a quotation. */
  readonly isOuter: boolean;
}

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['「', '」'],
];

/**
 * Quotations that go on in the next paragraph open again there without having been closed: they end with their paragraph.
 *
 * @param text - of one paragraph.
 */
export function findSegments(text: string): Segment[] {
  const outer = findOuter(text);
  return outer.flatMap((segment) => [segment, ...findInner(text, segment)]);
}

function findOuter(text: string): Segment[] {
  const found: Segment[] = [];
  let open: { readonly at: number; readonly close: string } | undefined;
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (open !== undefined && (mark === open.close || (isDouble(open.close) && isDouble(mark)))) {
      found.push({ start: open.at + 1, end: at, isOuter: true });
      open = undefined;
    } else if (open === undefined) {
      const close = mark === '"' ? '"' : PAIRS.find(([one]) => one === mark)?.[1];
      if (close !== undefined) open = { at, close };
    }
  }
  if (open !== undefined) found.push({ start: open.at + 1, end: text.length, isOuter: true });
  return found;
}

/** Editors mix straight and curly marks, in one quotation even. */
function isDouble(mark: string): boolean {
  return mark === '"' || mark === '”';
}

/** Single marks: they open behind no letter and close before none, so that apostrophes do not. */
function findInner(text: string, { start, end }: Segment): Segment[] {
  const inside = text.slice(start, end);
  return [...inside.matchAll(/(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])([^‘]*?[\p{L}\p{N}.,!?…])[’'](?![\p{L}\p{N}])/gu)].map((match) => ({
    start: start + match.index + 1,
    end: start + match.index + match[0].length - 1,
    isOuter: false,
  }));
} // prettier-ignore
