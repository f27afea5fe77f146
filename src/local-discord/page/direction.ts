/**
 * Which way a list runs. A browser could find out (dir="auto"), but takes names into account that are kept apart from the
 * line they stand in, and a name may be the first word of a line that runs the other way.
 */
import type { Block, Inline, List } from './markdown-tree.js';

/** Between the marks of an isolate. */
const ISOLATED = /[\u2066-\u2068][^\u2069]*\u2069/gu;
const LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** That of the first letter outside of isolates, else of the first letter at all. */
export function directionOf({ items }: List): 'ltr' | 'rtl' {
  const text = items.flat().map(textOf).join('\n');
  const [first] = LETTER.exec(text.replaceAll(ISOLATED, ' ')) ?? LETTER.exec(text) ?? [''];
  return RIGHT_TO_LEFT.test(first) ? 'rtl' : 'ltr';
}

function textOf(node: Block | Inline): string {
  if ('text' in node) return node.text;
  if ('children' in node) return node.children.map(textOf).join('');
  if ('blocks' in node) return node.blocks.map(textOf).join('\n');
  return 'items' in node ? node.items.flat().map(textOf).join('\n') : '';
}
