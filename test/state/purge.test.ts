/** Questions that are too old go by themselves, every hour, and the clock for that keeps no process alive. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Libsql from 'libsql';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { DAY_MS, temporaryStore } from '../support/temporary-store.js';

const HOUR_MS = 60 * 60_000;
const rows = z.array(z.object({ body: z.string() }));
const STORE = fileURLToPath(new URL('../../dist/src/state/store.js', import.meta.url));

test('a question is gone from the disk within an hour of its last day, without anybody asking for the list', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const place = await temporaryStore();
  const { gaps } = place.open();
  gaps.add({ guildId: 'one', question: 'Old?', reason: 'declined', receiptId: 'AAAA2222' });
  place.clock.now += DAY_MS;
  gaps.add({ guildId: 'one', question: 'Young?', reason: 'declined', receiptId: 'BBBB2222' });
  const onDisk = (): string[] => {
    const database = new Libsql(place.file);
    const found = rows.parse(database.prepare('select body from gaps order by seq').all());
    database.close();
    return found.map(({ body }) => body);
  };
  expect(onDisk()).toEqual(['"Old?"', '"Young?"']);
  place.clock.now += 29 * DAY_MS;
  vi.advanceTimersByTime(HOUR_MS);
  expect(onDisk()).toEqual(['"Old?"', '"Young?"']);
  place.clock.now += HOUR_MS;
  vi.advanceTimersByTime(HOUR_MS);
  expect(onDisk()).toEqual(['"Young?"']);
});

test('a process that has opened the state and has nothing else to do ends', async () => {
  const log = '{ debug() {}, info() {}, warn() {}, error() {} }';
  const code = `import { openStore } from ${JSON.stringify(STORE)}; openStore({ directory: undefined, log: ${log} });`;
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], {
    timeout: 30_000,
  });
  await expect(run).resolves.toMatchObject({ stderr: '' });
});
