/** The permanent id of a paragraph as readers copy and type it: `2023/visit ¶7 · 1a2b3c4d`. */
import { z } from 'zod';
import type { Passage } from './passage.js';
import { hashOfWords, shortId } from './references.js';

/** What a reader typed. */
export interface Permalink {
  /** An article's id, or another name of it: see `identifyArticle`. */
  readonly article: string;
  readonly paragraph: number;
  /** Hash of the paragraph's words when they were cited; undefined when only the place was typed. */
  readonly hash: string | undefined;
}

/** Longer than any id with a number and a hash. */
const LONGEST = 600;
/** Of an article's id that people still copy. */
const LONGEST_NAME = 200;
/** What stands before the number: the mark itself, or what those type who have no key for it. */
const MARK = String.raw`(?:¶|§|#|\bparagraph|\bpara\.?|\bpar\.?|\bp\.?)`;
const BETWEEN = String.raw`[\s·•|,;:/–—-]`;
const PERMALINK = new RegExp(
  String.raw`^(.+?)${BETWEEN}*${MARK}\s*(\d{1,6})(?:${BETWEEN}+([0-9a-f]{8}))?$`,
  'iu',
);
/** What is copied along with it: marks of code and quotation, brackets. */
const AROUND = /^[\s`"'“”«»<([{]+|[\s`"'“”«»>)\]}.,]+$/gu;

const permalinkSchema = z
  .string()
  .max(LONGEST)
  .transform((typed, context): Permalink => {
    const [, article = '', paragraph = '', hash] = PERMALINK.exec(typed.replace(AROUND, '')) ?? [];
    const number = Number(paragraph);
    if (article === '' || number < 1) context.addIssue('no permalink');
    return { article: article.trim(), paragraph: number, hash: hash?.toLowerCase() };
  });

/** Undefined for what is none. */
export function parsePermalink(typed: string): Permalink | undefined {
  return permalinkSchema.safeParse(typed).data;
}

/** Always read again as it was meant: where the article's id would not be (it is too long, say), its short name stands for it. */
export function writePermalink({ attribution: { articleId }, paragraph, text }: Passage): string {
  const write = (name: string): string => `${name} ¶${paragraph} · ${hashOfWords(text)}`;
  const isReadAgain =
    articleId.length <= LONGEST_NAME && parsePermalink(write(articleId))?.article === articleId;
  return write(isReadAgain ? articleId : `#${shortId(articleId)}`);
}
