/**
 * Tells an article's own paragraphs from what is only around them: lists of other articles ("Read more:"), newsletter
 * and follow-us lines. In doubt a block stays a paragraph: a headline too many does less harm than a lost paragraph.
 */
import { hasWord } from '../text/paragraphs.js';
import { trimSpan, type Span } from '../text/span.js';
import type { LeftOut } from './article.js';

/** A block of an article, in order, before it is a paragraph. */
export interface Block extends Span {
  readonly kind: 'text' | keyof typeof NOT_PARAGRAPHS;
}

/** Kinds of blocks that are never paragraphs, with the reason that is told. */
const NOT_PARAGRAPHS = {
  heading: 'heading',
  caption: 'caption',
  picture: 'picture',
  code: 'code',
  html: 'HTML',
  definition: 'link address',
} as const;

export interface SortedBlocks {
  readonly paragraphs: readonly Span[];
  readonly related: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

const LEAD_IN_WORDS = String.raw`(?:read (?:more|also|next)|also read|related(?: (?:articles?|stories|story|news|content|links|topics|coverage|reading))?|see also|more (?:on this(?: story| topic)?|stories|news|coverage)|further reading|you (?:may|might) also (?:like|be interested in)|recommended(?: (?:stories|reading|for you))?|most (?:read|popular)|trending(?: now| stories)?|latest (?:news|stories|headlines)|top stories|don['’]t miss|keep reading|in case you missed it)`;
const LEAD_IN = new RegExp(`^${LEAD_IN_WORDS}\\s*[:：]?\\s*[»›→…]?$`, 'iu');
const LEAD_IN_WITH_TITLE = new RegExp(`^${LEAD_IN_WORDS}(?:\\s*[:：|]\\s*|\\s+[–—-]\\s+)(\\S.*)$`, 'iu');

const NEWSLETTER_LINES = [
  /^(?:sign up|subscribe)\b.*\b(?:newsletters?|alerts?|updates|channel|podcast|feed)\b/iu,
  /^(?:get|receive) (?:our|the|this|all|more)\b.*\bnewsletters?\b/iu,
  /^follow (?:us\b|@\w+|(?:\S+ ){1,4}on (?:twitter|x|facebook|instagram|youtube|telegram|linkedin)\b)/iu,
  /^(?:click|tap) here\b/iu,
  /^(?:download|get) (?:our|the) app\b/iu,
  /^(?:advertisement|sponsored content|story continues below(?: advertisement)?|share this(?: article| story)?)[.:]?$/iu,
];

const LONGEST_HEADLINE = 140;
const LONGEST_NEWSLETTER_LINE = 200;

/** Sorts the blocks of a text; `related` holds the titles alone, `leftOut` everything that is no paragraph. */
export function sortBlocks(text: string, blocks: readonly Block[]): SortedBlocks {
  const paragraphs: Span[] = [];
  const related: string[] = [];
  const leftOut: LeftOut[] = [];
  let isList = false;
  for (const block of blocks) {
    const content = text.slice(block.start, block.end);
    if (!hasWord(content)) continue; // a line of stars
    const list = readList(content);
    if (list !== undefined) {
      isList = list.length === 0; // otherwise the titles stand right there, and the article may go on behind them
      related.push(...list);
      leftOut.push({ text: content, reason: 'list of other articles' });
    } else if (isList && block.kind === 'text' && readLines(content).every(isHeadline)) {
      related.push(...readLines(content));
      leftOut.push({ text: content, reason: 'titles of other articles' });
    } else if (block.kind !== 'text') {
      isList = false;
      leftOut.push({ text: content, reason: NOT_PARAGRAPHS[block.kind] });
    } else if (isNewsletterLine(content)) {
      leftOut.push({ text: content, reason: 'newsletter or follow-us line' });
    } else {
      isList = false;
      paragraphs.push(trimSpan(text, block));
    }
  }
  return { paragraphs, related, leftOut };
}

/** Titles in a block that is such a list or begins one; undefined for any other block. */
function readList(content: string): string[] | undefined {
  const lines = readLines(content);
  const [first = '', ...others] = lines;
  if (LEAD_IN.test(first) && others.every(isHeadline)) return others;
  const title = lines.length === 1 ? LEAD_IN_WITH_TITLE.exec(first)?.[1] : undefined;
  return title !== undefined && isHeadline(title) ? [plainTitle(title)] : undefined;
}

/** Lines that hold a word, without marks. */
function readLines(content: string): string[] {
  return content
    .split(/\r\n?|\n/u)
    .map(plainTitle)
    .filter(hasWord);
}

/** A short line that does not end like a sentence; a question may be a headline. */
function isHeadline(line: string): boolean {
  return line.length <= LONGEST_HEADLINE && !/[.!…:;,]["'”’)]*$/u.test(line);
}

function isNewsletterLine(content: string): boolean {
  const line = plainTitle(content);
  return line.length <= LONGEST_NEWSLETTER_LINE && NEWSLETTER_LINES.some((pattern) => pattern.test(line));
}

/** A title without list and heading marks, Markdown links and emphasis. */
export function plainTitle(content: string): string {
  return withoutInlineMarks(content.trim().replace(/^(?:[-*•‣+]|\d{1,2}[.)]|#{1,6})\s+/u, ''));
}

/** A text without Markdown's links and emphasis. An underline inside a word is no emphasis. */
export function withoutInlineMarks(content: string): string {
  return content
    .replace(/!?\[([^[\]]*)\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])/gu, '$1')
    .replace(/\*{1,3}([^*]+)\*{1,3}/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_{1,3}([^_]+)_{1,3}(?![\p{L}\p{N}_])/gu, '$1')
    .trim();
}
