import { expect, test } from 'vitest';
import { directionOf } from '../../../src/local-discord/page/direction.js';
import { parseMarkdown } from '../../../src/local-discord/page/markdown.js';

function directionIn(markdown: string): string {
  const [block] = parseMarkdown(markdown);
  if (block?.kind !== 'list') throw new Error('There is no list.');
  return directionOf(block);
}

test.each([
  ['- words', 'ltr'],
  ['- **כותרת** words', 'rtl'],
  ['- 12 مقالة', 'rtl'],
  ['- \u2068empty.txt\u2069: فارغ', 'rtl'],
  ['- \u2068مقالة\u2069: words', 'ltr'],
  ['- \u2068مقالة\u2069', 'rtl'],
  ['- words\n- كلمات', 'ltr'],
  ['- …', 'ltr'],
])('a list such as %j runs %s', (markdown, direction) => {
  expect(directionIn(markdown)).toBe(direction);
});
