/** Runs over a folder of articles that changes: what they report, what they embed, and that the old index answers meanwhile. */
import { readdir, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ArticlesDirectoryError, EmbeddingError } from '../../src/errors.js';
import type { PassageIndex } from '../../src/index/passage-index.js';
import type { ReindexProgress } from '../../src/index/report.js';
import { fakeEmbedder } from '../support/embedder.js';
import { createGate } from '../support/gate.js';
import { vectorsOf } from '../support/snapshots.js';
import { paragraphOn, reportOf, temporaryIndex, textsOf } from '../support/temporary-index.js';

function vectorsIn(index: PassageIndex): number[] {
  const snapshot = index.snapshot();
  return snapshot === undefined ? [] : vectorsOf(snapshot);
}

const idsOf = (index: PassageIndex) => index.snapshot()?.articles.map(({ articleId }) => articleId);

/** Name, size and time of everything in a folder. */
async function stateOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const states = names.map(async (name) => {
    const { size, mtimeMs, ino } = await stat(path.join(folder, name));
    return [name, size, mtimeMs, ino].join(' ');
  });
  return (await Promise.all(states)).toSorted();
}

describe('a run', () => {
  test('reports what was added, changed, removed, unchanged, skipped and failed', async () => {
    const place = await temporaryIndex();
    const index = await place.open();
    for (const name of ['stays', 'changes', 'goes']) await place.write(`${name}.txt`, paragraphOn(name));
    expect(reportOf(await index.reindex())).toMatchObject({
      generation: 1,
      added: ['changes.txt', 'goes.txt', 'stays.txt'],
      articles: 3,
      embedded: 3,
    });
    await place.write('changes.txt', paragraphOn('changes'), paragraphOn('something new'));
    await place.remove('goes.txt');
    await place.write('new/comes.md', '# A heading', paragraphOn('comes'));
    await place.write('empty.txt', '');
    await place.write('picture.png', 'no article');
    await place.write('stays.md', 'Of the same name as another article, and so refused.');
    expect(reportOf(await index.reindex())).toMatchObject({
      generation: 2,
      added: ['new/comes.md', 'stays.md'],
      changed: ['changes.txt'],
      removed: ['goes.txt', 'stays.txt'],
      unchanged: 0,
      skipped: [{ file: 'empty.txt' }, { file: 'picture.png' }],
      failed: [{ file: 'stays.txt', reason: expect.stringContaining('same name as stays.md') }],
      articles: 3,
    });
    expect(idsOf(index)).toEqual(['changes', 'new/comes', 'stays']);
  });

  test('tells listeners what answered before, and only when it came to its end', async () => {
    const place = await temporaryIndex();
    const index = await place.open();
    const told: (number | undefined)[] = [];
    index.onRun((snapshot) => told.push(snapshot?.generation));
    await place.write('a.txt', paragraphOn('water'));
    await index.reindex();
    await place.write('b.txt', paragraphOn('wine'));
    await index.reindex();
    await index.reindex();
    expect(told).toEqual([undefined, 1, 2]);
    await rm(place.articlesDirectory, { recursive: true });
    await expect(index.reindex()).rejects.toThrow(ArticlesDirectoryError);
    await index.close();
    await index.reindex();
    expect(told).toHaveLength(3);
  });

  test('that finds nothing changed writes no file', async () => {
    const place = await temporaryIndex();
    const embedder = fakeEmbedder();
    const index = await place.open({ embedder });
    await place.write('a.txt', paragraphOn('trade'));
    reportOf(await index.reindex());
    const before = await stateOf(place.directory);
    const snapshot = index.snapshot();
    expect(reportOf(await index.reindex())).toMatchObject({ generation: 1, unchanged: 1, embedded: 0 });
    expect(await stateOf(place.directory)).toEqual(before);
    expect(index.snapshot()).toBe(snapshot);
    expect(embedder.passages).toHaveLength(1);
  });

  test('embeds only paragraphs that are new, wherever they stand', async () => {
    const place = await temporaryIndex();
    const embedder = fakeEmbedder();
    const index = await place.open({ embedder });
    await place.write('a.txt', paragraphOn('trade'), paragraphOn('health'));
    reportOf(await index.reindex());
    embedder.passages.length = 0;
    await place.remove('a.txt');
    await place.write('b.txt', paragraphOn('rivers'), paragraphOn('health'), paragraphOn('trade'));
    await place.write('c.txt', paragraphOn('rivers'), paragraphOn('trade'));
    expect(reportOf(await index.reindex()).embedded).toBe(1);
    expect(embedder.passages).toEqual([paragraphOn('rivers')]);
    expect(textsOf(index)).toHaveLength(5);
  });

  test('that is full embeds everything again', async () => {
    const place = await temporaryIndex();
    const embedder = fakeEmbedder();
    const index = await place.open({ embedder });
    await place.write('a.txt', paragraphOn('trade'), paragraphOn('health'));
    reportOf(await index.reindex());
    expect(reportOf(await index.reindex({ full: true }))).toMatchObject({
      generation: 2,
      unchanged: 1,
      embedded: 2,
    });
    expect(embedder.passages).toHaveLength(4);
  });

  test('tells how far it is', async () => {
    const place = await temporaryIndex();
    const index = await place.open();
    await place.write('a.txt', paragraphOn('trade'), paragraphOn('health'));
    const told: ReindexProgress[] = [];
    reportOf(await index.reindex({ onProgress: (progress) => told.push(progress) }));
    expect(told).toEqual([
      { phase: 'reading', done: 1, total: 0 },
      { phase: 'embedding', done: 1, total: 2 },
      { phase: 'embedding', done: 2, total: 2 },
      { phase: 'saving', done: 0, total: 1 },
      { phase: 'saving', done: 1, total: 1 },
    ]);
  });

  test('over an empty folder gives an empty index, and the last article may go', async () => {
    const place = await temporaryIndex();
    const index = await place.open();
    expect(reportOf(await index.reindex())).toMatchObject({ generation: 1, articles: 0 });
    expect(textsOf(index)).toEqual([]);
    await place.write('a.txt', paragraphOn('trade'));
    reportOf(await index.reindex());
    await place.remove('a.txt');
    expect(reportOf(await index.reindex())).toMatchObject({ removed: ['a.txt'], articles: 0 });
    await index.close();
    expect(textsOf(await place.open())).toEqual([]);
  });

  test('without a folder of articles fails in words, and the old index goes on answering', async () => {
    const place = await temporaryIndex();
    await place.write('a.txt', paragraphOn('trade'));
    const index = await place.open();
    reportOf(await index.reindex());
    await index.close();
    const moved = await place.open({ articlesDirectory: `${place.articlesDirectory}-elsewhere` });
    await expect(moved.reindex()).rejects.toBeInstanceOf(ArticlesDirectoryError);
    expect(textsOf(moved)).toEqual([paragraphOn('trade')]);
  });
});

