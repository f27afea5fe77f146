/** Discord's markdown: rules one by one, then what holds for any text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emphasise, escapeMarkdown } from '../../../src/discord/markdown.js';
import { parseMarkdown } from '../../../src/local-discord/page/markdown.js';
import type { Block, Inline } from '../../../src/local-discord/page/markdown-tree.js';
import { hostileText } from '../../support/hostile-text.js';
import { outline, visibleText } from './visible-text.js';

const show = (source: string): string => outline(parseMarkdown(source));

describe('emphasis', () => {
  test.each([
    ['**a** b', 'strong(a) b'],
    ['*a* b', 'em(a) b'],
    ['_a_ b', 'em(a) b'],
    ['__a__ b', 'underline(a) b'],
    ['~~a~~ b', 'strike(a) b'],
    ['||a|| b', 'spoiler(a) b'],
    ['***a***', 'em(strong(a))'],
    ['___a___', 'em(underline(a))'],
    ['**a *b* c**', 'strong(a em(b) c)'],
    ['*a **b** c*', 'em(a strong(b) c)'],
    ['__**~~a~~**__', 'underline(strong(strike(a)))'],
    ['**a\nb**', 'strong(a\nb)'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['* a *', 'ul[a *]'],
    ['**a', '**a'],
    ['**a*', '*em(a)'],
    ['****', '****'],
    ['f****d', 'f****d'],
    ['****a****', 'strong(strong(a))'],
    ['*****a*****', '*****a*****'],
    ['______', '______'],
    ['||||', '||||'],
    ['~a~', '~a~'],
    ['**a\\** b**', 'strong(a** b)'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('code', () => {
  test.each([
    ['`**a**`', 'code(**a**)'],
    ['`a\\`', 'code(a\\)'],
    ['``a`b``', 'code(a`b)'],
    ['`a', '`a'],
    ['```a', '```a'],
    ['```\na\n```', 'block:(a)'],
    ['```ts\nconst a = 1;\n```', 'block:ts(const a = 1;)'],
    ['```a b```', 'block:(a b)'],
    ['x\n```\n# a\n- b\n> c\n```\ny', 'x\nblock:(# a\n- b\n> c)\ny'],
    ['```\n# a', '``` | h1(a)'],
    ['\\```a```', '```a```'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('escapes', () => {
  test.each([
    ['\\*a\\*', '*a*'],
    ['\\\\', '\\'],
    ['\\a \\1', '\\a \\1'],
    ['\\ a', '\\ a'],
    ['\\', '\\'],
    ['\\@everyone', '@everyone'],
    ['\\<@12>', '<@12>'],
    ['\\# a', '# a'],
    ['1\\. a', '1. a'],
    ['https\\://example.org', 'https://example.org'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
    ['\\é \\👩', 'é 👩'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('lines', () => {
  test.each([
    ['# a', 'h1(a)'],
    ['## a ##', 'h2(a)'],
    ['### **a**\nb', 'h3(strong(a)) | b'],
    ['# a\n\n\nb', 'h1(a) | b'],
    ['#### a', '#### a'],
    ['#a', '#a'],
    ['a # b', 'a # b'],
    ['-# a *b*', 'subtext(a em(b))'],
    ['> a\n> b\nc', 'quote(a\nb) | c'],
    ['>a', '>a'],
    ['a\n>>> b\nc', 'a | quote(b\nc)'],
    ['> # a\n> - b', 'quote(h1(a) | ul[b])'],
    ['> > a', 'quote(> a)'],
    ['- a\n- b', 'ul[a][b]'],
    ['* a\n* b\nc', 'ul[a][b] | c'],
    ['3. a\n4. b', 'ol3[a][b]'],
    ['- a\n  - b\n    - c\n- d', 'ul[a | ul[b | ul[c]]][d]'],
    ['- a\n  1. b\n  2. c', 'ul[a | ol1[b][c]]'],
    ['- a\n  more', 'ul[a | more]'],
    ['- a\n1. b', 'ul[a] | ol1[b]'],
    ['-a', '-a'],
    ['1) a', '1) a'],
    ['a\n\nb\n', 'a\n\nb\n'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('links', () => {
  test.each([
    ['[a **b**](https://e.org/x)', 'link<https://e.org/x>(a strong(b))'],
    ['[a](<https://e.org>)', 'link<https://e.org>(a)'],
    ['[a](https://e.org "title")', 'link<https://e.org>(a)'],
    ['[a](https://e.org/b_(c))', 'link<https://e.org/b_(c)>(a)'],
    ['[a [b]](https://e.org)', 'link<https://e.org>(a [b])'],
    ['[a https://x.org](https://e.org)', 'link<https://e.org>(a https://x.org)'],
    ['[a](javascript:alert(1))', '[a](javascript:alert(1))'],
    ['[a](data:text/html,x)', '[a](data:text/html,x)'],
    ['[a](/b)', '[a](/b)'],
    ['[ ](https://e.org)', '[ ](link<https://e.org>(https://e.org))'],
    ['\\[a](https://e.org)', '[a](link<https://e.org>(https://e.org))'],
    ['see https://e.org/a_b_c.', 'see link<https://e.org/a_b_c>(https://e.org/a_b_c).'],
    ['(https://e.org/a)', '(link<https://e.org/a>(https://e.org/a))'],
    ['<https://e.org/*a*>', 'link<https://e.org/*a*>(https://e.org/*a*)'],
    ['<javascript:alert(1)>', '<javascript:alert(1)>'],
    ['http://', 'http://'],
    ['https://[', 'https://['],
    ['Http://e.org/x', 'link<Http://e.org/x>(Http://e.org/x)'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

describe('mentions', () => {
  test.each([
    ['<@12> <@!13>', 'user(12) user(13)'],
    ['<@&12>', 'role(12)'],
    ['<#12>', 'channel(12)'],
    ['@everyone @here', 'everyone(@everyone) everyone(@here)'],
    ['</ask:12> </a b:1>', 'command(ask) command(a b)'],
    ['<:smile:12> <a:wave:1>', 'emoji(smile) emoji(wave)'],
    ['<t:1700000000>', 'time(1700000000:f)'],
    ['<t:-5:R>', 'time(-5:R)'],
    ['<t:99999999999999>', '<t:99999999999999>'],
    ['<t:1:x>', '<t:1:x>'],
    ['<@a>', '<@a>'],
  ])('%j', (source, expected) => {
    expect(show(source)).toBe(expected);
  });
});

/** Longest option of a command, and so the longest hostile text. */
const LONGEST = 6_000;

