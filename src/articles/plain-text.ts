/** Plain text: blocks between blank lines, with YAML front matter before them. */
import { splitParagraphs } from '../text/paragraphs.js';
import type { Metadata } from './article.js';
import type { Block } from './left-out.js';
import { parseFrontMatter } from './metadata.js';

/** What a format makes of a file, before the sidecar has its say. */
export interface ParsedFile {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: Metadata;
}

const FRONT_MATTER = /^---[^\S\r\n]*(?:\r?\n|\r)([\s\S]*?)(?:\r?\n|\r)---[^\S\r\n]*(?:\r?\n|\r|$)/u;

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

/** Front matter and where the text behind it begins; a text without any begins at 0. */
export function readFrontMatter(text: string): { readonly bodyStart: number; readonly metadata: Metadata } {
  const found = FRONT_MATTER.exec(text);
  if (found === null) return { bodyStart: 0, metadata: {} };
  return { bodyStart: found[0].length, metadata: parseFrontMatter(found[1] ?? '') };
}