describe('a file that fails', () => {
  test('while it is read keeps its earlier article', async () => {
    const place = await temporaryIndex();
    const index = await place.open();
    await place.write('a.txt', paragraphOn('trade'));
    await place.write('b.txt', paragraphOn('health'));
    reportOf(await index.reindex());
    await place.write('a.txt', paragraphOn('rivers'));
    await place.write('a.meta.yaml', 'date: some day');
    const report = reportOf(await index.reindex());
    expect(report).toMatchObject({ changed: [], removed: [], unchanged: 1, failed: [{ file: 'a.txt' }] });
    expect(textsOf(index)).toEqual([paragraphOn('trade'), paragraphOn('health')]);
    await place.remove('a.meta.yaml');
    expect(reportOf(await index.reindex()).changed).toEqual(['a.txt']);
  });

  test.each([false, true])('while it is embedded keeps its earlier article (full: %s)', async (full) => {
    const place = await temporaryIndex();
    let bad = 'rivers';
    const before = (text: string): void => {
      if (text.includes(bad)) throw new EmbeddingError('too odd');
    };
    const index = await place.open({ embedder: fakeEmbedder({ before }) });
    await place.write('a.txt', paragraphOn('trade'), paragraphOn('health'));
    await place.write('b.txt', paragraphOn('roads'));
    reportOf(await index.reindex());
    await place.write('a.txt', paragraphOn('trade'), paragraphOn('rivers'));
    await place.write('c.txt', paragraphOn('more rivers'));
    expect(reportOf(await index.reindex({ full }))).toMatchObject({
      added: [],
      changed: [],
      removed: [],
      unchanged: 1,
      failed: [
        { file: 'a.txt', reason: 'could not be embedded (too odd)' },
        { file: 'c.txt', reason: 'could not be embedded (too odd)' },
      ],
      articles: 2,
    });
    expect(textsOf(index)).toEqual(['trade', 'health', 'roads'].map(paragraphOn));
    bad = 'nothing';
    expect(reportOf(await index.reindex())).toMatchObject({
      added: ['c.txt'],
      changed: ['a.txt'],
      failed: [],
    });
    expect(textsOf(index)).toEqual(['trade', 'rivers', 'roads', 'more rivers'].map(paragraphOn));
  });

  test('in a full run although it has not changed, keeps what it has', async () => {
    const place = await temporaryIndex();
    let bad = 'nothing';
    const before = (text: string): void => {
      if (text.includes(bad)) throw new EmbeddingError('too odd');
    };
    const index = await place.open({ embedder: fakeEmbedder({ before }) });
    await place.write('a.txt', paragraphOn('trade'));
    await place.write('b.txt', paragraphOn('roads'));
    reportOf(await index.reindex());
    const vectors = vectorsIn(index);
    bad = 'trade';
    expect(reportOf(await index.reindex({ full: true }))).toMatchObject({
      unchanged: 1,
      failed: [{ file: 'a.txt' }],
    });
    expect(vectorsIn(index)).toEqual(vectors);
  });
});

