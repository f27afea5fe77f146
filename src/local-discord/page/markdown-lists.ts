/** Lists: bullets and numbers, nested by indentation. */
import type { Block, List } from './markdown-tree.js';

const ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(\S.*)$/u;
const CONTINUED = /^ {2,}(\S.*)$/u;
/** Deeper items stand on this level. */
const DEEPEST = 10;

interface Item {
  readonly indent: number;
  readonly number: number | undefined;
  /** The item's first line, and those that go on under it. */
  readonly lines: string[];
}

/** @param parseLine reads what stands in an item. @returns undefined where no list begins. */
export function readList(
  lines: readonly string[],
  at: number,
  parseLine: (line: string) => Block,
): { block: Block; next: number } | undefined {
  const items: Item[] = [];
  let next = at;
  for (; next < lines.length; next++) {
    const item = readItem(lines[next] ?? '');
    const more = CONTINUED.exec(lines[next] ?? '')?.[1];
    if (item !== undefined && isSameList(items, item)) items.push(item);
    else if (item === undefined && more !== undefined && items.length > 0) items.at(-1)?.lines.push(more);
    else break;
  }
  const block = items.length === 0 ? undefined : nest(items, 1, parseLine)[0];
  return block && { block, next };
}

/** At the outermost level a change from bullets to numbers begins another list. */
function isSameList([first]: readonly Item[], item: Item): boolean {
  if (first === undefined || item.indent > first.indent) return true;
  return (first.number === undefined) === (item.number === undefined);
}

function readItem(line: string): Item | undefined {
  const match = ITEM.exec(line);
  if (match === null) return undefined;
  const [, indent = '', digits, text = ''] = match;
  return {
    indent: indent.length,
    number: digits === undefined ? undefined : Number(digits),
    lines: [text],
  };
}

/** Items further in than the first belong to the one before them. */
function nest(items: readonly Item[], depth: number, parseLine: (line: string) => Block): List[] {
  const lists: { kind: 'list'; start: number | undefined; items: Block[][] }[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    const end = depth === DEEPEST ? at + 1 : findEnd(items, at + 1, items[0]?.indent ?? 0);
    const blocks = [...item.lines.map(parseLine), ...nest(items.slice(at + 1, end), depth + 1, parseLine)];
    const last = lists.at(-1);
    if (last !== undefined && (last.start === undefined) === (item.number === undefined))
      last.items.push(blocks);
    else lists.push({ kind: 'list', start: item.number, items: [blocks] });
    at = end;
  }
  return lists;
}

function findEnd(items: readonly Item[], from: number, indent: number): number {
  let at = from;
  while (at < items.length && (items[at]?.indent ?? 0) > indent) at++;
  return at;
}
