/** Links: bare addresses, addresses in angle brackets, and words with an address behind them. Only http and https are links. */
import { matchAt, type Match, type Scan } from './markdown-scan.js';

const BARE = /https?:\/\/[^\s<]+[^<.,:;"'\]\s]/iuy;
const ANGLE = /<(https?:\/\/[^\s<>]+)>/iuy;
/** An address may hold one pair of brackets deep. */
const TARGET = /\]\(\s*<?(https?:\/\/(?:\([^\s()]*\)|[^\s()<>])+)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'))?\s*\)/iuy;

export function readAddress({ source, isInLink }: Scan, at: number): Match | undefined {
  const found = isInLink ? undefined : matchAt(BARE, source, at)?.[0];
  return found === undefined ? undefined : linkTo(closeBrackets(found), at);
}

export function readAngleLink({ source, isInLink }: Scan, at: number): Match | undefined {
  const found = isInLink ? undefined : matchAt(ANGLE, source, at)?.[1];
  const link = found === undefined ? undefined : linkTo(found, at);
  return link && { ...link, end: link.end + '<>'.length };
}

export function readMaskedLink(scan: Scan, at: number): Match | undefined {
  if (scan.isInLink) return undefined;
  scan.brackets ??= pairBrackets(scan.source);
  const close = scan.brackets.get(at);
  if (close === undefined) return undefined;
  const target = matchAt(TARGET, scan.source, close);
  const label = scan.source.slice(at + 1, close);
  const url = target?.[1];
  if (target === undefined || url === undefined || !URL.canParse(url) || label.trim() === '')
    return undefined;
  return { node: { kind: 'link', url, children: scan.parse(label, true) }, end: close + target[0].length };
}

function linkTo(url: string, at: number): Match | undefined {
  if (!URL.canParse(url)) return undefined;
  return { node: { kind: 'link', url, children: [{ kind: 'text', text: url }] }, end: at + url.length };
}

/** An address in brackets: the closing one behind it is not part of it. */
function closeBrackets(url: string): string {
  let surplus = count(url, ')') - count(url, '(');
  let end = url.length;
  for (; surplus > 0 && url[end - 1] === ')'; surplus--) end--;
  return url.slice(0, end);
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Where each bracket that opens is closed; escaped ones do not count. */
function pairBrackets(source: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') open.push(at);
    else if (source[at] === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, at);
    }
  }
  return pairs;
}
