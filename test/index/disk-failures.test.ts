/** A disk that fails at any step of a run: the old generation goes on answering, nothing is left lying about, the next run succeeds. */
import { open, readdir, rename } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { IndexLockedError, IndexWriteError } from '../../src/errors.js';
import { AtomicStorage, diskOperations } from '../../src/index/atomic-storage.js';
import type { PassageIndex } from '../../src/index/passage-index.js';
import { fakeEmbedder } from '../support/embedder.js';
import { createGate } from '../support/gate.js';
import { silentLog } from '../support/silent-log.js';
import {
  paragraphOn,
  reportOf,
  temporaryIndex,
  textsOf,
  type TemporaryIndex,
} from '../support/temporary-index.js';

/** Fails the operation of a number, and all behind it, until it is mended. */
function createFailingDisk() {
  let operations = 0;
  let failAt = Number.POSITIVE_INFINITY;
  const step = (): void => {
    if (++operations >= failAt)
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
  };
  const storage = new AtomicStorage({
    open: async (...args) => {
      step();
      const handle = await open(...args);
      const [write, sync] = [handle.writeFile.bind(handle), handle.sync.bind(handle)];
      handle.writeFile = async (content) => {
        step();
        return write(content);
      };
      handle.sync = async () => {
        step();
        return sync();
      };
      return handle;
    },
    rename: async (...args) => {
      step();
      return rename(...args);
    },
    makeFolder: async (folder) => {
      step();
      return diskOperations.makeFolder(folder);
    },
  });
  return {
    storage,
    operations: () => operations,
    failFrom: (operation: number): void => void (failAt = operations + operation),
    mend: (): void => void (failAt = Number.POSITIVE_INFINITY),
  };
}

async function indexed(topic: string) {
  const place = await temporaryIndex();
  const disk = createFailingDisk();
  const index = await place.open({ storage: disk.storage });
  await place.write('a.txt', paragraphOn(topic));
  const before = disk.operations();
  reportOf(await index.reindex());
  return { place, index, disk, operationsOfRun: disk.operations() - before };
}

const foldersOf = async ({ directory }: TemporaryIndex) =>
  (await readdir(directory)).filter((name) => name.startsWith('generation-'));

async function expectAnswers(place: TemporaryIndex, index: PassageIndex, topic: string): Promise<void> {
  expect(textsOf(index)).toEqual([paragraphOn(topic)]);
  const reader = await place.open({ readOnly: true });
  expect(textsOf(reader)).toEqual([paragraphOn(topic)]);
}

describe('a full disk', () => {
  test('at whichever operation of a run leaves the old generation answering, and a later run succeeds', async () => {
    const { place, index, disk, operationsOfRun } = await indexed('topic 0');
    expect(operationsOfRun).toBeGreaterThan(15);
    // The last two operations synchronise the folder behind the new name: see the next test.
    for (let at = 1; at <= operationsOfRun - 2; at++) {
      await place.write('a.txt', paragraphOn(`topic ${at}`));
      disk.failFrom(at);
      await expect(index.reindex(), `operation ${at}`).rejects.toBeInstanceOf(IndexWriteError);
      await expectAnswers(place, index, `topic ${at - 1}`);
      expect(await foldersOf(place)).toHaveLength(1);
      disk.mend();
      expect(reportOf(await index.reindex())).toMatchObject({ changed: ['a.txt'], embedded: 0 });
      await expectAnswers(place, index, `topic ${at}`);
    }
  });

  test('behind the commit counts as a failure, and what is on disk is whole all the same', async () => {
    const { place, index, disk, operationsOfRun } = await indexed('trade');
    await place.write('a.txt', paragraphOn('health'));
    disk.failFrom(operationsOfRun);
    await expect(index.reindex()).rejects.toBeInstanceOf(IndexWriteError);
    expect(textsOf(index)).toEqual([paragraphOn('trade')]);
    expect(textsOf(await place.open({ readOnly: true }))).toEqual([paragraphOn('health')]);
    disk.mend();
    expect(reportOf(await index.reindex()).changed).toEqual(['a.txt']);
    await expectAnswers(place, index, 'health');
  });

  test('says what happened and what to do', async () => {
    const { place, index, disk } = await indexed('trade');
    await place.write('a.txt', paragraphOn('health'));
    disk.failFrom(1);
    await expect(index.reindex()).rejects.toThrow(
      /could not be written \(ENOSPC: no space left on device\)\. Free some space/u,
    );
  });

  test('at the first run leaves nothing that answers, and nothing lying about', async () => {
    const place = await temporaryIndex();
    const disk = createFailingDisk();
    const index = await place.open({ storage: disk.storage });
    await place.write('a.txt', paragraphOn('trade'));
    disk.failFrom(8);
    await expect(index.reindex()).rejects.toBeInstanceOf(IndexWriteError);
    expect(index.snapshot()).toBeUndefined();
    expect((await readdir(place.directory)).toSorted()).toEqual(['journal', 'lock', 'segments']);
    expect(await readdir(`${place.directory}/segments`)).toEqual([]);
    disk.mend();
    expect(reportOf(await index.reindex())).toMatchObject({ generation: 1, embedded: 0 });
  });
});

test('a run whose lock was taken over meanwhile commits nothing and removes nothing', async () => {
  const place = await temporaryIndex();
  const gate = createGate();
  const log = silentLog();
  const index = await place.open({ log, embedder: fakeEmbedder({ before: () => gate.pass() }) });
  await place.write('a.txt', paragraphOn('trade'));
  const run = index.reindex();
  await gate.reached;
  await new AtomicStorage().deleteFile(`${place.directory}/lock`);
  const other = await place.open();
  reportOf(await other.reindex());
  const refused = expect(run).rejects.toBeInstanceOf(IndexLockedError);
  gate.open();
  await refused;
  expect(await foldersOf(place)).toContain('generation-000001');
  expect(textsOf(await place.open({ readOnly: true }))).toEqual([paragraphOn('trade')]);
});
