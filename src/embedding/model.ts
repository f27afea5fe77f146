/**
 * What there is to know of a model beside its weights: how texts are prompted, how token vectors become one vector, which
 * files it consists of, and the fingerprint that tells vectors of different making apart.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ModelError, messageOf } from '../errors.js';

export type Role = 'query' | 'passage';

/** How a family of models wants to be used. */
export interface ModelStyle {
  /** Put in front of the text. */
  readonly prompts: Readonly<Record<Role, string>>;
  /** The mean of all token vectors, or the first one. */
  readonly pooling: 'mean' | 'first';
}

export const MODEL_FILE = 'onnx/model_quantized.onnx';
const OTHER_FILES = ['config.json', 'tokenizer.json', 'tokenizer_config.json'];
const CHECKSUMS = 'SHA256SUMS';

/** Counted up when prompting, truncation or pooling changes, because the vectors change with it. */
const EMBEDDING_VERSION = 1;

const PLAIN: ModelStyle = { prompts: { query: '', passage: '' }, pooling: 'mean' };

const STYLES: readonly (readonly [name: RegExp, style: ModelStyle])[] = [
  [/\be5-/iu, { prompts: { query: 'query: ', passage: 'passage: ' }, pooling: 'mean' }],
  [
    /\bbge-.*-en\b/iu,
    {
      prompts: { query: 'Represent this sentence for searching relevant passages: ', passage: '' },
      pooling: 'first',
    },
  ],
];

/** The style of a model by its name; an unknown one is used without prompts. */
export function styleOf(model: string): ModelStyle {
  return STYLES.find(([name]) => name.test(model))?.[1] ?? PLAIN;
}

/** Where a model's files are. */
export function folderOf(modelsDirectory: string, model: string): string {
  return path.resolve(modelsDirectory, model);
}

/**
 * Reads and checks a model's files.
 *
 * @returns the fingerprint: equal for equal files, runtime, prompts and pooling.
 * @throws ModelError that names the file, what is wrong with it and what to do.
 */
export async function checkFiles(folder: string, style: ModelStyle, runtimeVersion: string): Promise<string> {
  const hashes = new Map<string, string>();
  for (const file of [...OTHER_FILES, MODEL_FILE])
    hashes.set(file, hashOf(await readModelFile(folder, file)));
  for (const [file, expected] of await readChecksums(folder)) {
    if ((hashes.get(file) ?? hashOf(await readModelFile(folder, file))) === expected) continue;
    throw new ModelError(
      `${path.join(folder, file)} is damaged: its checksum is not the one in ${CHECKSUMS}. ${advice(folder)}`,
    );
  }
  return hashOf(JSON.stringify([EMBEDDING_VERSION, runtimeVersion, style, [...hashes]]));
}

/** Lines of `sha256sum` for a model's files. */
export async function checksumsOf(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const file of [MODEL_FILE, 'tokenizer.json']) {
    lines.push(`${hashOf(await readModelFile(folder, file))}  ${file}\n`);
  }
  return lines.join('');
}

async function readModelFile(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(path.join(folder, file));
  } catch (cause) {
    throw new ModelError(
      `${path.join(folder, file)} cannot be read (${messageOf(cause)}). ${advice(folder)}`,
      { cause },
    );
  }
}

/** A folder that an administrator put there need not have checksums; the shipped one and downloads do. */
async function readChecksums(folder: string): Promise<(readonly [file: string, hash: string])[]> {
  if (!existsSync(path.join(folder, CHECKSUMS))) return [];
  const lines = new TextDecoder()
    .decode(await readModelFile(folder, CHECKSUMS))
    .matchAll(/^([0-9a-f]{64}) [ *](.+)$/gmu);
  return [...lines].map(([, hash = '', file = '']) => [file, hash] as const);
}

/** What to do about a model's files; the session loader uses it as well. */
export function advice(folder: string): string {
  return `Restore the folder ${folder} from the project, or delete it to have a published model downloaded again.`;
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
