/** From a file's bytes to an article: its format is parsed, its sidecar has its say, and its blocks are sorted. */
import path from 'node:path';
import { splitSentences } from '../text/sentences.js';
import { shortenAtWord } from '../text/shorten.js';
import type { Article, Metadata } from './article.js';
import { because } from './file-reason.js';
import { sortBlocks, withoutInlineMarks } from './left-out.js';
import { parseSidecar } from './metadata.js';
import { parsePlainText, type ParsedFile } from './plain-text.js';
import { ArticleProblem } from './problem.js';
import { decodeText, MAX_LINE_LENGTH } from './read-file.js';

/** What was read of one article. */
export interface ArticleSource {
  /** As the article will have them. */
  readonly identity: Pick<Article, 'articleId' | 'file' | 'fileHash'>;
  readonly bytes: Uint8Array;
  /** Where there is one; `name` is for messages. */
  readonly sidecar?: { readonly name: string; readonly yaml: string } | undefined;
}

const LONGEST_TITLE = 100;

/** @throws ArticleProblem that says what has to be mended, or why there is nothing to index. */
export async function makeArticle({ identity, bytes, sidecar }: ArticleSource): Promise<Article> {
  const parsed = await parseFile(identity.file, bytes);
  const extra = sidecar === undefined ? {} : parseSidecar(sidecar.yaml, sidecar.name);
  return toArticle(identity, parsed, { ...parsed.metadata, ...extra });
}

/** The parsers of pages and Markdown take longer to load than all else that reads articles: only with the first such file. */
async function parseFile(file: string, bytes: Uint8Array): Promise<ParsedFile> {
  switch (formatOf(file)) {
    case '.txt':
      return parsePlainText(decodeText(bytes, MAX_LINE_LENGTH));
    case '.md': {
      const { parseMarkdown } = await import('./markdown.js');
      return parseMarkdown(decodeText(bytes, MAX_LINE_LENGTH));
    }
    default: {
      const { parsePage } = await import('./html-page.js');
      return parsePage(decodeText(bytes));
    }
  }
}

/** With its dot, in small letters. */
export function formatOf(file: string): string {
  return path.extname(file).toLowerCase();
}

function toArticle(
  identity: ArticleSource['identity'],
  { text, blocks }: ParsedFile,
  { title, tags, ...metadata }: Metadata,
): Article {
  const { paragraphs, related, leftOut } = sortBlocks(text, blocks);
  const first = paragraphs[0];
  if (first === undefined) throw new ArticleProblem('skipped', because('noParagraph'));
  return {
    ...identity,
    ...metadata,
    title: title ?? firstSentence(text.slice(first.start, first.end), metadata.language),
    tags: tags ?? [],
    text,
    paragraphs: paragraphs.map((span, at) => ({ ...span, number: at + 1 })),
    related,
    leftOut,
  };
}

/** The first sentence as a title: on one line, shortened at a word. */
function firstSentence(paragraph: string, language: string | undefined): string {
  const [first = { start: 0, end: paragraph.length }] = splitSentences(paragraph, language);
  return shortenAtWord(withoutInlineMarks(paragraph.slice(first.start, first.end)), LONGEST_TITLE);
}
