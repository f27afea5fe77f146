/**
 * Fetches a model that an administrator named and that is not in the models folder. It is downloaded beside its place and
 * renamed when it is whole, so that a cut connection never leaves half a model behind.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AutoModel, AutoTokenizer, env } from '@xenova/transformers';
import { z } from 'zod';
import { messageOf, ModelError } from '../errors.js';
import { checksumsOf, folderOf } from './model.js';

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

/** @throws ModelError when the model cannot be fetched or is not one that transformers.js can load. */
export async function downloadModel(
  modelsDirectory: string,
  model: string,
  onDownload: OnDownload,
): Promise<void> {
  const unfinished = path.resolve(modelsDirectory, `.download-${process.pid}`);
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
    await AutoTokenizer.from_pretrained(model, options);
    const loaded = await AutoModel.from_pretrained(model, options);
    await loaded.dispose();
    const folder = path.join(unfinished, model);
    await writeFile(path.join(folder, 'SHA256SUMS'), await checksumsOf(folder));
    await mkdir(path.dirname(folderOf(modelsDirectory, model)), { recursive: true });
    await rename(folder, folderOf(modelsDirectory, model));
  } catch (cause) {
    throw new ModelError(
      `The embedding model "${model}" is not in ${modelsDirectory} and could not be downloaded (${messageOf(cause)}). ` +
        'Check EMBEDDING_MODEL and the network, or leave EMBEDDING_MODEL empty to use the model that is shipped.',
      { cause },
    );
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}
