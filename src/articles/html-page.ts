/**
 * A saved web page: Readability finds the article in it; its text is what a reader of the page sees, block by block.
 * Nothing on the page is run, and nothing is loaded.
 */
import { Readability } from '@mozilla/readability';
import { hasWord } from '../text/paragraphs.js';
import type { Block } from './left-out.js';
import { openPage, removeUnseen } from './open-page.js';
import { readPageMetadata } from './page-metadata.js';
import type { ParsedFile } from './plain-text.js';
import { because } from './file-reason.js';
import { ArticleProblem } from './problem.js';

const BLOCKS = new Set(
  `address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
   header hr li main nav ol p pre section summary table tbody tfoot thead tr ul`.split(/\s+/u),
);
/** Left out when Readability finds no article and the whole page has to do. */
const AROUND = new Set('nav header footer aside form'.split(' '));
/** They part words. The cells of a table's row make one line: a single number would be no paragraph. */
const GAPS = new Set('br td th'.split(' '));

/** Ten thousand elements take a fifth of a second to open; no article has more than a few thousand. */
const MOST_TAGS = 30_000;

/**
 * Readability needs a second for some ten thousand elements and for a few hundred nested in each other; articles have far
 * fewer.
 */
const MOST_ELEMENTS = 5_000;
const DEEPEST_ELEMENT = 100;

interface Piece {
  readonly text: string;
  readonly kind: Block['kind'];
}

/** @throws ArticleProblem for a page of so many elements that only to open it would take seconds. */
export function parsePage(html: string): ParsedFile {
  if ((html.match(/<[a-z]/giu) ?? []).length > MOST_TAGS) {
    throw new ArticleProblem('skipped', because('manyElements', String(MOST_TAGS)));
  }
  const document = openPage(html);
  const metadata = readPageMetadata(document);
  removeUnseen(document);
  const isSmall = !isTooMuch(document.body);
  const pieces = (isSmall ? readArticle(html) : undefined) ?? readWholePage(document);
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
  const document = openPage(html);
  removeUnseen(document);
  const content = new Readability(document, { disableJSONLD: true }).parse()?.content;
  if (content === null || content === undefined) return undefined;
  const pieces = collectPieces(openPage(content).body, new Set());
  return pieces.some(({ kind }) => kind === 'text') ? pieces : undefined;
}

function readWholePage(document: Document): Piece[] {
  const main = document.querySelector('main, [role="main"]');
  return collectPieces(main ?? document.body, AROUND);
}

function isTooMuch(body: Element): boolean {
  let level = [...body.children];
  let elements = 0;
  for (let depth = 0; level.length > 0; depth++) {
    elements += level.length;
    if (elements > MOST_ELEMENTS || depth > DEEPEST_ELEMENT) return true;
    level = level.flatMap((element) => [...element.children]);
  }
  return false;
}

function collectPieces(root: Element, ignored: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let line = '';
  const flush = (kind: Piece['kind']): void => {
    const text = line.replace(/\s+/gu, ' ').trim();
    line = '';
    if (hasWord(text)) pieces.push({ text, kind });
  };
  const visit = (node: Node, kind: Piece['kind']): void => {
    if (node.nodeType === TEXT_NODE) line += node.textContent ?? '';
    if (node.nodeType !== ELEMENT_NODE) return;
    const name = node.nodeName.toLowerCase();
    if (ignored.has(name)) return;
    if (GAPS.has(name)) line += ' ';
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
  if (name === 'figcaption' || name === 'caption') return 'caption';
  return name === 'pre' ? 'code' : undefined;
}
