/** A model that is not in the models folder is fetched, here from a server on loopback, or not at all. */
import { EventEmitter, once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { OnDownload } from '../../src/embedding/download.js';
import { MODEL_FILE } from '../../src/embedding/model.js';
import { ModelError } from '../../src/errors.js';
import { CHILD_PATH, sharedEmbedder, startEmbedder } from '../support/embedder.js';
import { startModelServer, type Treatment } from '../support/model-server.js';
import { childrenOf } from '../support/processes.js';
import { silentLog } from '../support/silent-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const vendored = sharedEmbedder();
const NAME = 'Example/e5-small-v2';
const OF_MODEL = (treatment: Treatment) => (file: string) => (file === MODEL_FILE ? treatment : 'whole');

async function download(treatmentOf: (file: string) => Treatment, onDownload?: OnDownload) {
  const server = await startModelServer(treatmentOf);
  const modelsDirectory = path.join(await temporaryFolder(), 'models');
  const log = silentLog();
  const options = { model: NAME, modelsDirectory, remoteHost: server.host, log, onDownload };
  const embedder = startEmbedder(options);
  onTestFinished(() => server.close());
  onTestFinished(() => embedder.close());
  return { embedder, options, server, modelsDirectory, log };
}

/** Resolves when part of the model file is there; more comes only to who asks again after `letPass`. */
async function hangingDownload() {
  let treatment: Treatment = 'hanging';
  const events = new EventEmitter();
  const half = once(events, 'half');
  const { embedder, modelsDirectory } = await download(
    (file) => OF_MODEL(treatment)(file),
    ({ file, loaded }) => file === MODEL_FILE && loaded > 1_000_000 && events.emit('half'),
  );
  await half;
  return { embedder, modelsDirectory, letPass: () => void (treatment = 'whole') };
}

const outcomeOf = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

test('fetches a model once, tells how far it is, and checks its files from then on', async () => {
  const progress: string[] = [];
  const note: OnDownload = ({ file, loaded, total }) => void progress.push(`${file} ${loaded === total}`);
  const { embedder, options, server, modelsDirectory, log } = await download(() => 'whole', note);
  expect(await embedder.ready()).toMatchObject({ name: NAME, dimensions: 384 });
  expect(await embedder.embedQuestion('Who arrived?')).toEqual(await vendored.embedQuestion('Who arrived?'));
  expect(progress).toContain(`${MODEL_FILE} false`);
  expect(progress.at(-1)).toBe(`${MODEL_FILE} true`);
  expect(server.asked.every((url) => url.startsWith(`/${NAME}/resolve/main/`))).toBe(true);
  expect(await readdir(modelsDirectory)).toEqual(['Example']);
  expect((await readdir(path.join(modelsDirectory, NAME))).toSorted()).toEqual(
    ['SHA256SUMS', 'config.json', 'onnx', 'tokenizer.json', 'tokenizer_config.json'].toSorted(),
  );
  expect(log.lines).toEqual([]);

  const before = server.asked.length;
  const again = startEmbedder(options);
  onTestFinished(() => again.close());
  expect(await again.ready()).toEqual(await embedder.ready());
  expect(server.asked).toHaveLength(before);
  await writeFile(path.join(modelsDirectory, NAME, MODEL_FILE), 'no model');
  const third = startEmbedder(options);
  onTestFinished(() => third.close());
  await expect(third.ready()).rejects.toThrow('is damaged');
});

describe('a download that fails', () => {
  test.each(['refused', 'cut'] as const)(
    'because the model file is %s leaves nothing behind',
    async (how) => {
      const { embedder, modelsDirectory } = await download(OF_MODEL(how));
      const error = await outcomeOf(embedder.ready());
      expect(error).toBeInstanceOf(ModelError);
      expect(String(error)).toContain(NAME);
      expect(String(error)).toContain('Check EMBEDDING_MODEL and the network');
      await embedder.close();
      expect(await readdir(modelsDirectory)).toEqual([]);
    },
  );

  test('because nobody answers', async () => {
    const { embedder, server } = await download(() => 'whole');
    await server.close();
    expect(await outcomeOf(embedder.ready())).toBeInstanceOf(ModelError);
  });

  test('is tried again by the next request', async () => {
    let isBroken = true;
    const { embedder } = await download((file) => (isBroken ? OF_MODEL('cut')(file) : 'whole'));
    expect(await outcomeOf(embedder.ready())).toBeInstanceOf(ModelError);
    isBroken = false;
    expect(await embedder.embedQuestion('Who arrived?')).toHaveLength(384);
    expect(await embedder.ready()).toMatchObject({ name: NAME });
  });
});

describe('a download that does not come to its end', () => {
  test('because the program was closed leaves nothing behind', async () => {
    const { embedder, modelsDirectory } = await hangingDownload();
    expect((await readdir(modelsDirectory)).join()).toMatch(/^\.download-\d+$/u);
    await embedder.close();
    expect(await readdir(modelsDirectory)).toEqual([]);
  });

  test('because the process was killed is cleared up by the next one', async () => {
    const { modelsDirectory, embedder, letPass } = await hangingDownload();
    letPass();
    const [mine = 0] = childrenOf(process.pid, CHILD_PATH).toSorted((a, b) => b - a);
    process.kill(mine, 'SIGKILL');
    await embedder.ready();
    expect(await readdir(modelsDirectory)).toEqual(['Example']);
  });

  test('leaves what another process is about to download alone', async () => {
    const other = path.join(await temporaryFolder(), `.download-${process.pid}`);
    await mkdir(other);
    const server = await startModelServer();
    onTestFinished(() => server.close());
    const modelsDirectory = path.dirname(other);
    const embedder = startEmbedder({ model: NAME, modelsDirectory, remoteHost: server.host });
    onTestFinished(() => embedder.close());
    await embedder.ready();
    expect((await readdir(modelsDirectory)).toSorted()).toEqual([path.basename(other), 'Example']);
  });
});
