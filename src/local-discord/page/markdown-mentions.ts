/** What stands in angle brackets: mentions, commands, emoji, points in time; and the mention of everyone. */
import { readAngleLink } from './markdown-links.js';
import { matchAt, type Match, type Scan } from './markdown-scan.js';
import type { Inline } from './markdown-tree.js';

/** The farthest point in time that a date can hold. */
const LAST_SECOND = 8.64e12;

const EVERYONE = /@(?:everyone|here)/uy;

const FORMS: readonly {
  readonly pattern: RegExp;
  readonly build: (first: string, second: string) => Inline | undefined;
}[] = [
  { pattern: /<@!?(\d{1,20})>/uy, build: (id) => ({ kind: 'mention', of: 'user', id }) },
  { pattern: /<@&(\d{1,20})>/uy, build: (id) => ({ kind: 'mention', of: 'role', id }) },
  { pattern: /<#(\d{1,20})>/uy, build: (id) => ({ kind: 'mention', of: 'channel', id }) },
  { pattern: /<a?:(\w{1,32}):\d{1,20}>/uy, build: (name) => ({ kind: 'emoji', name }) },
  { pattern: /<\/([-_' \p{L}\p{N}]{1,100}):\d{1,20}>/uy, build: (name) => ({ kind: 'command', name }) },
  { pattern: /<t:(-?\d{1,17})(?::([tTdDfFR]))?>/uy, build: buildTime },
];

export function readAngle(scan: Scan, at: number): Match | undefined {
  for (const { pattern, build } of FORMS) {
    const match = matchAt(pattern, scan.source, at);
    const node = match && build(match[1] ?? '', match[2] ?? '');
    if (match && node) return { node, end: at + match[0].length };
  }
  return readAngleLink(scan, at);
}

export function readEveryone({ source }: Scan, at: number): Match | undefined {
  const text = matchAt(EVERYONE, source, at)?.[0];
  return text === undefined ? undefined : { node: { kind: 'everyone', text }, end: at + text.length };
}

function buildTime(digits: string, style: string): Inline | undefined {
  const seconds = Number(digits);
  if (Math.abs(seconds) > LAST_SECOND) return undefined;
  return { kind: 'time', seconds, style: style === '' ? 'f' : style };
}
