/** Plain text: blocks between blank lines, with YAML front matter before them. */
import { splitParagraphs } from '../text/paragraphs.js';
import type { Metadata } from './article.js';
import type { Block } from './left-out.js';
import { METADATA_KEYS, parseFrontMatter } from './metadata.js';
import { because } from './file-reason.js';
import { ArticleProblem } from './problem.js';

/** What a format makes of a file, before the sidecar has its say. */
export interface ParsedFile {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: Metadata;
}

const OPENING = /^---[^\S\r\n]*(?:\r\n?|\n)/u;
const CLOSING = /^(?:---|\.\.\.)[^\S\r\n]*(?:\r\n?|\n|$)/mu;
/** A line `---` is also a rule that somebody drew above a text; in front matter a key or a comment follows. */
const FIRST_ENTRY = /^\s*(?:#|[\p{L}_][\w-]*[^\S\r\n]*:(?:\s|$))/u;
const KNOWN_FIRST_ENTRY = new RegExp(`^\\s*(?:${METADATA_KEYS.join('|')})[^\\S\\r\\n]*:`, 'u');

/** @throws ArticleProblem when the front matter cannot be used. */
export function parsePlainText(text: string): ParsedFile {
  const { bodyStart, metadata } = readFrontMatter(text);
  const blocks = splitParagraphs(text.slice(bodyStart)).map(({ start, end }) => ({
    start: start + bodyStart,
    end: end + bodyStart,
    kind: 'text' as const,
  }));
  return { text, blocks, metadata };
}

/**
 * Front matter and where the text behind it begins; a text without any begins at 0.
 *
 * @throws ArticleProblem when it cannot be used, or has no end.
 */
export function readFrontMatter(text: string): { readonly bodyStart: number; readonly metadata: Metadata } {
  const start = OPENING.exec(text)?.[0].length ?? 0;
  const inside = text.slice(start);
  const closing = CLOSING.exec(inside);
  if (start === 0 || !(closing?.index === 0 || FIRST_ENTRY.test(inside)))
    return { bodyStart: 0, metadata: {} };
  if (closing !== null) {
    const bodyStart = start + closing.index + closing[0].length;
    return { bodyStart, metadata: parseFrontMatter(inside.slice(0, closing.index)) };
  }
  if (!KNOWN_FIRST_ENTRY.test(inside)) return { bodyStart: 0, metadata: {} };
  throw new ArticleProblem('failed', because('within', because('frontMatter'), because('noEnd')));
}
