/** A run that is cancelled: the old index goes on answering, and no vector is made twice. */
import { describe, expect, test } from 'vitest';
import { PassageIndex } from '../../src/index/passage-index.js';
import { fakeEmbedder } from '../support/embedder.js';
import { createGate } from '../support/gate.js';
import { silentLog } from '../support/silent-log.js';
import { paragraphOn, reportOf, temporaryIndex, textsOf } from '../support/temporary-index.js';

const NAME = 'the run of a test';

/** Thirty paragraphs, of which one is held up. */
async function heldUp() {
  const place = await temporaryIndex();
  await place.write('a.txt', paragraphOn('trade'));
  const gate = createGate();
  const embedder = fakeEmbedder({
    before: (text) => (text.includes('question 20') ? gate.pass() : undefined),
  });
  const index = await place.open({ embedder });
  reportOf(await index.reindex());
  const topics = Array.from({ length: 30 }, (_, at) => paragraphOn(`question ${at}`));
  await place.write('b.txt', ...topics);
  embedder.passages.length = 0;
  return { place, gate, embedder, index, topics };
}

describe('cancelling', () => {
  test('leaves what answers as it is, and the next run goes on with what was embedded', async () => {
    const { gate, embedder, index, topics } = await heldUp();
    const before = index.snapshot();
    const run = index.reindex({ name: NAME });
    await gate.reached;
    expect(index.cancel(NAME)).toBe(true);
    expect(index.cancel(NAME)).toBe(true);
    gate.open();
    expect(await run).toEqual({ kind: 'cancelled' });
    expect(index.snapshot()).toBe(before);
    const made = embedder.passages.length;
    expect(made).toBeGreaterThan(0);
    expect(reportOf(await index.reindex({ name: NAME }))).toMatchObject({
      added: ['b.txt'],
      embedded: topics.length - made,
    });
    expect(embedder.passages.toSorted()).toEqual(topics.toSorted());
    expect(textsOf(index)).toHaveLength(topics.length + 1);
  });

  test('a full run leaves the articles as they are, and what it embedded is there for the next one', async () => {
    const { gate, embedder, index, topics } = await heldUp();
    const run = index.reindex({ name: NAME, full: true });
    await gate.reached;
    index.cancel(NAME);
    gate.open();
    expect(await run).toEqual({ kind: 'cancelled' });
    expect(textsOf(index)).toEqual([paragraphOn('trade')]);
    reportOf(await index.reindex());
    // The first article's vector is in the index, those of the second in the journal.
    expect(embedder.passages.filter((text) => topics.includes(text)).toSorted()).toEqual(topics.toSorted());
  });

  test('survives the end of the program', async () => {
    const { place, gate, embedder, index, topics } = await heldUp();
    const run = index.reindex({ name: NAME });
    await gate.reached;
    index.cancel(NAME);
    gate.open();
    await run;
    await index.close();
    const later = fakeEmbedder();
    const again = await place.open({ embedder: later });
    reportOf(await again.reindex());
    expect([...embedder.passages, ...later.passages].toSorted()).toEqual(topics.toSorted());
  });

  test('does not wait for a model that does not come', async () => {
    const place = await temporaryIndex();
    const never = new Promise<never>(() => undefined);
    const index = await PassageIndex.open({
      directory: place.directory,
      articlesDirectory: place.articlesDirectory,
      embedder: { ...fakeEmbedder(), ready: () => never },
      log: silentLog(),
    });
    const run = index.reindex({ name: NAME });
    expect(index.cancel(NAME)).toBe(true);
    expect(await run).toEqual({ kind: 'cancelled' });
    await index.close();
  });
});

test('only the run of that name is cancelled, and only while it goes on', async () => {
  const { gate, index } = await heldUp();
  expect(index.cancel(NAME)).toBe(false);
  const run = index.reindex();
  await gate.reached;
  expect(index.cancel(NAME)).toBe(false);
  gate.open();
  expect(reportOf(await run).added).toEqual(['b.txt']);
  expect(index.cancel(NAME)).toBe(false);
});

test('a run that is closed while it is cancelled is stopped: the next start goes on', async () => {
  const { gate, index } = await heldUp();
  const run = index.reindex({ name: NAME });
  await gate.reached;
  index.cancel(NAME);
  const closed = index.close();
  gate.open();
  expect(await run).toEqual({ kind: 'stopped' });
  await closed;
});
