/**
 * A loaded cross-encoder: a question and a text in, one number out. Any text classification model of transformers.js with
 * one output or two labels does; its session is made like that of the embedding model, see `session.ts`.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@xenova/transformers';
import { z } from 'zod';
import { messageOf, ModelError } from '../errors.js';
import { downloadModel, type OnDownload } from './download.js';
import type { RerankerSetup } from './messages.js';
import { checkFiles, folderOf, styleOf } from './model.js';
import { inputsFor, limitOf, loadModel, RUNTIME_VERSION, shorten } from './session.js';

/** Longer questions are pasted texts; the passage behind the question needs room as well. */
const LONGEST_QUESTION = 600;

/** What models call the label that means yes, where they give it a name. */
const YES = /^(?:relevant|yes|true|positive|answer)$/iu;

const configSchema = z.object({ id2label: z.record(z.string(), z.string()).default({}) });
const pairSchema = z.object({
  input_ids: z.object({ data: z.instanceof(BigInt64Array) }),
  token_type_ids: z.object({ data: z.instanceof(BigInt64Array) }).optional(),
});
const outputSchema = z.object({
  data: z.instanceof(Float32Array),
  dims: z.tuple([z.literal(1), z.union([z.literal(1), z.literal(2)])]),
});

export interface RerankerSession {
  /** Log odds that the text answers. @throws Error when the model computes no number. */
  score(question: string, text: string): Promise<number>;
}

/** @throws ModelError when the model cannot be fetched or loaded, or is of another kind; says what to do. */
export async function openReranker(setup: RerankerSetup, onDownload: OnDownload): Promise<RerankerSession> {
  try {
    return await open(setup, onDownload);
  } catch (cause) {
    throw new ModelError(
      `The model "${setup.model}" cannot be used as a reranker. ${messageOf(cause)} ` +
        'Check RERANKER_MODEL, or leave it empty to answer without a reranker; then start again.',
      { cause },
    );
  }
}

async function open(
  { model, modelsDirectory, remoteHost }: RerankerSetup,
  onDownload: OnDownload,
): Promise<RerankerSession> {
  const folder = folderOf(modelsDirectory, model);
  if (remoteHost !== undefined) env.remoteHost = remoteHost;
  env.allowRemoteModels = true; // the embedding model, which is loaded by now, has forbidden it
  if (!existsSync(folder)) await downloadModel(modelsDirectory, model, onDownload, 'Check the network.');
  await checkFiles(folder, styleOf(model), RUNTIME_VERSION);
  const { tokenizer, session } = await loadModel(modelsDirectory, model);
  const longest = limitOf(tokenizer);
  const yes = await findYes(folder);

  const score = async (question: string, text: string): Promise<number> => {
    const pair = tokenizer(question.slice(0, LONGEST_QUESTION), { text_pair: text, truncation: false });
    const { input_ids, token_type_ids } = pairSchema.parse(pair);
    const ids = shorten(input_ids.data, longest);
    const inputs = inputsFor(ids, session.inputNames, token_type_ids?.data.slice(0, ids.length));
    const outputs = await session.run(inputs);
    const { success, data: output } = outputSchema.safeParse(outputs['logits']);
    if (!success) throw new Error('It has neither one output nor two labels.');
    const odds = logOdds(output.data, yes);
    if (!Number.isFinite(odds)) throw new Error('It computed no number.');
    return odds;
  };
  await score('', ''); // a model of another kind is told now, not by the first question
  return { score };
}

/** Which of two labels means yes: the one whose name says so, by custom the second. */
async function findYes(folder: string): Promise<0 | 1> {
  const { id2label } = configSchema.parse(
    JSON.parse(await readFile(path.join(folder, 'config.json'), 'utf8')),
  );
  return YES.test(id2label['0'] ?? '') ? 0 : 1;
}

/** One output is the log odds already; of two labels it is the difference, as a softmax would have it. */
function logOdds([first = Number.NaN, second]: Float32Array, yes: 0 | 1): number {
  if (second === undefined) return first;
  return yes === 1 ? second - first : first - second;
}
