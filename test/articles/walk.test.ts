import { execFileSync } from 'node:child_process';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { listArticleFiles } from '../../src/articles/walk.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { folderWith, readFolder, reasonsOf, type Files } from './reading.js';

/** Links to make: name and target. */
async function linkedFolder(files: Files, links: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderWith(files);
  for (const [name, target] of Object.entries(links)) await symlink(target, path.join(folder, name));
  return folder;
}

describe('links', () => {
  test('that lead out of the folder are not followed, to whatever they lead', async () => {
    const outside = await folderWith({ 'secret.txt': 'Secret.' });
    const folder = await linkedFolder(
      { 'a.txt': 'Mine.' },
      {
        'file.txt': path.join(outside, 'secret.txt'),
        folder: outside,
        'up.txt': '../../etc/hostname',
        'a.meta.yaml': '/etc/hostname',
      },
    );
    const reason = 'skipped: the link leads out of the articles folder, and is not followed';
    expect(reasonsOf(await readFolder(folder))).toEqual({
      'a.txt': 'ok',
      'a.meta.yaml': reason,
      'file.txt': reason,
      folder: reason,
      'up.txt': expect.stringMatching(/^skipped: the link leads (?:out|nowhere)/u),
    });
  });

  test('a neighbour whose name begins like the folder’s is outside too', async () => {
    const parent = await folderWith({ 'articles-old/b.txt': 'Old.', 'articles/a.txt': 'New.' });
    await symlink('../articles-old/b.txt', path.join(parent, 'articles', 'b.txt'));
    const { files } = await listArticleFiles(path.join(parent, 'articles'));
    expect(files.map(({ file }) => file)).toEqual(['a.txt']);
  });

  test('that lead in circles, nowhere or to what is read anyway are named, and articles keep their own names', async () => {
    const folder = await linkedFolder(
      { 'm/article.txt': 'Here.' },
      {
        'a-link.txt': 'm/article.txt',
        'a-folder': 'm',
        'dangling.txt': 'nothing.txt',
        'loop.txt': 'loop.txt',
        'm/root': '..',
        'b.txt': 'c.txt',
        'c.txt': 'b.txt',
      },
    );
    const anyway = 'skipped: a link to something that is read anyway';
    const circle = 'skipped: the link leads back to itself';
    expect(reasonsOf(await readFolder(folder))).toEqual({
      'a-folder': anyway,
      'a-link.txt': anyway,
      'b.txt': circle,
      'c.txt': circle,
      'dangling.txt': 'skipped: the link leads nowhere',
      'loop.txt': circle,
      'm/article.txt': 'ok',
      'm/root': anyway,
    });
  });

  test('to a file that has no article’s name are followed; a sidecar may serve two articles', async () => {
    const folder = await linkedFolder(
      { notes: 'Notes.', 'a.txt': 'A.', 'b.txt': 'B.', 'a.meta.yaml': 'source: Example Times' },
      { 'notes.txt': 'notes', 'b.meta.yaml': 'a.meta.yaml' },
    );
    const readings = await readFolder(folder);
    expect(reasonsOf(readings)).toMatchObject({
      'notes.txt': 'ok',
      notes: expect.stringContaining('not an article'),
    });
    expect(readings.map((one) => one.kind === 'article' && one.article.source)).toEqual([
      'Example Times',
      'Example Times',
      undefined,
      false,
    ]);
  });

  test('the articles folder may itself be one', async () => {
    const folder = await linkedFolder({ 'real/a.txt': 'A.' }, { link: 'real' });
    expect(reasonsOf(await readFolder(path.join(folder, 'link')))).toEqual({ 'a.txt': 'ok' });
  });
});

describe('what is no article', () => {
  test('other files and lonely sidecars are named, names with a dot in front are not', async () => {
    const folder = await folderWith({
      '.hidden.txt': 'No.',
      '.git/a.txt': 'No.',
      'a.txt': 'Yes.',
      'b.pdf': 'No.',
      'c.meta.yaml': 'title: C',
      noextension: 'No.',
    });
    const other = 'skipped: not an article: its name does not end in .txt, .md, .html, .htm';
    expect(reasonsOf(await readFolder(folder))).toEqual({
      'a.txt': 'ok',
      'b.pdf': other,
      'c.meta.yaml': 'skipped: there is no article of this name beside it',
      noextension: other,
    });
  });

  test('a folder named like an article is named, and what is in it is read', async () => {
    expect(reasonsOf(await readFolder(await folderWith({ 'x.md/a.txt': 'Inside.' })))).toEqual({
      'x.md': 'skipped: a folder, although it is named like an article; what is in it is read',
      'x.md/a.txt': 'ok',
    });
  });

  test('a pipe is not waited for', async () => {
    const folder = await folderWith({ 'a.txt': 'A.' });
    execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
    expect(reasonsOf(await readFolder(folder))).toEqual({
      'a.txt': 'ok',
      'pipe.txt': 'skipped: neither a file nor a folder',
    });
  });

  test('a name that is not UTF-8 is named', async () => {
    const folder = await temporaryFolder();
    await writeFile(
      Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]),
      'A.',
    );
    expect(reasonsOf(await readFolder(folder))).toEqual({
      'caf\uFFFD.txt': 'failed: its name is not UTF-8; rename it',
    });
  });
});

describe('permissions', () => {
  // The superuser may read everything, so there is nothing to refuse.
  const isRoot = process.getuid?.() === 0;

  test.skipIf(isRoot)(
    'a file and a folder that may not be read are named (skipped for root, whom no permission binds)',
    async () => {
      const folder = await folderWith({ 'a.txt': 'A.', 'closed.txt': 'No.' });
      await mkdir(path.join(folder, 'locked'));
      await chmod(path.join(folder, 'closed.txt'), 0);
      await chmod(path.join(folder, 'locked'), 0);
      expect(reasonsOf(await readFolder(folder))).toEqual({
        'a.txt': 'ok',
        'closed.txt': 'failed: may not be read by this program (permission denied)',
        'locked/': 'failed: the folder may not be read by this program (permission denied)',
      });
    },
  );
});
