/**
 * A saved web page: Readability finds the article in it; its text is what a reader of the page sees, block by block.
 * Nothing on the page is run, and nothing is loaded.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Block } from './left-out.js';
import { readPageMetadata } from './page-metadata.js';
import type { ParsedFile } from './plain-text.js';

const BLOCKS = new Set(
  `address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
   header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/u),
);
const UNSEEN = new Set(
  'head script style noscript template svg iframe object button select textarea input'.split(' '),
);
/** Left out when Readability finds no article and the whole page has to do. */
const AROUND = new Set('nav header footer aside form'.split(' '));

interface Piece {
  readonly text: string;
  readonly kind: Block['kind'];
}

export function parsePage(html: string): ParsedFile {
  const metadata = readPageMetadata(parseHTML(html).document);
  const pieces = readArticle(html) ?? collectPieces(parseHTML(html).document.body, AROUND);
  let text = '';
  const blocks = pieces.map((piece): Block => {
    const start = text === '' ? 0 : text.length + 2;
    text += (text === '' ? '' : '\n\n') + piece.text;
    return { start, end: text.length, kind: piece.kind };
  });
  return { text, blocks, metadata };
}

/** Readability takes the document apart, so it gets one of its own. */
function readArticle(html: string): Piece[] | undefined {
  const found = new Readability(parseHTML(html).document).parse();
  if (found?.content === null || found?.content === undefined) return undefined;
  const { document } = parseHTML(`<!doctype html><html><body>${found.content}</body></html>`);
  const pieces = collectPieces(document.body, new Set());
  return pieces.some(({ kind }) => kind === 'text') ? pieces : undefined;
}

function collectPieces(root: Element, ignored: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let line = '';
  const flush = (kind: Piece['kind']): void => {
    const text = line.replace(/\s+/gu, ' ').trim();
    line = '';
    if (/[\p{L}\p{N}]/u.test(text)) pieces.push({ text, kind });
  };
  const visit = (node: Node, kind: Piece['kind']): void => {
    if (node.nodeType === TEXT_NODE) line += node.textContent ?? '';
    if (node.nodeType !== ELEMENT_NODE) return;
    const name = node.nodeName.toLowerCase();
    if (UNSEEN.has(name) || ignored.has(name)) return;
    if (name === 'br') line += ' ';
    const isBlock = BLOCKS.has(name);
    if (isBlock) flush(kind);
    const inside = kindOf(name) ?? kind;
    for (const child of node.childNodes) visit(child, inside);
    if (isBlock) flush(inside);
  };
  visit(root, 'text');
  flush('text');
  return pieces;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

function kindOf(name: string): Piece['kind'] | undefined {
  if (/^h[1-6]$/u.test(name)) return 'heading';
  if (name === 'figcaption') return 'caption';
  return name === 'pre' ? 'code' : undefined;
}
