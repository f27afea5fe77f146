/**
 * A loaded model: one text in, one unit vector out.
 *
 * The library's tokenizer with an own onnxruntime session. The session is loaded by path with one thread: as
 * transformers.js 2.17 loads it (from memory), the runtime ignores the number of threads, and they spin for twice the
 * processor time. One text a run, because an int8 vector depends on what else is in its batch.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { AutoTokenizer, env } from '@xenova/transformers';
import onnxruntime from 'onnxruntime-node';
import { z } from 'zod';
import { messageOf, ModelError } from '../errors.js';
import { downloadModel, type OnDownload } from './download.js';
import type { ModelInfo } from './embedder.js';
import type { Setup } from './messages.js';
import { advice, checkFiles, folderOf, MODEL_FILE, styleOf, type Role } from './model.js';

/** Vectors depend on the runtime; its package tells no version, so this is held to package.json by a test. */
export const RUNTIME_VERSION = '1.14.0';

const idsSchema = z.object({ input_ids: z.object({ data: z.instanceof(BigInt64Array) }) });
const outputSchema = z.object({
  data: z.instanceof(Float32Array),
  dims: z.tuple([z.literal(1), z.number(), z.number()]),
});
/** A limit of the model, in tokens; models that do not tell it have this one. */
const USUAL_LIMIT = 512;
const limitSchema = z.number().max(8192).catch(USUAL_LIMIT);

export interface EmbeddingSession {
  readonly info: ModelInfo;
  embed(role: Role, text: string): Promise<Float32Array>;
}

/** @throws ModelError when the files are missing, damaged or not understood. */
export async function openSession(setup: Setup, onDownload: OnDownload): Promise<EmbeddingSession> {
  const { model, modelsDirectory } = setup;
  const folder = folderOf(modelsDirectory, model);
  if (setup.remoteHost !== undefined) env.remoteHost = setup.remoteHost;
  if (!existsSync(folder)) await downloadModel(modelsDirectory, model, onDownload);
  const style = styleOf(model);
  const fingerprint = await checkFiles(folder, style, RUNTIME_VERSION);
  const { tokenizer, session } = await loadModel(modelsDirectory, model);
  const longest = limitOf(tokenizer);

  const embed = async (role: Role, text: string): Promise<Float32Array> => {
    const { input_ids } = idsSchema.parse(tokenizer(style.prompts[role] + text, { truncation: false }));
    const ids = shorten(input_ids.data, longest);
    const outputs = await session.run(inputsFor(ids, session.inputNames));
    const { data, dims } = outputSchema.parse(outputs[session.outputNames[0] ?? '']);
    const rows = style.pooling === 'first' ? 1 : dims[1];
    return toUnitLength(sumRows(data, rows, dims[2]));
  };
  const { length: dimensions } = await embed('query', '');
  return { info: { name: model, fingerprint, dimensions }, embed };
}

/** Most tokens of one text, or of a pair. */
export function limitOf(tokenizer: object): number {
  return limitSchema.parse(Reflect.get(tokenizer, 'model_max_length'));
}

/** @throws ModelError when the tokenizer or the model file is not understood. */
export async function loadModel(modelsDirectory: string, model: string) {
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = path.resolve(modelsDirectory);
  const folder = folderOf(modelsDirectory, model);
  try {
    const tokenizer = await AutoTokenizer.from_pretrained(model);
    const session = await onnxruntime.InferenceSession.create(path.join(folder, MODEL_FILE), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    });
    return { tokenizer, session };
  } catch (cause) {
    throw new ModelError(`The model in ${folder} cannot be loaded (${messageOf(cause)}). ${advice(folder)}`, {
      cause,
    });
  }
}

/** Cuts at the model's limit and keeps the closing token, which transformers.js 2.17 loses when it truncates. */
export function shorten(ids: BigInt64Array, longest: number): BigInt64Array {
  const closing = ids.at(-1);
  if (ids.length <= longest || closing === undefined) return ids;
  const shortened = ids.slice(0, longest);
  shortened[longest - 1] = closing;
  return shortened;
}

/** @param types - of the tokens, where there are two kinds of text. */
export function inputsFor(
  ids: BigInt64Array,
  names: readonly string[],
  types = new BigInt64Array(ids.length),
): Record<string, onnxruntime.Tensor> {
  const inputs: Record<string, BigInt64Array> = {
    input_ids: ids,
    attention_mask: new BigInt64Array(ids.length).fill(1n),
    token_type_ids: types,
  };
  const wanted = Object.entries(inputs).filter(([name]) => names.includes(name));
  return Object.fromEntries(
    wanted.map(([name, data]) => [name, new onnxruntime.Tensor('int64', data, [1, data.length])]),
  );
}

/** The sum does for the mean: the length is made 1 afterwards. */
function sumRows(data: Float32Array, rows: number, dimensions: number): Float32Array {
  const sum = new Float32Array(dimensions);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] ?? 0) + (data[row * dimensions + at] ?? 0);
  }
  return sum;
}

function toUnitLength(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
