/** Opening: what is stored answers at once; what is damaged or of another making is built again, never misread. */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { IndexLockedError, IndexWriteError, ModelError } from '../../src/errors.js';
import { PassageIndex } from '../../src/index/passage-index.js';
import { hashOf } from '../../src/text/hash.js';
import { fakeEmbedder } from '../support/embedder.js';
import { silentLog } from '../support/silent-log.js';
import {
  paragraphOn,
  reportOf,
  temporaryIndex,
  textsOf,
  type TemporaryIndex,
} from '../support/temporary-index.js';

const TEXTS = ['trade', 'health', 'rivers'].map(paragraphOn);
const GENERATION = 'generation-000001';
const FILES = [
  'CURRENT',
  `${GENERATION}/manifest.json`,
  ...['articles.bin', 'postings.bin', 'passages-0000/index.bin'].map(
    (file) => `segments/000001-0000/${file}`,
  ),
];

/** Three passages in two articles, indexed and closed. */
async function builtIndex(): Promise<TemporaryIndex> {
  const place = await temporaryIndex();
  await place.write('a.txt', ...TEXTS.slice(0, 2));
  await place.write('deep/b.md', ...TEXTS.slice(2));
  const index = await place.open();
  reportOf(await index.reindex());
  await index.close();
  return place;
}

/** Changes the manifest and what vouches for it. */
async function rewriteManifest(place: TemporaryIndex, change: (manifest: string) => string): Promise<void> {
  const [manifest, current] = [`${GENERATION}/manifest.json`, 'CURRENT'].map((file) =>
    path.join(place.directory, file),
  );
  const before = await readFile(manifest ?? '', 'utf8');
  await writeFile(manifest ?? '', change(before));
  const pointer = await readFile(current ?? '', 'utf8');
  await writeFile(current ?? '', pointer.replace(hashOf(before), hashOf(change(before))));
}

describe('an index that was built', () => {
  test('answers again after a restart, from the same generation', async () => {
    const place = await builtIndex();
    const embedder = fakeEmbedder();
    const index = await place.open({ embedder });
    expect(index.snapshot()).toMatchObject({ generation: 1, dimensions: 16 });
    expect(textsOf(index)).toEqual(TEXTS);
    expect(index.snapshot()?.articles.map(({ articleId }) => articleId)).toEqual(['a', 'deep/b']);
    expect(embedder.passages).toEqual([]);
  });

  test('has nothing beside its one generation', async () => {
    const { directory } = await builtIndex();
    expect((await readdir(directory)).toSorted()).toEqual(['CURRENT', GENERATION, 'segments']);
  });

  test('is not there before the first run', async () => {
    const place = await temporaryIndex();
    expect((await place.open()).snapshot()).toBeUndefined();
  });
});

describe('a damaged index', () => {
  const damages: [string, (file: string) => Promise<void>][] = [
    [
      'has a changed byte',
      async (file) => {
        const content = await readFile(file);
        const at = Math.floor(content.length / 2);
        content[at] = (content[at] ?? 0) ^ 1;
        await writeFile(file, content);
      },
    ],
    [
      'is cut in half',
      async (file) => {
        const content = await readFile(file);
        await writeFile(file, content.subarray(0, content.length / 2));
      },
    ],
    ['is empty', (file) => writeFile(file, '')],
    ['is gone', (file) => rm(file)],
    ['is something else', (file) => writeFile(file, '{"items":[]}')],
  ];
  const cases = FILES.flatMap((file) => damages.map(([what, damage]) => [file, what, damage] as const));

  test.each(cases)('whose %s %s is built again, and does not answer before', async (file, _, damage) => {
    const place = await builtIndex();
    await damage(path.join(place.directory, file));
    const [log, embedder] = [silentLog(), fakeEmbedder()];
    const index = await place.open({ log, embedder });
    expect(index.snapshot()).toBeUndefined();
    const told = log.lines.map(({ fields }) => String(fields['file']));
    // Without CURRENT there is nothing that could be damaged; with a wrong one, what it names looks so.
    if (file === 'CURRENT') expect(told.length).toBeLessThanOrEqual(1);
    else expect(told).toEqual([file]);
    expect(reportOf(await index.reindex())).toMatchObject({ generation: 2, embedded: 3, paragraphs: 3 });
    expect(textsOf(index)).toEqual(TEXTS);
    expect((await readdir(place.directory)).toSorted()).toEqual([
      'CURRENT',
      'generation-000002',
      'lock',
      'segments',
    ]);
  });

  test('behind the back of a running program is written again by the next run, without embedding', async () => {
    const place = await builtIndex();
    const embedder = fakeEmbedder();
    const index = await place.open({ embedder });
    await rm(path.join(place.directory, 'CURRENT'));
    expect(reportOf(await index.reindex())).toMatchObject({ generation: 2, unchanged: 2, embedded: 0 });
    await index.close();
    expect(textsOf(await place.open())).toEqual(TEXTS);
  });

  test.each(FILES.slice(1))(
    'whose %s was removed while it runs is written again by the next run',
    async (file) => {
      const place = await builtIndex();
      const index = await place.open();
      await rm(path.join(place.directory, file));
      expect(textsOf(index)).toEqual(TEXTS);
      expect(reportOf(await index.reindex())).toMatchObject({ unchanged: 2, embedded: 0 });
      expect(reportOf(await index.reindex())).toMatchObject({ generation: 2 });
      await index.close();
      expect(textsOf(await place.open())).toEqual(TEXTS);
    },
  );

  test('whose whole folder was removed by hand is written again by the next run', async () => {
    const place = await builtIndex();
    const index = await place.open();
    await rm(place.directory, { recursive: true });
    expect(textsOf(index)).toEqual(TEXTS);
    expect(reportOf(await index.reindex())).toMatchObject({ unchanged: 2, embedded: 0 });
    await index.close();
    expect(textsOf(await place.open())).toEqual(TEXTS);
  });
});

