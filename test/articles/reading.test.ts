/** Whatever is in the folder: no paragraph is changed, none is out of order, and nothing crashes. */
import { explainReason } from '../../src/articles/file-reason.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { parseFrontMatter } from '../../src/articles/metadata.js';
import { hostileParagraph, hostileText } from '../support/hostile-text.js';
import { paragraphsOf, readFiles } from './reading.js';

const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const metadata = fc.constantFrom(
  '',
  '---\ntitle: 😀 T\nsource: S\n---\n',
  '---\nlayout: post\n---\n',
  '\uFEFF',
  '---\n',
);
const part = fc.oneof(
  hostileParagraph,
  hostileText,
  fc.constantFrom('# Heading', 'Read more:\n\nA title', '- one\n- two', '> quoted\n> twice', '```\ncode\n```', '![picture](x.png)', '<div>\nHTML\n</div>', '***', '[1]: http://x.y'),
); // prettier-ignore
const file = fc
  .tuple(metadata, fc.array(part, { minLength: 1, maxLength: 6 }), lineEnd)
  .map(([front, parts, end]) => front + parts.join('\n\n').replaceAll('\n', end));

/** Each paragraph stands in the file verbatim, behind the one before. */
function expectVerbatim(article: Article, content: string): void {
  let behind = 0;
  for (const paragraph of paragraphsOf(article)) {
    const at = content.indexOf(paragraph, behind);
    expect(at).toBeGreaterThanOrEqual(behind);
    expect(paragraph).toMatch(/[\p{L}\p{N}]/u);
    expect(paragraph).toBe(paragraph.trim());
    behind = at + paragraph.length;
  }
}

test('paragraphs of texts and Markdown are slices of the file, in order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 3 }), async (contents) => {
      const names = contents.flatMap((_, at) => [`${at}/a.txt`, `${at}/b.md`]);
      const bytes = contents.map((content) => Buffer.from(content));
      const readings = await readFiles(
        Object.fromEntries(names.map((name, at) => [name, bytes[Math.floor(at / 2)] ?? ''])),
      );
      expect(readings).toHaveLength(names.length);
      for (const [at, reading] of readings.entries()) {
        if (reading.kind === 'article')
          expectVerbatim(reading.article, bytes[Math.floor(at / 2)]?.toString() ?? '');
      }
    }),
    { numRuns: 60 },
  );
});

test('paragraphs of a page are slices of its text, in order, and say what the page says', async () => {
  const words = fc.constantFrom(
    'Taipei',
    'said',
    'é',
    '語',
    '&amp;',
    '&lt;b&gt;',
    '“so”',
    '<b>bold</b>',
    '<br>',
    '\n',
    '😀',
  );
  const block = fc.tuple(
    fc.constantFrom('p', 'div', 'li', 'td', 'h2', 'blockquote', 'section'),
    fc.array(words, { maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 8 }), async (blocks) => {
      const html = blocks.map(([name, content]) => `<${name}>${content.join(' ')}</${name}>`).join('\n');
      const [reading] = await readFiles({ 'a.html': `<main><p>A first paragraph.</p>${html}</main>` });
      if (reading?.kind !== 'article') throw new Error(JSON.stringify(reading));
      expectVerbatim(reading.article, reading.article.text);
      expect(paragraphsOf(reading.article).join(' ')).not.toMatch(/<br>|&amp;|\n/u);
    }),
    { numRuns: 60 },
  );
});

test('random bytes are an article or have a reason, and never stop the good one behind them', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    hostileText.map((text) => Buffer.from(text)),
  );
  await fc.assert(
    fc.asyncProperty(bytes, bytes, async (content, sidecar) => {
      const readings = await readFiles({
        'a.txt': content,
        'b.md': content,
        'c.html': content,
        'd.txt': 'Some words.',
        'd.meta.yaml': sidecar,
        'e.txt': 'A good article.',
      });
      expect(readings).toHaveLength(5);
      expect(readings.at(-1)?.kind).toBe('article');
      for (const reading of readings) {
        if (reading.kind === 'skipped' || reading.kind === 'failed')
          expect(explainReason(reading.why)).toMatch(/\w/u);
      }
    }),
    { numRuns: 100 },
  );
});

test('front matter with keys of an object’s own is no trap', () => {
  expect(parseFrontMatter('__proto__: {title: x}\nconstructor: y\ntoString: z')).toEqual({});
});
