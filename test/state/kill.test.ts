/** kill -9 in the middle of writing: all that was acknowledged is there, and the state opens as if nothing had been. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Store } from '../../src/state/store.js';
import { ARTICLE } from '../support/state-records.js';
import { temporaryStore } from '../support/temporary-store.js';

const WRITING = fileURLToPath(new URL('../support/state-process.mjs', import.meta.url));
/** After so many acknowledged rounds the process is killed, wherever it is by then. */
const MOMENTS = [1, 2, 7, 30, 151, 400];

const writtenSchema = z.object({ id: z.string(), question: z.string(), paragraph: z.number() });
type Written = z.infer<typeof writtenSchema>;

async function writeUntilKilled(directory: string, rounds: number): Promise<Written[]> {
  const child = spawn(process.execPath, [WRITING, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const closed = once(child, 'close');
  const written: Written[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    written.push(writtenSchema.parse(JSON.parse(line)));
    if (written.length === rounds) child.kill('SIGKILL');
  }
  await closed;
  expect(child.signalCode).toBe('SIGKILL');
  return written;
}

function expectAll(store: Store, written: readonly Written[]): void {
  for (const { id, question, paragraph } of written) {
    expect(store.receipts.get(id)?.question).toBe(question);
    expect(store.feedback.counts(id)).toEqual({ right: 1, wrong: 0 });
    const texts = store.shownParagraphs.wordings(ARTICLE, paragraph).map(({ text }) => text);
    expect(texts).toEqual([question]);
  }
  const [channel = ''] = store.settings.get('g').channels;
  // The next round may have come as far as the settings, but could not say so any more.
  const number = Number.parseInt(store.receipts.get(channel)?.question ?? '', 10);
  expect([written.length - 1, written.length]).toContain(number);
}

test('a process killed at any moment loses nothing that it had told', async () => {
  const place = await temporaryStore();
  // The bot's clock: what the other process writes must not be too old for it.
  place.clock.now = Date.now();
  const earlier: Written[] = [];
  for (const rounds of MOMENTS) {
    const written = await writeUntilKilled(place.directory, rounds);
    expect(written.length).toBeGreaterThanOrEqual(rounds);
    const store = place.open();
    expectAll(store, written);
    for (const { id } of earlier) expect(store.receipts.get(id)?.id).toBe(id);
    earlier.push(...written);
    store.close();
  }
  expect(place.log.lines).toEqual([]);
});
