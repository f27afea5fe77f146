/** The real process over copies of the vendored model in which something is wrong. */
import { cp, open, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MODEL_FILE } from '../../src/embedding/model.js';
import { ModelError } from '../../src/errors.js';
import { MODEL, MODELS_DIRECTORY, startEmbedder } from '../support/embedder.js';
import { temporaryFolder } from '../support/temporary-folder.js';

type Damage = (folder: string) => Promise<void>;

const flipByte: Damage = async (folder) => {
  const file = await open(path.join(folder, MODEL_FILE), 'r+');
  const position = 20_000_000;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, position);
  await file.write(Buffer.of((buffer[0] ?? 0) ^ 1), 0, 1, position);
  await file.close();
};

/** A folder that an administrator made has no checksums; the runtime has to notice by itself. */
const withoutChecksums =
  (damage: Damage): Damage =>
  async (folder) => {
    await rm(path.join(folder, 'SHA256SUMS'));
    await damage(folder);
  };

const cases: [string, Damage, RegExp][] = [
  ['a changed byte in the model file', flipByte, /model_quantized\.onnx is damaged/u],
  ['no tokenizer', (folder) => rm(path.join(folder, 'tokenizer.json')), /tokenizer\.json cannot be read/u],
  ['no model file', (folder) => rm(path.join(folder, MODEL_FILE)), /model_quantized\.onnx cannot be read/u],
  [
    'half a model file',
    withoutChecksums((folder) => truncate(path.join(folder, MODEL_FILE), 17_000_000)),
    /The model in .* cannot be loaded/u,
  ],
  [
    'an empty model file',
    withoutChecksums((folder) => writeFile(path.join(folder, MODEL_FILE), '')),
    /The model in .* cannot be loaded/u,
  ],
  [
    'a tokenizer that is none',
    withoutChecksums((folder) => writeFile(path.join(folder, 'tokenizer.json'), '{"version":"1.0"}')),
    /The model in .* cannot be loaded/u,
  ],
];

test.each(cases)('%s is told, with what to do', async (_, damage, message) => {
  const modelsDirectory = await temporaryFolder();
  const folder = path.join(modelsDirectory, MODEL);
  await cp(path.join(MODELS_DIRECTORY, MODEL), folder, { recursive: true });
  await damage(folder);
  const embedder = startEmbedder({ modelsDirectory });
  onTestFinished(() => embedder.close());
  const error = await embedder.ready().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ModelError);
  expect(String(error)).toMatch(message);
  expect(String(error)).toContain(`Restore the folder ${folder} from the project`);
});
