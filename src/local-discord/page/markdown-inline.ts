/**
 * Markdown inside a line or paragraph. Each mark is tried where it stands, as Discord does; what does not become anything is
 * text. A mark whose end was not found once is not looked for again in the same text, so that hostile input stays cheap.
 */
import { readEmphasis } from './markdown-emphasis.js';
import { readCode } from './markdown-code.js';
import { readAngle, readEveryone } from './markdown-mentions.js';
import { readAddress, readMaskedLink } from './markdown-links.js';
import type { Match, Rule, Scan } from './markdown-scan.js';
import type { Inline } from './markdown-tree.js';

/** More nesting than anybody writes is shown as text. */
const DEEPEST = 12;
const PLAIN = /[^\\`*_~|[<@hH¯]+/uy;
/** Discord leaves this one alone, backslash and all. */
const SHRUG = String.raw`¯\_(ツ)_/¯`;

const RULES: Readonly<Record<string, Rule>> = {
  '\\': readEscape,
  '`': readCode,
  '*': readEmphasis,
  _: readEmphasis,
  '~': readEmphasis,
  '|': readEmphasis,
  '[': readMaskedLink,
  '<': readAngle,
  '@': readEveryone,
  h: readAddress,
  H: readAddress,
  '¯': readShrug,
};

export function parseInline(source: string): Inline[] {
  return scanAll(source, 0, false);
}

function scanAll(source: string, depth: number, isInLink: boolean): Inline[] {
  const nodes: Inline[] = [];
  const scan: Scan = {
    source,
    isInLink,
    hopeless: new Set(),
    parse: (inner, isLabel = false) => scanAll(inner, depth + 1, isInLink || isLabel),
  };
  for (let at = 0; at < source.length;) {
    const match = depth > DEEPEST ? readEscape(scan, at) : readAt(scan, at);
    add(nodes, match?.node ?? { kind: 'text', text: source.charAt(at) });
    at = match?.end ?? at + 1;
  }
  return nodes;
}

function readAt(scan: Scan, at: number): Match | undefined {
  PLAIN.lastIndex = at;
  const plain = PLAIN.exec(scan.source)?.[0];
  if (plain !== undefined) return { node: { kind: 'text', text: plain }, end: at + plain.length };
  return RULES[scan.source.charAt(at)]?.(scan, at);
}

/** Neighbouring texts become one. */
function add(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1);
  if (last?.kind === 'text' && node.kind === 'text') {
    nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
  } else nodes.push(node);
}

/** Before anything but a letter, a digit (of ASCII) or white space, a backslash shows that character. */
function readEscape({ source }: Scan, at: number): Match | undefined {
  const code = source.charAt(at) === '\\' ? source.codePointAt(at + 1) : undefined;
  const next = code === undefined ? '' : String.fromCodePoint(code);
  if (!/[^0-9A-Za-z\s]/u.test(next)) return undefined;
  return { node: { kind: 'text', text: next }, end: at + 1 + next.length };
}

function readShrug({ source }: Scan, at: number): Match | undefined {
  if (!source.startsWith(SHRUG, at)) return undefined;
  return { node: { kind: 'text', text: SHRUG }, end: at + SHRUG.length };
}
