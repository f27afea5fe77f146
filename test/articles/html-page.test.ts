import { describe, expect, test } from 'vitest';
import type { Metadata } from '../../src/articles/article.js';
import { parsePage } from '../../src/articles/html-page.js';
import { readPageMetadata } from '../../src/articles/page-metadata.js';
import { openPage } from '../../src/articles/open-page.js';

const BODY = 'The minister came on Friday, and stayed for a week, as the office of the minister said.';
const LONG = Array.from({ length: 12 }, (_, at) => `<p>${at}. ${BODY}</p>`).join('\n');

function textsOf(html: string, kind = 'text'): string[] {
  const { text, blocks } = parsePage(html);
  return blocks.filter((block) => block.kind === kind).map(({ start, end }) => text.slice(start, end));
}

describe('the text of a page', () => {
  test.each([
    ['a whole page', `<!doctype html><html><head><title>T</title></head><body><p>${BODY}</p></body></html>`],
    ['no body element', `<!doctype html><html><head><title>T</title></head><p>${BODY}</p></html>`],
    ['no head element', `<html><title>T</title><body><p>${BODY}</p></body></html>`],
    ['no html element', `<!doctype html><title>T</title><p>${BODY}`],
    ['a fragment', `<p>${BODY}</p>`],
    ['no element at all', BODY],
    ['capitals', `<HTML><BODY><P>${BODY}</BODY></HTML>`],
    ['a comment in front', `<!-- saved --><html><body><p>${BODY}`],
  ])('is found in %s', (_what, html) => {
    expect(textsOf(html)).toEqual([BODY]);
  });

  test('is that of the article, without what is around it', () => {
    const html = `<body><header>Example Times</header><nav><a href="/">Home</a></nav><article><h1>T</h1>${LONG}</article>
      <aside><p>${BODY} Not mine.</p></aside><footer>Imprint</footer></body>`;
    expect(textsOf(html).join()).not.toMatch(/Example|Home|Not mine|Imprint/u);
    expect(textsOf(html)).toHaveLength(12);
  });

  test('is what a reader sees: nothing that runs, nothing hidden', () => {
    const unseen = ['<script>SECRET</script>', '<style>SECRET</style>', '<noscript>SECRET</noscript>', '<template>SECRET</template>',
      '<p hidden>SECRET</p>', '<p style="color:red; DISPLAY : none">SECRET</p>', '<div style="visibility:hidden"><p>SECRET</p></div>',
      '<!-- SECRET -->', '<button>SECRET</button>', '<svg><text>SECRET</text></svg>', '<textarea>SECRET</textarea>']; // prettier-ignore
    for (const html of [`<article>${LONG}${unseen.join('')}</article>`, `<p>${BODY}</p>${unseen.join('')}`]) {
      expect(parsePage(html).text).not.toContain('SECRET');
      expect(parsePage(html).text).toContain(BODY);
    }
  });

  test('hidden="until-found" and a body that waits for a script are no reason to hide it', () => {
    expect(textsOf(`<body style="visibility:hidden"><p hidden="until-found">${BODY}</p></body>`)).toEqual([
      BODY,
    ]);
  });

  test('is on one line a block, with the page’s own characters', () => {
    expect(textsOf('<p>One\n  <b>two</b>&nbsp;three<br>four &amp; “five” caf&eacute; &#x1F600;</p>')).toEqual(
      ['One two three four & “five” café 😀'],
    );
  });

  test('a row of a table is a paragraph', () => {
    const table =
      '<table><tr><th>City</th><th>People</th></tr><tr><td>Taipei</td><td>2,500,000</td></tr></table>';
    expect(textsOf(`<main><p>${BODY}</p>${table}</main>`)).toEqual([BODY, 'City People', 'Taipei 2,500,000']);
  });

  test('paragraphs in the cells of a table stay paragraphs', () => {
    expect(textsOf('<table><tr><td><p>One of them.</p><p>Two of them.</p></td></tr></table>')).toEqual([
      'One of them.',
      'Two of them.',
    ]);
  });

  test('headings, captions and code are told apart', () => {
    const html = `<main><h2>Part</h2><p>${BODY}</p><figure><img src="x"><figcaption>A <i>picture</i></figcaption></figure><pre>x = 1</pre></main>`;
    expect(textsOf(html)).toEqual([BODY]);
    expect([textsOf(html, 'heading'), textsOf(html, 'caption'), textsOf(html, 'code')]).toEqual([
      ['Part'],
      ['A picture'],
      ['x = 1'],
    ]);
  });

  test.each([
    [
      'more elements than Readability reads in time',
      `<nav>${'<b>x</b>'.repeat(10)}</nav><main>${'<p>Some words.</p>'.repeat(6_000)}</main>`,
      6_000,
    ],
    ['deeper nesting than Readability reads in time', `${'<div>'.repeat(400)}<p>Some words.</p>`, 1],
  ])('%s: the whole page has to do', (_what, html, count) => {
    expect(textsOf(html)).toEqual(Array.from({ length: count }, () => 'Some words.'));
  });

  test('there may be none', () => {
    for (const html of [
      '',
      '<html></html>',
      '<frameset><frame src="x"></frameset>',
      '<p>…</p>',
      '<!doctype html>',
    ]) {
      expect(textsOf(html)).toEqual([]);
    }
  });
});

