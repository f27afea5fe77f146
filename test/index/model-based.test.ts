/** Random sequences of changes, runs and restarts against a plain map of what ought to be in the index. */
import path from 'node:path';
import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphText } from '../../src/articles/article.js';
import type { PassageIndex } from '../../src/index/passage-index.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { search } from '../../src/search/search.js';
import { fakeEmbedder, vectorOfWords } from '../support/embedder.js';
import { makeSnapshot, vectorsOf } from '../support/snapshots.js';
import { paragraphOn, reportOf, temporaryIndex, type TemporaryIndex } from '../support/temporary-index.js';

const FILES = ['a.txt', 'b.md', 'deep/c.txt', 'd.txt'];

interface Model {
  /** Paragraphs of each file in the folder. */
  readonly folder: Map<string, readonly string[]>;
  /** The same as of the last run; undefined before the first. */
  indexed: ReadonlyMap<string, readonly string[]> | undefined;
  generation: number;
  /** Every text that may be known without embedding: those of the last generation. */
  known: ReadonlySet<string>;
}

interface Real {
  readonly place: TemporaryIndex;
  readonly embedder: ReturnType<typeof fakeEmbedder>;
  index: PassageIndex;
}

type Command = fc.AsyncCommand<Model, Real>;

const write = (file: string, topics: readonly number[]): Command => ({
  check: () => true,
  async run(model, { place }) {
    const paragraphs = topics.map((topic) => paragraphOn(`question ${topic}`));
    await place.write(file, ...paragraphs);
    model.folder.set(file, paragraphs);
  },
  toString: () => `write ${file} ${topics.join()}`,
});

const remove = (file: string): Command => ({
  check: (model) => model.folder.has(file),
  async run(model, { place }) {
    await place.remove(file);
    model.folder.delete(file);
  },
  toString: () => `remove ${file}`,
});

const reindex = (full: boolean): Command => ({
  check: () => true,
  async run(model, real) {
    const before = model.indexed ?? new Map<string, readonly string[]>();
    const isDifferent =
      JSON.stringify([...before].toSorted()) !== JSON.stringify([...model.folder].toSorted());
    const texts = new Set([...model.folder.values()].flat());
    const fresh = full ? [...texts] : [...texts].filter((text) => !model.known.has(text));
    if (full || isDifferent || model.indexed === undefined) model.generation++;
    real.embedder.passages.length = 0;
    const report = reportOf(await real.index.reindex({ full }));
    expect(report).toMatchObject({
      generation: model.generation,
      added: sorted([...model.folder.keys()].filter((file) => !before.has(file))),
      removed: sorted([...before.keys()].filter((file) => !model.folder.has(file))),
      articles: model.folder.size,
      embedded: fresh.length,
    });
    expect(sorted(real.embedder.passages)).toEqual(sorted(fresh));
    model.indexed = new Map(model.folder);
    model.known = texts;
    await expectSame(model, real);
  },
  toString: () => (full ? 'reindex, full' : 'reindex'),
});

const reopen = (): Command => ({
  check: () => true,
  async run(model, real) {
    await real.index.close();
    real.index = await real.place.open({ embedder: real.embedder });
    await expectSame(model, real);
  },
  toString: () => 'reopen',
});

/** A program that stops in the middle of a run, and is started again. */
const interrupt = (): Command => ({
  check: () => true,
  async run(model, real) {
    const stopped = real.index.reindex({ onProgress: () => void real.index.close() });
    const outcome = await stopped;
    await real.index.close();
    real.index = await real.place.open({ embedder: real.embedder });
    // Stopped before the first step, or so late that it was done; both are whole.
    expect(['stopped', 'done']).toContain(outcome.kind);
    if (outcome.kind === 'stopped') await expectSame(model, real);
    else await reindex(false).run(model, real);
  },
  toString: () => 'interrupt',
});

/** What a crash may leave behind. */
const litter = (name: string): Command => ({
  check: () => true,
  run: (_, { place }) => writeFile(path.join(place.directory, name), 'left behind'),
  toString: () => `litter ${name}`,
});

async function expectSame({ indexed, generation }: Model, { index, embedder }: Real): Promise<void> {
  const snapshot = index.snapshot();
  expect(snapshot?.generation ?? 0).toBe(generation);
  if (indexed === undefined) return;
  const stored = snapshot?.articles.map((one) => [
    one.file,
    one.paragraphs.map((each) => paragraphText(one, each)),
  ]);
  expect(stored).toEqual([...indexed].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const texts = stored?.flatMap(([, paragraphs]) => paragraphs ?? []) ?? [];
  const rows = await Promise.all(texts.map((text) => embedder.embedQuestion(String(text))));
  if (snapshot !== undefined) await expectSameRanking(snapshot);
  expect(snapshot === undefined ? [] : vectorsOf(snapshot)).toEqual(rows.flatMap((row) => [...row]));
}

/** Whatever segments the index is made of, it ranks as one that was built at once. */
async function expectSameRanking(snapshot: Snapshot): Promise<void> {
  const built = await makeSnapshot(snapshot.articles, vectorOfWords);
  for (const text of ['Who examined question 3 once more?', 'What of question 7?']) {
    const [found, expected] = [snapshot, built].map((one) => {
      const { candidates, evidence } = search(one, { text, vector: vectorOfWords(text) }, 5);
      return {
        chunks: candidates.map(({ chunk, ...rest }) => ({ ...one.chunkAt(chunk), ...rest })),
        evidence,
      };
    });
    expect(found).toEqual(expected);
  }
}

const sorted = (list: readonly string[]) => list.toSorted();

test('any sequence of changes, runs and restarts leaves what a plain map would hold', async () => {
  const file = fc.constantFrom(...FILES);
  const topics = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 });
  const commands = fc.commands(
    [
      fc.tuple(file, topics).map(([name, list]) => write(name, list)),
      file.map(remove),
      fc.boolean().map(reindex),
      fc.constant(reindex(false)),
      fc.constant(reopen()),
      fc.constant(interrupt()),
      fc.constantFrom('CURRENT.tmp', 'journal', 'lock.0.tmp').map(litter),
    ],
    { maxCommands: 25 },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const place = await temporaryIndex();
      const embedder = fakeEmbedder();
      const index = await place.open({ embedder });
      const model: Model = { folder: new Map(), indexed: undefined, generation: 0, known: new Set() };
      await fc.asyncModelRun(() => ({ model, real: { place, embedder, index } }), sequence);
    }),
    { numRuns: 40 },
  );
});
