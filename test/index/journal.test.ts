import { appendFile, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Journal } from '../../src/index/journal.js';
import { hashOf } from '../../src/text/hash.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const MODEL = { name: 'fake', fingerprint: 'fake', dimensions: 4 };
const RECORD_BYTES = 16 + 4 * 4 + 4;

const hash = (text: string) => hashOf(text).slice(0, 32);
const vectorOf = (seed: number) => Float32Array.of(seed, seed / 3, -seed, 0.1);

async function journalWith(count: number): Promise<string> {
  const file = path.join(await temporaryFolder(), 'journal');
  const journal = await Journal.open(file, MODEL, false);
  await Promise.all(Array.from({ length: count }, (_, at) => journal.add(hash(`${at}`), vectorOf(at))));
  await journal.close();
  return file;
}

/** How many records a journal begins with that are as they were written. */
async function wholeRecords(file: string, model = MODEL, discard = false): Promise<number> {
  const journal = await Journal.open(file, model, discard);
  let count = 0;
  while (journal.get(hash(`${count}`)) !== undefined) {
    expect(journal.get(hash(`${count}`))).toEqual(vectorOf(count));
    count++;
  }
  await journal.close();
  return count;
}

describe('a journal', () => {
  test('that is not there is empty', async () => {
    expect(await wholeRecords(path.join(await temporaryFolder(), 'journal'))).toBe(0);
  });

  test('gives back what was added, also when it was added at once', async () => {
    expect(await wholeRecords(await journalWith(600))).toBe(600);
  });

  test('goes on where it was', async () => {
    const file = await journalWith(2);
    const journal = await Journal.open(file, MODEL, false);
    await journal.add(hash('2'), vectorOf(2));
    await journal.close();
    expect(await wholeRecords(file)).toBe(3);
  });

  test('has a vector in the file as soon as adding it is done', async () => {
    const file = path.join(await temporaryFolder(), 'journal');
    const journal = await Journal.open(file, MODEL, false);
    const before = (await stat(file)).size;
    await journal.add(hash('0'), vectorOf(0));
    expect((await stat(file)).size).toBe(before + RECORD_BYTES);
    await journal.close();
  });

  test('can be removed, twice as well', async () => {
    const file = await journalWith(1);
    await Journal.remove(file);
    await Journal.remove(file);
    expect(await wholeRecords(file)).toBe(0);
  });
});

describe('vectors are never taken over', () => {
  test.each([
    ['another model', { ...MODEL, fingerprint: 'other' }],
    ['a model with other dimensions', { ...MODEL, dimensions: 5 }],
  ])('by %s', async (_, model) => {
    const file = await journalWith(3);
    expect(await wholeRecords(file, model)).toBe(0);
    expect(await wholeRecords(file)).toBe(0); // it was begun anew
  });

  test('when everything is to be embedded again', async () => {
    expect(await wholeRecords(await journalWith(3), MODEL, true)).toBe(0);
  });

  test.each(['', 'no journal', '{"fingerprint":"fake"'])('from a file that holds %j', async (content) => {
    const file = path.join(await temporaryFolder(), 'journal');
    await writeFile(file, content);
    expect(await wholeRecords(file)).toBe(0);
  });
});

describe('a damaged end', () => {
  test('however it was torn, loses the torn record alone, and can be written on', async () => {
    const whole = await journalWith(4);
    const content = await readFile(whole);
    const head = content.length - 4 * RECORD_BYTES;
    for (let length = head; length <= content.length; length++) {
      await writeFile(whole, content.subarray(0, length));
      const kept = Math.floor((length - head) / RECORD_BYTES);
      expect(await wholeRecords(whole)).toBe(kept);
      const journal = await Journal.open(whole, MODEL, false);
      await journal.add(hash(`${kept}`), vectorOf(kept));
      await journal.close();
      expect(await wholeRecords(whole)).toBe(kept + 1);
    }
  });

  test('of a changed byte loses its record and those behind it', async () => {
    const file = await journalWith(4);
    const content = await readFile(file);
    const head = content.length - 4 * RECORD_BYTES;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: head, max: content.length - 1 }), async (at) => {
        const damaged = Buffer.from(content);
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        await writeFile(file, damaged);
        expect(await wholeRecords(file)).toBe(Math.floor((at - head) / RECORD_BYTES));
      }),
      { numRuns: 40 },
    );
  });

  test('of rubbish is cut off', async () => {
    const file = await journalWith(2);
    await appendFile(file, 'x'.repeat(1000));
    expect(await wholeRecords(file)).toBe(2);
    await truncate(file, (await stat(file)).size - 1);
    expect(await wholeRecords(file)).toBe(1);
  });
});
