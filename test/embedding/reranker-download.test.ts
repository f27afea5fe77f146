/** A reranker that is not in the models folder is fetched like the embedding model, and nobody waits for it meanwhile. */
import { EventEmitter, once } from 'node:events';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MODEL_FILE } from '../../src/embedding/model.js';
import { MODEL, MODELS_DIRECTORY, startEmbedder } from '../support/embedder.js';
import { startModelServer, type Treatment } from '../support/model-server.js';
import { silentLog } from '../support/silent-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { writeTinyReranker } from '../support/tiny-reranker.js';

const NAME = 'Example/tiny';

async function download(treatmentOfModel: Treatment) {
  const folder = await temporaryFolder();
  await writeTinyReranker(path.join(folder, 'published'), { weights: { balloon: 3 } });
  const modelsDirectory = path.join(folder, 'models');
  await mkdir(modelsDirectory);
  await symlink(path.join(MODELS_DIRECTORY, MODEL), path.join(modelsDirectory, MODEL));
  const treatmentOf = (file: string) => (file === MODEL_FILE ? treatmentOfModel : 'whole');
  const server = await startModelServer(treatmentOf, path.join(folder, 'published'));
  onTestFinished(() => server.close());
  const log = silentLog();
  const events = new EventEmitter();
  const begun = once(events, MODEL_FILE);
  const embedder = startEmbedder({
    modelsDirectory,
    rerankerModel: NAME,
    remoteHost: server.host,
    longestScoringMs: 50_000,
    log,
    onDownload: ({ file }) => void events.emit(file),
  });
  onTestFinished(() => embedder.close());
  return { embedder, reranker: embedder.reranker, modelsDirectory, log, begun };
}

test('it is fetched once, and checked from then on', async () => {
  const { reranker, modelsDirectory, log } = await download('whole');
  await reranker?.settled();
  expect(await reranker?.score('Who?', ['the balloon', 'no'])).toEqual([3, 0]);
  expect(log.lines).toEqual([]);
  expect(await readdir(path.join(modelsDirectory, NAME))).toContain('SHA256SUMS');
  const again = startEmbedder({ modelsDirectory, rerankerModel: NAME, remoteHost: 'http://127.0.0.1:1/' });
  onTestFinished(() => again.close());
  await again.reranker?.settled();
  expect(await again.reranker?.score('Who?', ['balloon'])).toEqual([3]);
});

test('while it comes in questions are answered without it', async () => {
  const { embedder, reranker, begun, log } = await download('hanging');
  await begun;
  expect(await reranker?.score('Who?', ['the balloon'])).toBeUndefined();
  expect(await embedder.embedQuestion('Who?')).toHaveLength(384);
  expect(log.lines).toEqual([]);
});

test('a download that breaks off is told, and leaves nothing behind', async () => {
  const { reranker, modelsDirectory, log } = await download('cut');
  await reranker?.settled();
  expect(await reranker?.score('Who?', ['the balloon'])).toBeUndefined();
  expect(log.lines).toMatchObject([
    { level: 'error', fields: { reason: expect.stringContaining('could not be downloaded') } },
  ]);
  expect(await readdir(modelsDirectory)).toEqual([MODEL]);
});
