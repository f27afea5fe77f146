/** Inline code and code blocks: nothing inside is looked at. */
import type { Match, Scan } from './markdown-scan.js';

const FENCE = '```';
const LANGUAGE = /^([a-z0-9_+\-.#]+)\n/iu;

export function readCode(scan: Scan, at: number): Match | undefined {
  return readCodeBlock(scan, at) ?? readCodeSpan(scan, at) ?? skipRun(scan, at);
}

function readCodeBlock({ source, hopeless }: Scan, at: number): Match | undefined {
  if (hopeless.has(FENCE) || !source.startsWith(FENCE, at)) return undefined;
  const close = source.indexOf(FENCE, at + FENCE.length + 1);
  if (close === -1) {
    hopeless.add(FENCE);
    return undefined;
  }
  const body = source.slice(at + FENCE.length, close);
  const language = LANGUAGE.exec(body)?.[1];
  const text = trimLines(language === undefined ? body : body.slice(language.length + 1));
  if (text === '') return undefined;
  return { node: { kind: 'code-block', text, language }, end: close + FENCE.length };
}

/** A loop, because a pattern that ends in line ends is slow on a text of nothing else. */
function trimLines(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && text[start] === '\n') start++;
  while (end > start && text[end - 1] === '\n') end--;
  return text.slice(start, end);
}

/** As many backticks as opened it must close it; of a longer run the rest is code. */
function readCodeSpan({ source, hopeless }: Scan, at: number): Match | undefined {
  const run = runAt(source, at);
  for (let length = run; length > 0; length--) {
    const name = '`'.repeat(length);
    const close = hopeless.has(name) ? -1 : findRun(source, at + run + 1, length);
    if (close === -1) hopeless.add(name);
    else return { node: { kind: 'code', text: source.slice(at + length, close) }, end: close + length };
  }
  return undefined;
}

/** The rest of a run that closes nowhere cannot open anything either. */
function skipRun({ source }: Scan, at: number): Match {
  const end = at + runAt(source, at);
  return { node: { kind: 'text', text: source.slice(at, end) }, end };
}

function findRun(source: string, from: number, length: number): number {
  for (let at = source.indexOf('`', from); at !== -1;) {
    const run = runAt(source, at);
    if (run === length) return at;
    at = source.indexOf('`', at + run);
  }
  return -1;
}

function runAt(source: string, at: number): number {
  let end = at;
  while (source[end] === '`') end++;
  return end - at;
}
