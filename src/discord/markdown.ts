/**
 * Discord's markdown. Article text is escaped so that the reader sees its very characters: Discord takes a backslash before
 * any mark as "show this mark", so undoing the escapes gives the text back, character for character.
 *
 * discord.js has a helper of this name which leaves mentions, timestamps, quotes and bare addresses as they are.
 */
import type { Span } from '../text/span.js';

/** Marks that mean something wherever they stand: emphasis, code, spoilers, links, mentions, timestamps, emoji. */
const EVERYWHERE = /[\\*_~`|<>[\]@]/gu;
/** Headings, subtext, lists: only at the start of a line. */
const AT_LINE_START = /^(\s*)([-#+])/gmu;
const NUMBERED_LINE = /^(\s*\d+)([.)])/gmu;
/** A bare address becomes a link, in which escapes would be shown: with an escaped colon it stays plain text. */
const ADDRESS = /\b(https?|discord|steam):(?=\/\/)/giu;

/** Escapes a text so that Discord shows its characters and nothing in it pings, links or is formatted. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(EVERYWHERE, String.raw`\$&`)
    .replace(AT_LINE_START, String.raw`$1\$2`)
    .replace(NUMBERED_LINE, String.raw`$1\$2`)
    .replace(ADDRESS, String.raw`$1\:`);
}

/** Escapes a text that stands on one line, such as a title: line ends would break out of a heading. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/gu, ' ').trim());
}

/** Escapes a text and sets the given spans of it in bold. Spans are in order and apart. */
export function emphasise(text: string, spans: readonly Span[]): string {
  const escaped: string[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (end <= start || start < at) continue;
    escaped.push(escapeFrom(text, at, start), '**', escapeFrom(text, start, end), '**');
    at = end;
  }
  escaped.push(escapeFrom(text, at, text.length));
  return escaped.join('');
}

/** A slice, escaped as part of its text: the start of a slice is not the start of a line. */
function escapeFrom(text: string, start: number, end: number): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return escapeMarkdown(before + text.slice(start, end)).slice(escapeMarkdown(before).length);
}

/** A link on words of ours. The address is the administrator's; what would end the link early is encoded. */
export function link(label: string, url: string): string {
  const address = url.replace(/[()<>\\\s]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${label}](${address})`;
}
