/**
 * Markdown: paragraphs are raw slices of the file (also those in lists and quotes), so that they keep their exact
 * characters. Headings, code, HTML and pictures are no paragraphs.
 */
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { plainTitle, type Block } from './left-out.js';
import { readFrontMatter, type ParsedFile } from './plain-text.js';

const CONTAINERS = new Set(['root', 'blockquote', 'list', 'listItem']);

/** @throws ArticleProblem when the front matter cannot be used. */
export function parseMarkdown(text: string): ParsedFile {
  const { bodyStart, metadata } = readFrontMatter(text);
  // Blanked rather than cut off, so that positions are positions in the file.
  const body = text.slice(0, bodyStart).replace(/[^\r\n]/gu, ' ') + text.slice(bodyStart);
  const tree = fromMarkdown(body);
  const blocks = collectBlocks(tree);
  const heading = tree.children.find((node) => node.type === 'heading' && node.depth === 1);
  const title = heading === undefined ? undefined : headingText(body, heading);
  return { text, blocks, metadata: title === undefined ? metadata : { title, ...metadata } };
}

function collectBlocks(node: Nodes): Block[] {
  if (CONTAINERS.has(node.type) && 'children' in node) return node.children.flatMap(collectBlocks);
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return [];
  if (node.type === 'heading' || node.type === 'code') return [{ start, end, kind: node.type }];
  if (node.type !== 'paragraph') return [];
  const isPicture = node.children.every(({ type }) => type === 'image' || type === 'imageReference');
  return isPicture ? [] : [{ start, end, kind: 'text' }];
}

/** A heading without its marks: `# Title #` and underlined ones alike. */
function headingText(text: string, heading: Nodes): string | undefined {
  if (!('children' in heading)) return undefined;
  const start = heading.children.at(0)?.position?.start.offset;
  const end = heading.children.at(-1)?.position?.end.offset;
  return start === undefined || end === undefined ? undefined : plainTitle(text.slice(start, end));
}
