/** Finds the quotations in a message that somebody wrote, for "Check quote". */
import { tokenize } from '../text/terms.js';

/** Fewer words between quotation marks are mostly irony or a name. */
const FEWEST_WORDS = 3;

// Straight marks open behind a space and close before one, so that apostrophes and inches do not.
const QUOTED = [
  /“([^“”]+)”/gu,
  /„([^„“”]+)[“”]/gu,
  /«([^«»]+)»/gu,
  /(?<![\p{L}\p{N}])"([^"]+)"(?![\p{L}\p{N}])/gu,
];
const QUOTED_LINES = /(?:^|\n)((?:> [^\n]*(?:\n|$))+)/gu;
const REST_IS_QUOTED = /(?:^|\n)>>> ([\s\S]+)$/u;

const MENTION = /<(?:[@#][!&]?\d+|a?:\w+:\d+|t:-?\d+(?::\w)?)>/gu;
// In one pass, so that an escaped star stays a star. Single marks count at the border of a word only.
const EMPHASIS = /\\([^0-9A-Za-z\s])|\*\*|__|~~|\|\||(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu;

/**
 * The quotations of a message in their order: what stands between quotation marks, or in quoted lines ("> …"); when there
 * are none, the message as a whole. Discord's marks for emphasis are taken off.
 */
export function findQuotations(content: string, most: number): string[] {
  const plain = content
    .replace(MENTION, ' ')
    .replace(EMPHASIS, (_mark, escaped: string | undefined) => escaped ?? '');
  const found = [...inQuotedLines(plain), ...inMarks(plain)]
    .toSorted((a, b) => a.at - b.at)
    .map(({ text }) => text)
    .filter((text) => tokenize(text).length >= FEWEST_WORDS);
  const distinct = [...new Set(found)].slice(0, most);
  return distinct.length > 0 ? distinct : [plain.trim()];
}

interface Found {
  readonly at: number;
  readonly text: string;
}

function inMarks(content: string): Found[] {
  const lines = content.replace(/^>(?:>>)? .*$/gmu, (line) => ' '.repeat(line.length));
  return QUOTED.flatMap((pattern) =>
    [...lines.matchAll(pattern)].map((match) => ({ at: match.index, text: (match[1] ?? '').trim() })),
  );
}

function inQuotedLines(content: string): Found[] {
  const rest = REST_IS_QUOTED.exec(content);
  const blocks = [...content.slice(0, rest?.index).matchAll(QUOTED_LINES)].map((match) => ({
    at: match.index,
    text: (match[1] ?? '').replace(/^> /gmu, '').trim(),
  }));
  return rest === null ? blocks : [...blocks, { at: rest.index, text: (rest[1] ?? '').trim() }];
}
