/** What a reader sees of parsed markdown, character for character. */
import type { Block, Inline } from '../../../src/local-discord/page/markdown-tree.js';

/** @throws Error for anything that is not the text itself: a mention, a point in time, a list, a quote, a heading. */
export function visibleText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind !== 'paragraph') throw new Error(`There is a ${block.kind}.`);
      return block.children.map(textOf).join('');
    })
    .join('\n');
}

function textOf(node: Inline): string {
  if (node.kind === 'text') return node.text;
  if ('children' in node) return node.children.map(textOf).join('');
  throw new Error(`There is a ${node.kind}.`);
}

/** The tree in short: `strong(a) b`. */
export function outline(blocks: readonly Block[]): string {
  return blocks.map(outlineBlock).join(' | ');
}

function outlineBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return outlineInline(block.children);
    case 'subtext':
      return `subtext(${outlineInline(block.children)})`;
    case 'heading':
      return `h${block.level}(${outlineInline(block.children)})`;
    case 'quote':
      return `quote(${outline(block.blocks)})`;
    case 'list': {
      const items = block.items.map((item) => `[${outline(item)}]`).join('');
      return block.start === undefined ? `ul${items}` : `ol${block.start}${items}`;
    }
  }
}

function outlineInline(nodes: readonly Inline[]): string {
  return nodes.map(outlineNode).join('');
}

function outlineNode(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return `code(${node.text})`;
    case 'code-block':
      return `block:${node.language ?? ''}(${node.text})`;
    case 'link':
      return `link<${node.url}>(${outlineInline(node.children)})`;
    case 'mention':
      return `${node.of}(${node.id})`;
    case 'everyone':
      return `everyone(${node.text})`;
    case 'command':
      return `command(${node.name})`;
    case 'emoji':
      return `emoji(${node.name})`;
    case 'time':
      return `time(${node.seconds}:${node.style})`;
    default:
      return `${node.kind}(${outlineInline(node.children)})`;
  }
}