const metadataOf = (html: string): Metadata => readPageMetadata(openPage(html));

function ld(value: unknown): string {
  const json = typeof value === 'string' ? value : JSON.stringify(value);
  return `<script type="application/ld+json">${json}</script>`;
}

describe('the metadata of a page', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'T',
    author: { '@type': 'Person', name: 'A. Writer' },
    publisher: { name: 'Example Times' },
    datePublished: '2023-02-17',
    inLanguage: 'en-GB',
    url: 'https://example.org/t',
    keywords: ['a', 'b'],
  };
  const read = {
    title: 'T',
    author: 'A. Writer',
    source: 'Example Times',
    date: '2023-02-17',
    language: 'en-GB',
    url: 'https://example.org/t',
    tags: ['a', 'b'],
  };

  test.each([
    ['an article', article],
    ['a list', [{ '@type': 'WebSite', name: 'X' }, article]],
    ['a graph', { '@graph': [{ '@type': 'Person', name: 'X' }, article] }],
    ['a graph in a list', [{ '@graph': [article] }]],
    ['several types', { ...article, '@type': ['Thing', 'ReportageNewsArticle'] }],
    ['several authors, not all of them named', { ...article, author: [{ name: 'A. Writer' }, { url: 'x' }] }],
  ])('from JSON-LD: %s', (_what, value) => {
    expect(metadataOf(ld(value))).toEqual(read);
  });

  test('broken, foreign and odd JSON-LD is passed over', () => {
    const odd = [
      '{',
      '',
      'null',
      '1',
      '[]',
      '{"@graph": 1}',
      { '@type': 'Recipe', headline: 'R' },
      { headline: 'H' },
      '"text"',
    ];
    expect(metadataOf(odd.map(ld).join('') + ld(article))).toEqual(read);
  });

  test('a key of an odd shape does not spoil the others', () => {
    const odd = { ...article, author: 7, keywords: { a: 1 }, datePublished: 'soon', inLanguage: ['en'] };
    expect(metadataOf(ld(odd))).toEqual({
      title: 'T',
      source: 'Example Times',
      url: 'https://example.org/t',
    });
  });

  test('from Open Graph and meta elements', () => {
    const html = `<html lang="en"><head><meta property="og:title" content=" T &amp; U "><meta property="og:site_name" content="Example Times">
      <meta property="article:author" content="https://example.org/a-writer"><meta name="author" content="A. Writer">
      <meta property="article:published_time" content="2023-02-17T10:00:00+0800"><link rel="canonical" href="https://example.org/t">
      <meta name="keywords" content="a, b"></head><body><h1>Other</h1></body></html>`;
    expect(metadataOf(html)).toEqual({
      title: 'T & U',
      source: 'Example Times',
      author: 'A. Writer',
      date: '2023-02-17T10:00:00+08:00',
      url: 'https://example.org/t',
      language: 'en',
      tags: ['a', 'b'],
    });
  });

  test.each([
    ['2023-02-17', '2023-02-17'],
    ['2023-02-17T00:30:00+08:00', '2023-02-17T00:30:00+08:00'],
    ['2023-02-17T00:30:00', '2023-02-17'],
    ['2023-02-17 00:30', '2023-02-17'],
    ['February 17, 2023', '2023-02-17'],
    ['Fri, 17 Feb 2023 10:00:00 GMT', '2023-02-17T10:00:00.000Z'],
    ['yesterday', undefined],
  ])('a date such as %s is %s, in every time zone', (date, expected) => {
    expect(metadataOf(`<meta name="date" content="${date}">`).date).toBe(expected);
  });

  test('the address of a profile is no author, a relative address no address', () => {
    expect(
      metadataOf(
        '<meta property="article:author" content="https://x.org/w"><link rel="canonical" href="/t">',
      ),
    ).toEqual({});
  });

  test('a page that says nothing has none', () => {
    expect(metadataOf('<p>Text.')).toEqual({});
  });
});
