/** Random sequences of changes, runs and restarts against a plain map of what ought to be in the index. */
import path from 'node:path';
import { open, rename, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphText } from '../../src/articles/article.js';
import { IndexWriteError } from '../../src/errors.js';
import { AtomicStorage } from '../../src/index/atomic-storage.js';
import type { PassageIndex } from '../../src/index/passage-index.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { search } from '../../src/search/search.js';
import { fakeEmbedder, vectorOfWords } from '../support/embedder.js';
import { makeSnapshot, vectorsOf } from '../support/snapshots.js';
import { paragraphOn, reportOf, temporaryIndex, type TemporaryIndex } from '../support/temporary-index.js';

const FILES = ['a.txt', 'b.md', 'deep/c.txt', 'd.txt'];
/** A run has about so many operations on the disk. */
const MOST_OPERATIONS = 32;

interface Model {
  /** Paragraphs of each file in the folder. */
  readonly folder: Map<string, readonly string[]>;
  /** The same as of the last run; undefined before the first. */
  indexed: ReadonlyMap<string, readonly string[]> | undefined;
  generation: number;
  /** Texts that need no embedding: those of the last generation. */
  known: ReadonlySet<string>;
  /** Texts that need none perhaps: those of removed articles, and of runs that crashed. */
  readonly heard: Set<string>;
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
    const isNew = full || model.indexed === undefined || isDifferent(model);
    const texts = [...new Set([...model.folder.values()].flat())];
    real.embedder.passages.length = 0;
    const report = reportOf(await real.index.reindex({ full }));
    expect(report).toMatchObject({
      added: sorted([...model.folder.keys()].filter((file) => !before.has(file))),
      removed: sorted([...before.keys()].filter((file) => !model.folder.has(file))),
      articles: model.folder.size,
    });
    // A run that crashed has used up a number.
    if (isNew) expect(report.generation).toBeGreaterThan(model.generation);
    else expect(report.generation).toBe(model.generation);
    const { passages } = real.embedder;
    expect(report.embedded).toBe(passages.length);
    expect(new Set(passages)).toHaveLength(passages.length);
    const known = texts.filter((text) => !full && model.known.has(text));
    const unheard = texts.filter((text) => full || !model.heard.has(text));
    expect(passages.filter((text) => known.includes(text) || !texts.includes(text))).toEqual([]);
    expect(unheard.filter((text) => !passages.includes(text))).toEqual([]);
    takeOver(model, report.generation);
    await expectSame(model, real);
  },
  toString: () => (full ? 'reindex, full' : 'reindex'),
});

const isDifferent = ({ indexed, folder }: Model): boolean =>
  JSON.stringify([...(indexed ?? [])].toSorted()) !== JSON.stringify([...folder].toSorted());

/** The folder as it is was committed. */
function takeOver(model: Model, generation: number): void {
  model.generation = generation;
  model.indexed = new Map(model.folder);
  model.known = new Set([...model.folder.values()].flat());
  for (const text of model.known) model.heard.add(text);
}

/** A program that dies while it writes: its disk does nothing any more from some operation on, and nobody clears up. */
class DyingStorage extends AtomicStorage {
  readonly #isAlive: () => boolean;

  constructor(operations: number) {
    let left = operations;
    const step = (): void => {
      if (left-- <= 0) throw new Error('It is dead.');
    };
    super({
      rename: async (...args) => {
        step();
        return rename(...args);
      },
      open: async (...args) => {
        step();
        const handle = await open(...args);
        const write = handle.writeFile.bind(handle);
        handle.writeFile = async (content) => {
          step();
          return write(content);
        };
        return handle;
      },
    });
    this.#isAlive = () => left >= 0;
  }

  override async pathExists(location: string): Promise<boolean> {
    if (!this.#isAlive()) throw new Error('It is dead.');
    return super.pathExists(location);
  }
}

const crash = (operations: number, full: boolean): Command => ({
  check: () => true,
  async run(model, real) {
    await real.index.close();
    const { place, embedder } = real;
    const dying = await place.open({ embedder, storage: new DyingStorage(operations) });
    const ends = await Promise.allSettled([dying.reindex({ full })]);
    for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(IndexWriteError);
    await dying.close();
    for (const text of [...model.folder.values()].flat()) model.heard.add(text);
    real.index = await place.open({ embedder });
    const generation = real.index.snapshot()?.generation ?? 0;
    if (ends[0].status === 'fulfilled' && isDifferent(model)) expect(generation).not.toBe(model.generation);
    if (generation !== model.generation) takeOver(model, generation); // dead, but behind the commit
    await expectSame(model, real);
  },
  toString: () => `crash after ${operations}${full ? ', full' : ''}`,
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
      fc
        .tuple(fc.integer({ min: 0, max: MOST_OPERATIONS }), fc.boolean())
        .map(([at, full]) => crash(at, full)),
      fc.constantFrom('CURRENT.tmp', 'journal', 'lock.0.tmp').map(litter),
    ],
    { maxCommands: 25 },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const place = await temporaryIndex();
      const embedder = fakeEmbedder();
      const index = await place.open({ embedder });
      const model: Model = {
        folder: new Map(),
        indexed: undefined,
        generation: 0,
        known: new Set(),
        heard: new Set(),
      };
      await fc.asyncModelRun(() => ({ model, real: { place, embedder, index } }), sequence);
    }),
    { numRuns: 40 },
  );
});
