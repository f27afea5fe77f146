/**
 * A process that owns an index. It writes the articles of one version after the other, reads them, and tells each
 * generation it has committed. It kills itself at a given step: a progress report, or anything it does to the disk.
 *
 *     node indexing-process.mjs INDEX_FOLDER ARTICLES_FOLDER VERSIONS KILL_AT
 */
import { open, rename } from 'node:fs/promises';
import { AtomicStorage, diskOperations } from '../../dist/src/index/atomic-storage.js';
import { PassageIndex } from '../../dist/src/index/passage-index.js';
import { hashVector } from './hash-vector.mjs';
import { writeVersion } from './versions.mjs';

process.on('disconnect', () => process.exit());

const [directory, articlesDirectory, versions, killAt] = process.argv.slice(2);
const ignore = () => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const model = { name: 'hash', fingerprint: 'hash', dimensions: 16 };
const embedder = { ready: async () => model, embedPassage: async (text) => hashVector(text) };

let steps = 0;
function step() {
  if (++steps !== Number(killAt)) return;
  process.kill(process.pid, 'SIGKILL');
  for (;;); // nothing happens any more, not even while the signal is on its way
}

/** Writes in two halves, so that the end may come between them. */
function watch(handle) {
  const write = handle.writeFile.bind(handle);
  const sync = handle.sync.bind(handle);
  handle.writeFile = async (content) => {
    const bytes = Buffer.from(content);
    const middle = Math.floor(bytes.length / 2);
    await write(bytes.subarray(0, middle));
    step();
    await write(bytes.subarray(middle));
    step();
  };
  handle.sync = async () => {
    await sync();
    step();
  };
  return handle;
}

const storage = new AtomicStorage({
  open: async (...args) => watch(await open(...args)),
  rename: async (...args) => {
    step();
    await rename(...args);
    step();
  },
  makeFolder: async (folder) => {
    await diskOperations.makeFolder(folder);
    step();
  },
});

const tell = (message) => new Promise((resolve) => process.send(message, resolve));

try {
  const index = await PassageIndex.open({ directory, articlesDirectory, embedder, log, storage });
  await index.loaded();
  await tell({ kind: 'opened' });
  for (let version = 1; version <= Number(versions); version++) {
    await writeVersion(articlesDirectory, version);
    const outcome = await index.reindex({ onProgress: step });
    await tell({ kind: 'committed', version, generation: outcome.report.generation });
  }
  await tell({ kind: 'finished', steps });
  if (Number(versions) > 0) process.exit(); // else it stays, and owns the index
} catch (error) {
  await tell({ kind: 'refused', name: error.name, message: error.message });
  process.exit(1);
}
