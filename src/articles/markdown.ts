/**
 * Markdown: paragraphs are raw slices of the file (also those in lists and quotes), so that they keep their exact
 * characters. Headings, code, HTML and pictures are no paragraphs.
 */
import type { Nodes } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { hasWord } from '../text/paragraphs.js';
import type { Block } from './left-out.js';
import { readFrontMatter, type ParsedFile } from './plain-text.js';

const CONTAINERS = new Set(['root', 'blockquote', 'list', 'listItem']);

/** What stands inside paragraphs is not looked into, which saves four fifths of the time, a second a megabyte. */
const BLOCKS_ONLY: Options = {
  extensions: [
    {
      disable: {
        null: `attention autolink characterEscape characterReference codeText hardBreakEscape htmlText labelEnd
          labelStartImage labelStartLink`.split(/\s+/u),
      },
    },
  ],
};

/** `![text](address)` or `![text][name]`, perhaps inside a link. */
const PICTURE = /\[?!\[[^[\]]*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])(?:\]\([^)]*\))?/gu;

/** @throws ArticleProblem when the front matter cannot be used. */
export function parseMarkdown(text: string): ParsedFile {
  const { bodyStart, metadata } = readFrontMatter(text);
  // Blanked rather than cut off, so that positions are positions in the file.
  const blank = bodyStart === 0 ? '' : `${' '.repeat(bodyStart - 1)}\n`;
  const tree = fromMarkdown(blank + text.slice(bodyStart), BLOCKS_ONLY);
  const blocks = collectBlocks(text, tree);
  const heading = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const title = heading === undefined ? '' : headingText(text, heading);
  return { text, blocks, metadata: title === '' ? metadata : { title, ...metadata } };
}

function collectBlocks(text: string, node: Nodes): Block[] {
  if (CONTAINERS.has(node.type) && 'children' in node) {
    return node.children.flatMap((child) => collectBlocks(text, child));
  }
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  const kind = kindOf(node, text.slice(start, end));
  return kind === undefined ? [] : [{ start, end, kind }];
}

function kindOf(node: Nodes, content: string): Block['kind'] | undefined {
  switch (node.type) {
    case 'heading':
    case 'code':
    case 'html':
    case 'definition':
      return node.type;
    case 'paragraph':
      return content.includes('![') && !hasWord(content.replace(PICTURE, '')) ? 'picture' : 'text';
    default:
      return undefined;
  }
}

/** What a reader sees of a heading: no marks, escapes or addresses. */
function headingText(text: string, heading: Nodes): string {
  const content = text.slice(heading.position?.start.offset, heading.position?.end.offset);
  return plainText(fromMarkdown(content)).replace(/\s+/gu, ' ').trim();
}

function plainText(node: Nodes): string {
  if (node.type === 'html') return '';
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(plainText).join('');
  return 'value' in node ? node.value : '';
}
