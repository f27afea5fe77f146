/** The reranker's own session over tiny models, beside transformers.js' own way of running them. */
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AutoModelForSequenceClassification, AutoTokenizer, env } from '@xenova/transformers';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openReranker } from '../../src/embedding/reranker-session.js';
import { ModelError } from '../../src/errors.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { writeTinyReranker, type TinyReranker } from '../support/tiny-reranker.js';

const WEIGHTS = { balloon: 3, coast: 1.5, weather: -2 };

async function openTiny(model: TinyReranker) {
  const modelsDirectory = await temporaryFolder();
  await writeTinyReranker(path.join(modelsDirectory, 'tiny'), model);
  return openReranker({ kind: 'load-reranker', model: 'tiny', modelsDirectory }, () => undefined);
}

describe('a model with one output', () => {
  test('gives it as it is, of the text and not of the question', async () => {
    const { score } = await openTiny({ weights: WEIGHTS, bias: 0.25 });
    expect(await score('balloon coast', 'nothing')).toBe(0.25);
    expect(await score('weather', 'The balloon off the Coast')).toBe(4.75);
    expect(await score('', 'weather balloon')).toBe(1.25);
    expect(await score('', '')).toBe(0.25);
  });

  test('reads as much of a long text as it can, however long the question is', async () => {
    const { score } = await openTiny({ weights: WEIGHTS });
    const filler = 'so '.repeat(500);
    expect(await score('who', `balloon ${filler} coast`)).toBe(3);
    expect(await score('x'.repeat(5000), `balloon ${filler}`)).toBe(3);
  });
});

describe('a model with two labels', () => {
  test('gives how much more the second one has than the first', async () => {
    const { score } = await openTiny({ weights: WEIGHTS, labels: ['LABEL_0', 'LABEL_1'] });
    expect(await score('', 'balloon weather')).toBe(1);
    const turned = await openTiny({ weights: WEIGHTS, labels: ['LABEL_0', 'LABEL_1'], yes: 0 });
    expect(await turned.score('', 'balloon weather')).toBe(-1);
  });

  test('gives the label that is called yes, if one is', async () => {
    const { score } = await openTiny({ weights: WEIGHTS, labels: ['Relevant', 'irrelevant'], yes: 0 });
    expect(await score('', 'balloon weather')).toBe(1);
  });
});

test('scores what transformers.js itself does', async () => {
  const modelsDirectory = await temporaryFolder();
  await writeTinyReranker(path.join(modelsDirectory, 'tiny'), { weights: WEIGHTS, bias: -1 });
  const { score } = await openReranker(
    { kind: 'load-reranker', model: 'tiny', modelsDirectory },
    () => undefined,
  );
  env.localModelPath = modelsDirectory;
  const tokenizer = await AutoTokenizer.from_pretrained('tiny');
  const model = await AutoModelForSequenceClassification.from_pretrained('tiny');
  const outputSchema = z.object({ logits: z.object({ data: z.instanceof(Float32Array) }) });
  for (const text of ['balloon', 'The weather balloon, off the coast', 'none of it']) {
    const { logits } = outputSchema.parse(await model(tokenizer('balloon?', { text_pair: text })));
    expect([await score('balloon?', text)]).toEqual([...logits.data]);
  }
  await model.dispose();
});

/** What is thrown over a model in which something was broken. */
async function openBroken(breakIt: (folder: string) => Promise<unknown>): Promise<unknown> {
  const modelsDirectory = await temporaryFolder();
  const folder = path.join(modelsDirectory, 'tiny');
  await writeTinyReranker(folder, { weights: WEIGHTS });
  await breakIt(folder);
  const setup = { kind: 'load-reranker', model: 'tiny', modelsDirectory } as const;
  return openReranker(setup, () => undefined).catch((error: unknown) => error);
}

describe('what cannot be used is told, with what to do', () => {
  test.each([
    [
      'no model file',
      (folder: string) => rm(path.join(folder, 'onnx'), { recursive: true }),
      /cannot be read/u,
    ],
    ['no tokenizer', (folder: string) => rm(path.join(folder, 'tokenizer.json')), /cannot be read/u],
    [
      'a model file that is none',
      (folder: string) => writeFile(path.join(folder, 'onnx/model_quantized.onnx'), 'no model'),
      /cannot be loaded/u,
    ],
    [
      'a model with three labels',
      (folder: string) => writeTinyReranker(folder, { weights: WEIGHTS, labels: ['a', 'b', 'c'] }),
      /neither one output nor two labels/u,
    ],
    [
      'a model that computes no numbers',
      (folder: string) => writeTinyReranker(folder, { weights: WEIGHTS, bias: Number.NaN }),
      /no number/u,
    ],
  ])('%s', async (_, breakIt, reason) => {
    const error = await openBroken(breakIt);
    expect(error).toBeInstanceOf(ModelError);
    expect(String(error)).toMatch(reason);
    expect(String(error)).toMatch(/The model "tiny" cannot be used as a reranker.*Check RERANKER_MODEL/su);
  });
});