describe('an index of another making', () => {
  test('by another model is built again', async () => {
    const place = await builtIndex();
    const [log, embedder] = [silentLog(), fakeEmbedder({ fingerprint: 'other', dimensions: 8 })];
    const index = await place.open({ log, embedder });
    expect(index.snapshot()).toBeUndefined();
    expect(log.lines).toMatchObject([{ level: 'warn', message: expect.stringContaining('another model') }]);
    expect(reportOf(await index.reindex())).toMatchObject({ added: ['a.txt', 'deep/b.md'], embedded: 3 });
    expect(index.snapshot()).toMatchObject({ dimensions: 8 });
  });

  test('in another format is built again', async () => {
    const place = await builtIndex();
    const file = path.join(place.directory, 'CURRENT');
    await writeFile(file, '{"format":4,"named":"otherwise"}');
    const log = silentLog();
    const index = await place.open({ log });
    expect(index.snapshot()).toBeUndefined();
    expect(log.lines).toMatchObject([
      {
        level: 'warn',
        message: 'The index is of another version of the program and will be built again',
        fields: { file: 'CURRENT', reason: expect.stringContaining('is of format 4; this program reads 3') },
      },
    ]);
    expect(reportOf(await index.reindex())).toMatchObject({ generation: 2, articles: 2 });
    expect(textsOf(index)).toEqual(TEXTS);
  });

  test('with a file in another format is built again, and not called damaged', async () => {
    const place = await builtIndex();
    const file = path.join(place.directory, 'segments', '000001-0000', 'postings.bin');
    const content = await readFile(file);
    content.writeUInt32LE(1, 4);
    await writeFile(file, content);
    const log = silentLog();
    const index = await place.open({ log });
    expect(log.lines).toMatchObject([
      {
        message: expect.stringContaining('another version'),
        fields: { reason: expect.stringContaining('format 1') },
      },
    ]);
    expect(reportOf(await index.reindex()).articles).toBe(2);
  });

  test('by other rules of splitting answers until it is built again, and known texts are not embedded', async () => {
    const place = await builtIndex();
    await rewriteManifest(place, (manifest) =>
      manifest.replace(/"chunkingVersion": \d+/u, '"chunkingVersion": 0'),
    );
    const embedder = fakeEmbedder();
    const index = await place.open({ embedder });
    expect(textsOf(index)).toEqual(TEXTS);
    expect(reportOf(await index.reindex())).toMatchObject({ generation: 2, unchanged: 2, embedded: 0 });
    expect(reportOf(await index.reindex())).toMatchObject({ generation: 2 });
    expect(embedder.passages).toEqual([]);
  });
});

describe('opening', () => {
  test('is refused while another index has the folder', async () => {
    const place = await temporaryIndex();
    const first = await place.open();
    await expect(place.open()).rejects.toBeInstanceOf(IndexLockedError);
    await first.close();
    await first.close();
    await expect(place.open()).resolves.toBeDefined();
  });

  test('where there is a file instead of a folder says so', async () => {
    const place = await temporaryIndex();
    await writeFile(place.directory, 'a file');
    await expect(place.open()).rejects.toBeInstanceOf(IndexWriteError);
  });

  test('for reading takes no lock, writes nothing, and sees what the writer has committed', async () => {
    const place = await builtIndex();
    const writer = await place.open();
    const reader = await place.open({ readOnly: true });
    expect(reader.isReadOnly).toBe(true);
    expect(textsOf(reader)).toEqual(TEXTS);
    await expect(reader.reindex()).rejects.toBeInstanceOf(IndexWriteError);
    expect(await writer.reindex()).toMatchObject({ kind: 'done' });
  });

  test('for reading what is not there makes no folder', async () => {
    const place = await temporaryIndex();
    const reader = await place.open({ readOnly: true });
    expect(reader.snapshot()).toBeUndefined();
    await expect(stat(place.directory)).rejects.toThrow('ENOENT');
  });

  test('without a model tells those who wait for it, and closing does not wait', async () => {
    const place = await temporaryIndex();
    const failing = { ...fakeEmbedder(), ready: () => Promise.reject(new ModelError('no model')) };
    const index = await PassageIndex.open({ ...place, embedder: failing, log: silentLog() });
    await expect(index.loaded()).rejects.toBeInstanceOf(ModelError);
    await expect(index.reindex()).rejects.toBeInstanceOf(ModelError);
    await index.close();
  });

  test('can be ended while the model is still on its way', async () => {
    const place = await temporaryIndex();
    const never = { ...fakeEmbedder(), ready: () => new Promise<never>(() => undefined) };
    const index = await PassageIndex.open({ ...place, embedder: never, log: silentLog() });
    const outcome = index.reindex();
    await index.close();
    expect(await outcome).toEqual({ kind: 'stopped' });
    expect(await readdir(place.directory)).toEqual([]);
  });
});
