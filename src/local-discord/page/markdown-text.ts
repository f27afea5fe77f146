/** The words of a markdown text on one line, for where there is no room for more. */
import { parseMarkdown } from './markdown.js';
import type { Block, Inline } from './markdown-tree.js';
import { formatTime } from './times.js';

/** Names what a mention points at. */
export type NameMention = (mention: Extract<Inline, { kind: 'mention' }>) => string;

export function toPlainText(source: string, nameMention: NameMention): string {
  const lines = parseMarkdown(source).map((block) => textOfBlock(block, nameMention));
  return lines.join(' ').replace(/\s+/gu, ' ').trim();
}

function textOfBlock(block: Block, name: NameMention): string {
  switch (block.kind) {
    case 'quote':
      return block.blocks.map((one) => textOfBlock(one, name)).join(' ');
    case 'list':
      return block.items
        .flat()
        .map((one) => textOfBlock(one, name))
        .join(' ');
    default:
      return block.children.map((node) => textOf(node, name)).join('');
  }
}

function textOf(node: Inline, name: NameMention): string {
  switch (node.kind) {
    case 'mention':
      return name(node);
    case 'command':
      return `/${node.name}`;
    case 'emoji':
      return `:${node.name}:`;
    case 'time':
      return formatTime(new Date(node.seconds * 1_000), node.style);
    // Nobody has asked to see it.
    case 'spoiler':
      return '▇▇▇';
    default:
      return 'text' in node ? node.text : node.children.map((child) => textOf(child, name)).join('');
  }
}
