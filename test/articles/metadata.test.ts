import { describe, expect, test } from 'vitest';
import { readFiles, readOne, reasonsOf } from './reading.js';

const ALL = `title: Pentagon official arrives
source: Example Times
author: A. Writer
date: 2023-02-17
url: https://example.org/visit
language: en
tags: [Taiwan, defence, 2023]
`;
const ALL_READ = {
  title: 'Pentagon official arrives',
  source: 'Example Times',
  author: 'A. Writer',
  date: '2023-02-17',
  url: 'https://example.org/visit',
  language: 'en',
  tags: ['Taiwan', 'defence', '2023'],
};

async function reasonFor(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const reasons = reasonsOf(await readFiles({ ...files, 'good.txt': 'A good article.' }));
  expect(reasons['good.txt']).toBe('ok');
  return Object.values(reasons)[0];
}

describe('every key', () => {
  test.each([
    ['front matter of a text', { 'a.txt': `---\n${ALL}---\nText.` }],
    [
      'front matter of Markdown, with other line ends',
      { 'a.md': `---\n${ALL}...\n\nText.`.replaceAll('\n', '\r\n') },
    ],
    ['a sidecar of a text', { 'a.txt': 'Text.', 'a.meta.yaml': ALL }],
    ['a sidecar of Markdown', { 'a.md': '# Other\n\nText.', 'a.meta.yaml': ALL }],
    ['a sidecar of a page', { 'a.html': '<title>Other</title><p>Text.', 'a.meta.yaml': ALL }],
  ])('from %s', async (_from, files) => {
    expect(await readOne(files)).toMatchObject(ALL_READ);
  });

  test('a sidecar wins key by key', async () => {
    const article = await readOne({ 'a.txt': `---\n${ALL}---\nText.`, 'a.meta.yaml': 'source: Sample Post' });
    expect(article).toMatchObject({ ...ALL_READ, source: 'Sample Post' });
  });

  test.each(['', '# nothing yet\n', '\uFEFF', '{}', 'title:\nsource: "  "\n'])(
    'a sidecar may say nothing: %j',
    async (sidecar) => {
      const article = await readOne({ 'a.txt': 'Text.', 'a.meta.yaml': sidecar });
      expect(article).toMatchObject({ title: 'Text.', tags: [] });
      expect(article).not.toHaveProperty('source');
    },
  );

  test('is tidied: several lines become one, numbers their digits, a text of tags a list', async () => {
    const sidecar =
      'title: |\n  Two\n  lines\nsource: 20\ntags: a, b ,, c\ndate: 2023-02-17T10:00:00+08:00\n';
    expect(await readOne({ 'a.txt': 'Text.', 'a.meta.yaml': sidecar })).toMatchObject({
      title: 'Two lines',
      source: '20',
      tags: ['a', 'b', 'c'],
      date: '2023-02-17T10:00:00+08:00',
    });
  });
});

describe('what is wrong is told with file, key and reason, and the other files are read', () => {
  test.each([
    ['date: 17 February', /^failed: a\.meta\.yaml: date: must be a date such as/u],
    ['date: 2023-02-30', /date: must be/u],
    ['url: example.org', /url: must be a whole address/u],
    ['url: javascript:alert(1)', /url: must be a whole address/u],
    ['url: "http:example"', /url: must be a whole address/u],
    ['language: English, mostly', /language: must be a language tag/u],
    ['title: [a, b]', /title: Invalid input: expected string/u],
    ['tags: {a: b}', /tags: Invalid input/u],
    ['titel: A slip', /unknown key titel \(known: title, source, author, date, url, language, tags\)/u],
    ['date: no\nurl: no', /date: .*; url: /u],
    ['just words', /^failed: a\.meta\.yaml: must be a list of "key: value" lines$/u],
    ['- a\n- b', /must be a list of/u],
    ['title: "open', /^failed: a\.meta\.yaml, line \d: Missing closing "quote/u],
    ['title: a\ntitle: b', /^failed: a\.meta\.yaml, line \d: Map keys must be unique/u],
    ['title: *nothing', /^failed: a\.meta\.yaml/u],
  ])('sidecar %j', async (sidecar, reason) => {
    expect(await reasonFor({ 'a.txt': 'Text.', 'a.meta.yaml': sidecar })).toMatch(reason);
  });

  test('a sidecar that is no text names itself, not the article', async () => {
    const readings = await readFiles({
      'a.txt': 'Text.',
      'a.meta.yaml': Buffer.from('title: caf\xE9', 'latin1'),
    });
    expect(reasonsOf(readings)).toEqual({
      'a.txt': expect.stringMatching(/^failed: a\.meta\.yaml: not UTF-8/u),
    });
  });

  test('a bomb of aliases does not go off', async () => {
    const rows = Array.from(
      { length: 12 },
      (_, at) => `k${at}: &k${at} [${`*k${at - 1}, `.repeat(at === 0 ? 0 : 12)}]`,
    );
    expect(await reasonFor({ 'a.txt': 'Text.', 'a.meta.yaml': rows.join('\n') })).toMatch(
      /^failed: a\.meta\.yaml/u,
    );
  });

  test('front matter: the line is that of the file', async () => {
    const reason = await reasonFor({ 'a.md': '---\ntitle: a\nsource: "open\n---\nText.' });
    expect(reason).toBe('failed: front matter, line 4: Missing closing "quote');
    expect(await reasonFor({ 'a.md': '---\ndate: soon\n---\nText.' })).toMatch(
      /^failed: front matter: date: /u,
    );
  });
});

describe('front matter', () => {
  test('keys of other programs are ignored', async () => {
    expect(await readOne({ 'a.md': '---\nlayout: post\ntitle: T\n---\nText.' })).toMatchObject({
      title: 'T',
    });
  });

  test('that never closes is told', async () => {
    expect(await reasonFor({ 'a.txt': '---\ntitle: T\n\nText.' })).toBe(
      'failed: front matter: no line "---" ends it',
    );
  });

  test.each([
    ['a rule above a text', '---\nText without metadata.', 'Text without metadata.'],
    ['two rules around a text', '---\nText in a box.\n---\n\nMore text.', 'Text in a box.'],
    ['a rule further down', 'Text.\n\n---\n\ntitle: not metadata', 'Text.'],
  ])('%s is none', async (_what, content, part) => {
    const article = await readOne({ 'a.txt': content });
    expect(article.text.slice(article.paragraphs[0]?.start)).toContain(part);
    expect(article.title).not.toBe('not metadata');
  });

  test('that is empty is skipped', async () => {
    const article = await readOne({ 'a.txt': '---\n---\nText.' });
    expect(article.title).toBe('Text.');
  });

  test('does not shift the text behind it, whatever is in it', async () => {
    for (const name of ['a.md', 'a.txt']) {
      const article = await readOne({ [name]: '---\ntitle: 😀 and é\ntags: [語]\n---\nFirst.\n\nSecond.' });
      const [first, second] = article.paragraphs;
      expect(article.text.slice(first?.start, second?.end)).toBe('First.\n\nSecond.');
    }
  });
});
