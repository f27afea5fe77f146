/**
 * Discord's markdown. Article text is escaped so that the reader sees its very characters: Discord takes a backslash before
 * any mark as "show this mark", so undoing the escapes gives the text back, character for character.
 *
 * discord.js has a helper of this name which leaves mentions, timestamps, quotes and bare addresses as they are.
 */
import type { Span } from '../text/span.js';

const MARKS = [
  /[\\*_~`|<>[\]@]/u, // emphasis, code, spoilers, links, mentions, timestamps, emoji: wherever they stand
  /(?<=^\s*)[-#+]/u, // headings, subtext and lists: at the start of a line
  /(?<=^\s*\d+)[.)]/u, // numbered lists
  // A bare address becomes a link, in which escapes would be shown: with an escaped colon it stays text.
  /(?<=https?|discord|steam):(?=\/\/)/u,
];
const MARK = new RegExp(MARKS.map(({ source }) => source).join('|'), 'gimu');

/** Escapes a text so that Discord shows its characters and nothing in it pings, links or is formatted. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARK, String.raw`\$&`);
}

/** Escapes a text that stands on one line, such as a title: line ends would break out of a heading. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').trim());
}

export const BOLD = '**';
export const STRUCK_OUT = '~~';

/** Escapes a text and sets the given spans of it in bold. Spans are in order; what overlaps an earlier one is left out. */
export function emphasise(text: string, spans: readonly Span[], mark = BOLD): string {
  const marks = joinTouching(spans).flatMap(({ start, end }) => [
    { at: start, mark },
    { at: end, mark },
  ]);
  const escapes = [...text.matchAll(MARK)].map(({ index }) => ({ at: index, mark: '\\' }));
  const shown: string[] = [];
  let from = 0;
  // The sort is stable: where both stand at one place, the backslash stays with its mark.
  for (const { at, mark } of [...marks, ...escapes].toSorted((a, b) => a.at - b.at)) {
    shown.push(text.slice(from, at), mark);
    from = at;
  }
  return shown.join('') + text.slice(from);
}

/** Two spans without a character between them become one: Discord does not understand four stars. */
function joinTouching(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (end <= start || (last !== undefined && start < last.end)) continue;
    if (last?.end === start) joined[joined.length - 1] = { start: last.start, end };
    else joined.push({ start, end });
  }
  return joined;
}

/** A link on words of ours. The address is the administrator's; what would end the link early is encoded. */
export function link(label: string, url: string): string {
  const address = url.replace(/[()<>\\\s]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${label}](${address})`;
}
