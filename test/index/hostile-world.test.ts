/** What else a machine does to an index: many at once, readers beside a writer, files changed by others, a clock that jumps. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { IndexWriteError } from '../../src/errors.js';
import { AtomicStorage, diskOperations } from '../../src/index/atomic-storage.js';
import type { PassageIndex } from '../../src/index/passage-index.js';
import { fakeEmbedder } from '../support/embedder.js';
import { silentLog } from '../support/silent-log.js';
import { paragraphOn, reportOf, temporaryIndex, textsOf } from '../support/temporary-index.js';

const WRITERS = 50;

/** A run that is refused while another goes on is asked for again. */
async function reindexAtLast(index: PassageIndex) {
  for (;;) {
    const outcome = await index.reindex();
    if (outcome.kind !== 'running') return reportOf(outcome);
    await new Promise(setImmediate);
  }
}

test(`${WRITERS} writers at once lose nothing that was acknowledged`, async () => {
  const place = await temporaryIndex();
  const index = await place.open();
  const write = async (at: number): Promise<void> => {
    await place.write(`${at}.txt`, paragraphOn(`topic ${at}`));
    await reindexAtLast(index);
    expect(textsOf(index)).toContain(paragraphOn(`topic ${at}`));
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, at) => write(at)));
  const expected = Array.from({ length: WRITERS }, (_, at) => paragraphOn(`topic ${at}`)).toSorted();
  expect(textsOf(index).toSorted()).toEqual(expected);
  await index.close();
  expect(textsOf(await place.open()).toSorted()).toEqual(expected);
});

const versionOf = (at: number): string[] => [paragraphOn(`topic ${at}`), paragraphOn(`number ${at}`)];

describe('readers beside a writer', () => {
  test('always see a whole generation, and never an older one than was committed when they came', async () => {
    const place = await temporaryIndex();
    const writer = await place.open();
    let committed = 0;
    const commit = async (at: number): Promise<void> => {
      await place.write('a.txt', ...versionOf(at));
      reportOf(await writer.reindex());
      committed = at;
    };
    await commit(1);
    const end = new AbortController();
    const read = async (): Promise<number> => {
      let reads = 0;
      for (; !end.signal.aborted; reads++) {
        const least = committed;
        const log = silentLog();
        const reader = await place.open({ readOnly: true, log });
        expect(log.lines).toEqual([]);
        const generation = reader.snapshot()?.generation ?? 0;
        expect(generation).toBeGreaterThanOrEqual(least);
        expect(textsOf(reader)).toEqual(versionOf(generation));
        await reader.close();
      }
      return reads;
    };
    const readers = [read(), read(), read()];
    for (let at = 2; at <= 40; at++) await commit(at);
    end.abort();
    expect(Math.min(...(await Promise.all(readers)))).toBeGreaterThan(0);
  });

  test('go on answering when what they have read is gone from the disk', async () => {
    const place = await temporaryIndex();
    await place.write('a.txt', paragraphOn('trade'));
    const writer = await place.open();
    reportOf(await writer.reindex());
    const reader = await place.open({ readOnly: true });
    const before = await readdir(path.join(place.directory, 'segments'));
    await place.write('a.txt', paragraphOn('health'));
    reportOf(await writer.reindex());
    expect(await readdir(path.join(place.directory, 'segments'))).not.toEqual(before);
    expect(textsOf(reader)).toEqual([paragraphOn('trade')]);
  });
});

describe('a byte that changes while the program runs', () => {
  test.each(['articles.bin', 'postings.bin', 'passages-0000/index.bin'])(
    'in %s does not reach an answer, and the next start builds the index again',
    async (file) => {
      const place = await temporaryIndex();
      await place.write('a.txt', paragraphOn('trade'));
      const index = await place.open();
      reportOf(await index.reindex());
      const target = path.join(place.directory, 'segments', '000001-0000', file);
      const content = await readFile(target);
      content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
      await writeFile(target, content);
      expect(textsOf(index)).toEqual([paragraphOn('trade')]);
      await place.write('b.txt', paragraphOn('health'));
      reportOf(await index.reindex());
      expect(textsOf(index)).toEqual(['trade', 'health'].map(paragraphOn));
      await index.close();
      const log = silentLog();
      const again = await place.open({ log });
      if (again.snapshot() === undefined) expect(log.lines).toMatchObject([{ level: 'warn' }]);
      reportOf(await again.reindex());
      expect(textsOf(again)).toEqual(['trade', 'health'].map(paragraphOn));
    },
  );
});

test.each(['EROFS', 'EACCES', 'EIO'])(
  'a folder that gives %s fails the run in words, and answers go on',
  async (code) => {
    const place = await temporaryIndex();
    let isBroken = false;
    const storage = new AtomicStorage({
      ...diskOperations,
      open: (file, flags, mode) =>
        isBroken && flags !== 'r'
          ? Promise.reject(Object.assign(new Error(`${code}: not here`), { code }))
          : diskOperations.open(file, flags, mode),
    });
    const index = await place.open({ storage });
    await place.write('a.txt', paragraphOn('trade'));
    reportOf(await index.reindex());
    await place.write('a.txt', paragraphOn('health'));
    isBroken = true;
    const failed = index.reindex();
    await expect(failed).rejects.toBeInstanceOf(IndexWriteError);
    await expect(failed).rejects.toThrow(code);
    expect(textsOf(index)).toEqual([paragraphOn('trade')]);
    isBroken = false;
    reportOf(await index.reindex());
    expect(textsOf(index)).toEqual([paragraphOn('health')]);
  },
);

describe('a clock that jumps', () => {
  afterEach(() => vi.useRealTimers());

  test.each([
    ['back to the beginning', '1970-01-01'],
    ['far ahead', '2099-12-31'],
  ])('%s changes no order of generations, and costs no embedding', async (_, day) => {
    const place = await temporaryIndex();
    const embedder = fakeEmbedder();
    const first = await place.open({ embedder });
    await place.write('a.txt', paragraphOn('trade'));
    reportOf(await first.reindex());
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(day) });
    await place.write('b.txt', paragraphOn('health'));
    expect(reportOf(await first.reindex())).toMatchObject({ generation: 2, unchanged: 1, embedded: 1 });
    await first.close();
    const second = await place.open({ embedder });
    expect(second.snapshot()).toMatchObject({ generation: 2, committedAt: expect.stringContaining(day) });
    expect(textsOf(second)).toEqual(['trade', 'health'].map(paragraphOn));
    expect(reportOf(await second.reindex())).toMatchObject({ generation: 2, unchanged: 2, embedded: 0 });
  });
});
