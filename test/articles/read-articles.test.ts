import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArticles } from '../../src/articles/read-articles.js';
import {
  MAX_FILE_BYTES,
  MAX_LINE_LENGTH,
  MAX_MARKDOWN_BYTES,
  MAX_PAGE_BYTES,
} from '../../src/articles/read-file.js';
import { ArticlesDirectoryError } from '../../src/errors.js';
import { folderWith, paragraphsOf, readFiles, readFolder, readOne, reasonsOf } from './reading.js';

describe('every format', () => {
  test('is read, in order of name, under its path without extension', async () => {
    const readings = await readFiles({
      'b/c.d.md': '# T\n\nMarkdown text.',
      'a.TXT': 'Plain text.',
      'z.htm': '<p>An old page.',
      'y.html': '<p>A page.',
    });
    expect(readings.map((one) => one.kind === 'article' && one.article.articleId)).toEqual([
      'a',
      'b/c.d',
      'y',
      'z',
    ]);
  });

  test.each(['\n', '\r\n', '\r'])(
    'line end %j and a byte order mark: the paragraphs keep their characters',
    async (end) => {
      const paragraph = `A hard-wrapped${end}paragraph.`;
      for (const name of ['a.txt', 'a.md']) {
        const article = await readOne({ [name]: `\uFEFF${paragraph}${end}${end}Another one.${end}` });
        expect(paragraphsOf(article)).toEqual([paragraph, 'Another one.']);
      }
    },
  );
});

