/**
 * A real cross-encoder of a few kilobytes: a BERT tokenizer with a handful of words and an ONNX graph that adds up the weights
 * of the words of the text. Words of the question count nothing, so that a mix-up of the two is seen.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bytes, int, join, message, text, type Field } from './protobuf.js';

export interface TinyReranker {
  /** What a word in the text adds to the score. */
  readonly weights: Readonly<Record<string, number>>;
  /** Score of a text without any of the words. */
  readonly bias?: number;
  /** Names of the outputs; one output has a name that nobody reads. By default one. */
  readonly labels?: readonly string[];
  /** Which of the labels gets the score; the last one by default. */
  readonly yes?: number;
}

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]'];
const FLOAT = 1;
const INT64 = 7;
/** Version of the set of operators; in later ones axes are inputs. */
const OPERATORS = 11;

/** Writes the files of a model folder as transformers.js expects them. */
export async function writeTinyReranker(folder: string, model: TinyReranker): Promise<void> {
  const { labels = ['LABEL_0'] } = model;
  const files = {
    'config.json': JSON.stringify({ model_type: 'bert', id2label: Object.fromEntries(labels.entries()) }),
    'tokenizer.json': JSON.stringify(tokenizerOf(Object.keys(model.weights))),
    'tokenizer_config.json': JSON.stringify({ tokenizer_class: 'BertTokenizer', model_max_length: 64 }),
    'onnx/model_quantized.onnx': graphOf(model),
  };
  await mkdir(path.join(folder, 'onnx'), { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(path.join(folder, file), content);
}

const special = (id: string, type: number) => ({ SpecialToken: { id, type_id: type } });
const sequence = (id: string, type: number) => ({ Sequence: { id, type_id: type } });

function tokenizerOf(words: readonly string[]): object {
  const tokens = [...SPECIAL, ...words];
  return {
    version: '1.0',
    added_tokens: SPECIAL.map((content, id) => ({ id, content, special: true, normalized: false })),
    normalizer: { type: 'BertNormalizer', clean_text: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [special('[CLS]', 0), sequence('A', 0), special('[SEP]', 0)],
      pair: [
        special('[CLS]', 0),
        sequence('A', 0),
        special('[SEP]', 0),
        sequence('B', 1),
        special('[SEP]', 1),
      ],
    },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
    },
  };
}

/** logits = (types of the tokens) x (weights of the tokens) + bias. Field numbers are those of onnx.proto. */
function graphOf({
  weights,
  bias = 0,
  labels = ['LABEL_0'],
  yes = labels.length - 1,
}: TinyReranker): Uint8Array {
  const row = (weight: number) => labels.map((_, label) => (label === yes ? weight : 0));
  const table = [...SPECIAL.map(() => 0), ...Object.values(weights)].flatMap(row);
  const size = SPECIAL.length + Object.keys(weights).length;
  const graph = [
    node('Gather', ['weights', 'input_ids'], 'words', attribute('axis', 0)),
    node('Cast', ['token_type_ids'], 'types', attribute('to', FLOAT)),
    node('Unsqueeze', ['types'], 'rows', axes(1)),
    node('MatMul', ['rows', 'words'], 'sums', axes()),
    node('Squeeze', ['sums'], 'flat', axes(1)),
    node('Add', ['flat', 'bias'], 'logits', axes()),
    text(2, 'tiny'),
    message(5, ...tensor('weights', [size, labels.length], table)),
    message(5, ...tensor('bias', [labels.length], row(bias))),
    message(11, ...value('input_ids', INT64, ['batch', 'tokens'])),
    message(11, ...value('token_type_ids', INT64, ['batch', 'tokens'])),
    message(12, ...value('logits', FLOAT, ['batch', 'labels'])),
  ];
  return join([
    int(1, 6),
    text(2, 'byline'),
    message(7, ...graph),
    message(8, text(1, ''), int(2, OPERATORS)),
  ]);
}

function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: readonly Field[],
): Field {
  return message(
    1,
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, operator),
    ...attributes,
  );
}

function attribute(name: string, value: number): readonly Field[] {
  return [message(5, text(1, name), int(3, value), int(20, 2))];
}

function axes(...numbers: readonly number[]): readonly Field[] {
  if (numbers.length === 0) return [];
  return [message(5, text(1, 'axes'), ...numbers.map((number) => int(8, number)), int(20, 7))];
}

function tensor(name: string, dimensions: readonly number[], values: readonly number[]): readonly Field[] {
  const data = new Uint8Array(Float32Array.from(values).buffer);
  return [...dimensions.map((size) => int(1, size)), int(2, FLOAT), text(8, name), bytes(9, data)];
}

function value(name: string, type: number, dimensions: readonly string[]): readonly Field[] {
  const shape = dimensions.map((dimension) => message(1, text(2, dimension)));
  return [text(1, name), message(2, message(1, int(1, type), message(2, ...shape)))];
}
