/** A piece of a text: UTF-16 offsets, `start` included, `end` not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span without the white space (and byte order marks) at either end; empty when nothing else is in it. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  return { start, end };
}

function isBlank(text: string, at: number): boolean {
  const character = text[at];
  return character === undefined || /[\s\u200B\uFEFF]/u.test(character);
}
