/**
 * Fetches a model that an administrator named and that is not in the models folder. It is downloaded beside its place and
 * renamed when it is whole, so that a cut connection never leaves half a model behind.
 */
import { rmSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers';
import { z } from 'zod';
import { messageOf, ModelError } from '../errors.js';
import { checksumsOf, folderOf } from './model.js';

/** Begin of the name of a folder that is not whole yet; the number of its process follows. */
const UNFINISHED = '.download-';

/** What transformers.js reports while a file comes in. */
const progressSchema = z.object({
  status: z.literal('progress'),
  file: z.string(),
  loaded: z.number(),
  total: z.number(),
});

export type OnDownload = (progress: {
  readonly file: string;
  readonly loaded: number;
  readonly total: number;
}) => void;

const ADVICE =
  'Check EMBEDDING_MODEL and the network, or leave EMBEDDING_MODEL empty to use the model that is shipped.';

/**
 * @param advice - what to do when it fails; by default for the embedding model.
 * @throws ModelError when the model cannot be fetched or is not one that transformers.js can load.
 */
export async function downloadModel(
  modelsDirectory: string,
  model: string,
  onDownload: OnDownload,
  advice = ADVICE,
): Promise<void> {
  const unfinished = path.resolve(modelsDirectory, `${UNFINISHED}${process.pid}`);
  const clearUp = (): void => rmSync(unfinished, { recursive: true, force: true });
  process.once('exit', clearUp); // the program may be ended meanwhile
  const options = {
    quantized: true,
    cache_dir: unfinished,
    progress_callback: (message: unknown) => {
      const { success, data } = progressSchema.safeParse(message);
      if (success) onDownload(data);
    },
  };
  env.allowLocalModels = false;
  try {
    await removeLeftovers(modelsDirectory);
    await AutoTokenizer.from_pretrained(model, options);
    const loaded = await AutoModel.from_pretrained(model, options);
    await loaded.dispose();
    const folder = path.join(unfinished, model);
    await writeFile(path.join(folder, 'SHA256SUMS'), await checksumsOf(folder));
    await mkdir(path.dirname(folderOf(modelsDirectory, model)), { recursive: true });
    await rename(folder, folderOf(modelsDirectory, model));
  } catch (cause) {
    throw new ModelError(
      `The model "${model}" is not in ${modelsDirectory} and could not be downloaded (${messageOf(cause)}). ${advice}`,
      { cause },
    );
  } finally {
    process.off('exit', clearUp);
    clearUp();
  }
}

/** What processes that were killed have left of their downloads. */
async function removeLeftovers(modelsDirectory: string): Promise<void> {
  await mkdir(modelsDirectory, { recursive: true });
  for (const name of await readdir(modelsDirectory)) {
    if (!name.startsWith(UNFINISHED) || isRunning(Number(name.slice(UNFINISHED.length)))) continue;
    await rm(path.join(modelsDirectory, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
