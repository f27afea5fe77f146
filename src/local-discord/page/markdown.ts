/**
 * Discord's markdown, which is not CommonMark: lines are kept, a backslash shows any mark, underscores of one kind underline,
 * and only a line's start makes headings, quotes and lists. Pure: a text becomes a tree and nothing is ever HTML.
 */
import { parseInline } from './markdown-inline.js';
import { readList } from './markdown-lists.js';
import type { Block } from './markdown-tree.js';

const HEADING = /^ *(#{1,3})\s+(\S.*)$/u;
const SUBTEXT = /^ *-#\s+(\S.*)$/u;
const QUOTE = /^ *>(?!>>) +(.*)$/u;
const LONG_QUOTE = /^ *>>> +(.*)$/u;
const FENCE = '```';

/** A block and the number of the line behind it. */
interface Read {
  readonly block: Block;
  readonly next: number;
}

export function parseMarkdown(source: string): Block[] {
  return parseBlocks(source.split('\n'), false);
}

function parseBlocks(lines: readonly string[], isQuoted: boolean): Block[] {
  const blocks: Block[] = [];
  const lastFence = lines.findLastIndex((line) => line.includes(FENCE));
  let plain: string[] = [];
  const flush = (): void => {
    if (plain.length > 0) blocks.push({ kind: 'paragraph', children: parseInline(plain.join('\n')) });
    plain = [];
  };
  for (let at = 0; at < lines.length;) {
    const read = readBlock(lines, at, isQuoted);
    if (read !== undefined) {
      flush();
      blocks.push(read.block);
      at = read.next;
    } else {
      const next = skipFence(lines, at, lastFence);
      plain.push(...lines.slice(at, next));
      at = next;
    }
  }
  flush();
  return blocks;
}

function readBlock(lines: readonly string[], at: number, isQuoted: boolean): Read | undefined {
  const line = lines[at] ?? '';
  const quote = isQuoted ? undefined : readQuote(lines, at);
  if (quote !== undefined) return quote;
  const block = parseLine(line);
  // Discord swallows empty lines behind a heading.
  if (block.kind !== 'paragraph') return { block, next: skipEmpty(lines, at + 1) };
  return readList(lines, at, parseLine);
}

function readQuote(lines: readonly string[], at: number): Read | undefined {
  const rest = LONG_QUOTE.exec(lines[at] ?? '')?.[1];
  if (rest !== undefined) {
    const blocks = parseBlocks([rest, ...lines.slice(at + 1)], true);
    return { block: { kind: 'quote', blocks }, next: lines.length };
  }
  const quoted: string[] = [];
  for (
    let one = QUOTE.exec(lines[at] ?? '');
    one !== null;
    one = QUOTE.exec(lines[at + quoted.length] ?? '')
  ) {
    quoted.push(one[1] ?? '');
  }
  if (quoted.length === 0) return undefined;
  return { block: { kind: 'quote', blocks: parseBlocks(quoted, true) }, next: at + quoted.length };
}

/** One line alone: a heading, small print, or text. */
function parseLine(line: string): Block {
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
    return { kind: 'heading', level, children: parseInline(trimHeading(heading[2] ?? '')) };
  }
  const small = SUBTEXT.exec(line)?.[1];
  return small === undefined
    ? { kind: 'paragraph', children: parseInline(line) }
    : { kind: 'subtext', children: parseInline(small.trimEnd()) };
}

/** `## Title ##` may close itself; an escaped mark belongs to the title. */
function trimHeading(text: string): string {
  const open = text.trimEnd();
  const short = open.replace(/#+$/u, '');
  return short === '' || short.endsWith('\\') ? open : short.trimEnd();
}

function skipEmpty(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && lines[at]?.trim() === '') at++;
  return at;
}

/** The line behind this one, or behind the code block that opens in it: nothing inside is a heading or a list. */
function skipFence(lines: readonly string[], at: number, lastFence: number): number {
  let isOpen = togglesFence(lines[at] ?? '', false);
  if (!isOpen || lastFence <= at) return at + 1;
  let next = at + 1;
  while (isOpen && next <= lastFence) {
    isOpen = togglesFence(lines[next] ?? '', true);
    next++;
  }
  return next;
}

/** Whether a code block is open at the end of a line. */
function togglesFence(line: string, wasOpen: boolean): boolean {
  let isOpen = wasOpen;
  for (let at = 0; at < line.length; at++) {
    if (!isOpen && line[at] === '\\') at++;
    else if (line.startsWith(FENCE, at)) {
      isOpen = !isOpen;
      at += FENCE.length - 1;
    }
  }
  return isOpen;
}