describe('what cannot be used is named with its reason, and all else is read', () => {
  test('content', async () => {
    const utf16 = Buffer.from('\uFEFFTwo bytes a letter.', 'utf16le');
    const readings = await readFiles({
      'binary.txt': 'ab\0cd',
      'blank.txt': ' \n\t\r\n',
      'empty.md': '',
      'good.txt': 'A good article.',
      'heading.md': '# Only a heading',
      'html.html': '<title>T</title><p> </p>',
      'latin1.txt': Buffer.from('One\nline\ncaf\xE9.', 'latin1'),
      'replacement.txt': 'A true \uFFFD in a text.',
      'stars.txt': '* * *',
      'utf16.txt': utf16,
      'utf16-bare.txt': utf16.subarray(2),
    });
    expect(reasonsOf(readings)).toEqual({
      'binary.txt': 'skipped: holds binary data, not text',
      'blank.txt': 'skipped: empty',
      'empty.md': 'skipped: empty',
      'good.txt': 'ok',
      'heading.md': 'skipped: holds no paragraph of text',
      'html.html': 'skipped: holds no paragraph of text',
      'latin1.txt': 'skipped: not UTF-8: there is an invalid byte in line 3; save it as UTF-8',
      'replacement.txt': 'ok',
      'stars.txt': 'skipped: holds no word',
      'utf16.txt': 'skipped: not UTF-8 but UTF-16; save it as UTF-8',
      'utf16-bare.txt': 'skipped: holds binary data, not text',
    });
  });

  test('size', async () => {
    const line = 'word '.repeat(MAX_LINE_LENGTH / 5);
    const readings = await readFiles({
      'big-page.html': 'x'.repeat(MAX_PAGE_BYTES + 1),
      'big-notes.md': 'x\n'.repeat(MAX_MARKDOWN_BYTES / 2 + 1),
      'big.txt': 'x\n'.repeat(MAX_FILE_BYTES / 2 + 1),
      'endless.txt': 'word '.repeat(4_000_000),
      'just.txt': line,
      'long.md': `One line.\r\n\r\n${line}!`,
      'many.html': '<b>x'.repeat(30_001),
      'old-mac.txt': `${line}\r${line}`,
    });
    expect(reasonsOf(readings)).toEqual({
      'big-page.html': 'skipped: too large: 2.0 MB, and at most 2.0 MB are read',
      'big-notes.md': 'skipped: too large: 1.0 MB, and at most 1.0 MB are read',
      'big.txt': 'skipped: too large: 5.0 MB, and at most 5.0 MB are read',
      'endless.txt': 'skipped: too large: 20.0 MB, and at most 5.0 MB are read',
      'just.txt': 'ok',
      'long.md': 'skipped: line 3 has more than 200000 characters: not an article',
      'many.html': 'skipped: has more than 30000 elements: not an article',
      'old-mac.txt': 'ok',
    });
  });

  test('a file that vanishes between being listed and being read', async () => {
    const folder = await folderWith({ 'a.txt': 'First.', 'b.txt': 'Second.', 'c.txt': 'Third.' });
    const reasons: Record<string, string> = {};
    for await (const reading of readArticles(folder)) {
      Object.assign(reasons, reasonsOf([reading]));
      await rm(path.join(folder, 'b.txt'), { force: true });
    }
    expect(reasons).toEqual({
      'a.txt': 'ok',
      'b.txt': 'failed: vanished while it was being read',
      'c.txt': 'ok',
    });
  });

  test('nesting that no parser follows', async () => {
    const readings = await readFiles({ 'a.html': `${'<b>'.repeat(20_000)}x`, 'b.txt': 'A good article.' });
    expect(reasonsOf(readings)).toEqual({
      'a.html': expect.stringMatching(/^failed: could not be understood \(/u),
      'b.txt': 'ok',
    });
  });

  test('the folder itself', async () => {
    const folder = await folderWith({ 'file.txt': 'A file.' });
    const missing = readFolder(path.join(folder, 'missing'));
    await expect(missing).rejects.toThrow(ArticlesDirectoryError);
    await expect(missing).rejects.toThrow(/there is none.*ARTICLES_DIR/u);
    await expect(readFolder(path.join(folder, 'file.txt'))).rejects.toThrow(/it is no folder/u);
  });
});

describe('names', () => {
  test('two files of one name: the first is read, with the sidecar; the second is told', async () => {
    const folder = await folderWith({
      'a.md': 'Markdown.',
      'a.txt': 'Plain.',
      'a.meta.yaml': 'title: Both',
    });
    const readings = await readFolder(folder);
    expect(reasonsOf(readings)).toEqual({
      'a.md': 'ok',
      'a.txt': 'failed: has the same name as a.md; rename one of them',
    });
    expect(readings[0]).toMatchObject({ article: { title: 'Both' } });
  });

  test('a file that gives no article does not stand in the way of another of its name', async () => {
    expect(reasonsOf(await readFiles({ 'a.md': '', 'a.txt': 'Plain.' }))).toEqual({
      'a.md': 'skipped: empty',
      'a.txt': 'ok',
    });
  });

  test('control and direction characters are shown as marks, and cannot disguise a name', async () => {
    const [reading] = await readFiles({ 'a\u0007b\u202Etxt.exe\u2069.txt': 'A text.' });
    expect(reading).toMatchObject({ article: { articleId: 'a\uFFFDb\uFFFDtxt.exe\uFFFD' } });
  });

  test('of 255 bytes', async () => {
    const name = `${'é'.repeat(125)}a.txt`;
    expect(await readOne({ [name]: 'A text.' })).toMatchObject({ file: name });
  });

  test('an id is composed whatever the file system does, and both spellings are one id', async () => {
    const [first, second] = ['cafe\u0301.txt', 'café.txt'];
    const readings = await readFiles({ [first]: 'One.', [second]: 'Two.' });
    expect(readings[0]).toMatchObject({ article: { articleId: 'café', file: first } });
    expect(readings[1]).toMatchObject({ kind: 'failed', file: second });
  });

  test('folders as deep as the system allows', async () => {
    const name = `${'a/'.repeat(500)}deep.txt`;
    expect(await readOne({ [name]: 'A text.' })).toMatchObject({ file: name });
  });
});

describe('titles', () => {
  const long =
    'This is a sentence of rather many words that goes on and on until nobody would take it for a title any more.';

  test.each([
    ['metadata before all', { 'a.md': '---\ntitle: Given\n---\n# Heading\n\nText.' }, 'Given'],
    [
      'the sidecar before the file',
      { 'a.md': '---\ntitle: Given\n---\nText.', 'a.meta.yaml': 'title: Said' },
      'Said',
    ],
    [
      'the first heading',
      { 'a.md': '## Part\n\n# The *real* [title](http://x.y) \\& more\n\n# Other\n\nText.' },
      'The real title & more',
    ],
    ['an underlined heading', { 'a.md': 'Title of it\n===\n\nText.' }, 'Title of it'],
    ['the first sentence', { 'a.txt': 'The U.S. won. They cheered.' }, 'The U.S. won.'],
    ['the first sentence, on one line', { 'a.txt': 'Two\r\nlines here. They cheered.' }, 'Two lines here.'],
    [
      'the first sentence, without marks',
      { 'a.md': '**Taipei** is a [city](http://x.y/z). So.' },
      'Taipei is a city.',
    ],
    [
      'the first sentence, shortened at a word',
      { 'a.txt': long },
      'This is a sentence of rather many words that goes on and on until nobody would take it for a title…',
    ],
    ['one endless word', { 'a.txt': '😀'.repeat(80).replace(/^/u, 'a') }, `a${'😀'.repeat(49)}…`],
    [
      'a page: its own metadata',
      { 'a.html': '<title>T | Site</title><meta property="og:title" content="T"><p>Text.' },
      'T',
    ],
    ['a page: its heading', { 'a.html': '<title>T | Site</title><h1>T</h1><p>Text.' }, 'T'],
    ['a page: its title', { 'a.html': '<title>T</title><p>Text.' }, 'T'],
    ['a page without any', { 'a.html': '<p>A first sentence. Another.' }, 'A first sentence.'],
  ])('%s', async (_case, files, title) => {
    expect((await readOne(files)).title).toBe(title);
  });
});

describe('what is known already', () => {
  const files = { 'a.txt': 'A text.', 'a.meta.yaml': 'source: Example Times' };

  test('is not parsed again', async () => {
    const folder = await folderWith(files);
    const article = await readOne(files);
    expect(await readFolder(folder, new Map([['a.txt', article.fileHash]]))).toEqual([
      { kind: 'unchanged', file: 'a.txt', articleId: 'a' },
    ]);
  });

  test.each([
    ['the text', { ...files, 'a.txt': 'A text!' }],
    ['the sidecar', { ...files, 'a.meta.yaml': 'source: Sample Post' }],
    ['the sidecar’s absence', { 'a.txt': 'A text.' }],
  ])('is parsed again when %s changed', async (_what, changed) => {
    const { fileHash } = await readOne(files);
    const [reading] = await readFolder(await folderWith(changed), new Map([['a.txt', fileHash]]));
    expect(reading?.kind).toBe('article');
  });
});
