/** The shipped article as plain text with its paragraphs, read by the plainest rule: blank lines, up to the "Read More:" list. */
import { readFileSync } from 'node:fs';

const FILE = new URL('../../data/articles/000_34c1936e83dafbf4.txt', import.meta.url);

export interface PlainParagraph {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function readShippedArticle(): {
  readonly text: string;
  readonly paragraphs: readonly PlainParagraph[];
} {
  const text = readFileSync(FILE, 'utf8');
  const body = text.slice(0, text.indexOf('Read More:'));
  const paragraphs: PlainParagraph[] = [];
  for (const { 0: match, index } of body.matchAll(/\S[^\n]*/gu)) {
    const trimmed = match.trimEnd();
    paragraphs.push({
      number: paragraphs.length + 1,
      start: index,
      end: index + trimmed.length,
      text: trimmed,
    });
  }
  return { text, paragraphs };
}