describe('any text', () => {
  test('is parsed', () => {
    fc.assert(fc.property(hostileText, (text) => void expect(parseMarkdown(text).length).toBeGreaterThan(0)));
  });

  test('comes back character for character when it was escaped', () => {
    fc.assert(
      fc.property(hostileText.filter(isApart), (text) => {
        expect(visibleText(parseMarkdown(escapeMarkdown(text)))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test('comes back when words of it are in bold', () => {
    const words = fc.array(fc.constantFrom('a', 'b.c', 'snake_case', '*', '1.', '<@1>', '`'), {
      minLength: 3,
    });
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        const [first = ''] = list;
        const span = { start: first.length + 1, end: first.length + 1 + (list[1] ?? '').length };
        const blocks = parseMarkdown(emphasise(text, [span]));
        expect(visibleText(blocks)).toBe(text);
        expect(findStrong(blocks)).toEqual([list[1]]);
      }),
    );
  });

  test('links only to http and https', () => {
    const urls = fc.constantFrom('javascript:x', 'HTTPS://e.org', 'data:x', 'file:///x', 'vbscript:x');
    fc.assert(
      fc.property(fc.array(fc.oneof(urls, hostileText)), (parts) => {
        for (const url of linksIn(parseMarkdown(`[a](${parts.join('](')}) <${parts.join('> <')}>`))) {
          expect(new URL(url).protocol).toMatch(/^https?:$/u);
        }
      }),
    );
  });

  test.each([
    '*', '**', '***', '*a', '**a', '_', '__', '_a', '~~', '~~a', '||', '||a', '`', '``a', '```', '```a', '[', ']', '[](', '[a](http://', '](http://b', '((', '<', '<t:', '<@', '<https://',
    '>', '> ', '>>> ', '- ', '  - ', '1. ', '\\', '\\*', 'http://', 'https://a(', ' *', '\n', '\n ', '# ', '-# ', '*_', '**__', '*a **b ', '`a``b```c', '[a](', '@', 'h', '\u00af',
  ])('repeats %j as long as a text may be', (piece) => {
    const text = piece.repeat(Math.ceil(LONGEST / piece.length)).slice(0, LONGEST);
    expect(parseMarkdown(text).length).toBeGreaterThan(0);
    expect(parseMarkdown(`${text} x`).length).toBeGreaterThan(0);
    const nested = Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}${piece}`).join('\n');
    expect(parseMarkdown(nested.slice(0, LONGEST)).length).toBeGreaterThan(0);
  }); // prettier-ignore
});

/** An address that is glued to a word is a link in Discord, but escapeMarkdown leaves it as it is. */
function isApart(text: string): boolean {
  return !/\whttps?:\/\//iu.test(text);
}

function findStrong(blocks: readonly Block[]): string[] {
  return inlinesIn(blocks).flatMap((node) =>
    node.kind === 'strong' ? [visibleText([{ kind: 'paragraph', children: node.children }])] : [],
  );
}

function linksIn(blocks: readonly Block[]): string[] {
  return inlinesIn(blocks).flatMap((node) => (node.kind === 'link' ? [node.url] : []));
}

function inlinesIn(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'quote') return inlinesIn(block.blocks);
    if (block.kind === 'list') return block.items.flatMap((item) => inlinesIn(item));
    return block.children.flatMap(withChildren);
  });
}

function withChildren(node: Inline): Inline[] {
  return 'children' in node ? [node, ...node.children.flatMap(withChildren)] : [node];
}
