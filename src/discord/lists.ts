/** Lists of unknown length within a limit: what does not fit is counted, never dropped in silence. */

import type { Texts } from './texts/english.js';

/** Room kept for the line that counts the rest. */
const REST_LENGTH = 30;

/** As many lines as fit into `room` characters under a title; the rest as a number. Empty for no lines. */
export function renderList(texts: Texts, title: string, lines: readonly string[], room: number): string {
  if (lines.length === 0) return '';
  const shown = countThatFit(title, lines, room);
  const rest = lines.length - shown;
  return [title, ...lines.slice(0, shown), ...(rest > 0 ? [`- ${texts.general.andMore(rest)}`] : [])].join(
    '\n',
  );
}

/** Whether all lines fit. */
export function fitsList(title: string, lines: readonly string[], room: number): boolean {
  return countThatFit(title, lines, room) === lines.length;
}

function countThatFit(title: string, lines: readonly string[], room: number): number {
  let length = title.length + REST_LENGTH;
  for (const [at, line] of lines.entries()) {
    length += line.length + 1;
    if (length > room) return at;
  }
  return lines.length;
}