describe('while a run is going on', () => {
  test('the old generation answers, a second run is refused, and a snapshot never changes', async () => {
    const place = await temporaryIndex();
    const index = await place.open();
    await place.write('a.txt', paragraphOn('trade'));
    reportOf(await index.reindex());
    await index.close();

    const gate = createGate();
    const again = await place.open({ embedder: fakeEmbedder({ before: () => gate.pass() }) });
    await place.write('a.txt', paragraphOn('health'));
    const old = again.snapshot();
    const run = again.reindex();
    await gate.reached;
    expect(again.snapshot()).toBe(old);
    expect(textsOf(again)).toEqual([paragraphOn('trade')]);
    expect(await again.reindex()).toEqual({ kind: 'running' });
    gate.open();
    expect(reportOf(await run).changed).toEqual(['a.txt']);
    expect(textsOf(again)).toEqual([paragraphOn('health')]);
    expect(old?.articles[0]?.text).toContain('trade');
    expect(await again.reindex()).toMatchObject({ kind: 'done' });
  });

  test('closing stops it, and a later run goes on with what was embedded', async () => {
    const place = await temporaryIndex();
    const topics = Array.from({ length: 30 }, (_, at) => paragraphOn(`question ${at}`));
    await place.write('a.txt', ...topics);
    const gate = createGate();
    const first = fakeEmbedder({
      before: (text) => (text.includes('question 20') ? gate.pass() : undefined),
    });
    const index = await place.open({ embedder: first });
    const run = index.reindex();
    await gate.reached;
    const closed = index.close();
    gate.open();
    expect(await run).toEqual({ kind: 'stopped' });
    await closed;
    expect(await index.reindex()).toEqual({ kind: 'stopped' });

    const second = fakeEmbedder();
    const again = await place.open({ embedder: second });
    expect(again.snapshot()).toBeUndefined();
    expect(reportOf(await again.reindex()).embedded).toBe(topics.length - first.passages.length);
    expect(new Set([...first.passages, ...second.passages])).toEqual(new Set(topics));
    expect(textsOf(again)).toEqual(topics);
    expect(await readdir(place.directory)).not.toContain('journal');
  });
});

test('a link out of the folder is named and not followed', async () => {
  const place = await temporaryIndex();
  const index = await place.open();
  await symlink('/etc/hostname', path.join(place.articlesDirectory, 'link.txt'));
  expect(reportOf(await index.reindex())).toMatchObject({ articles: 0, skipped: [{ file: 'link.txt' }] });
});
