import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles, checksumsOf, folderOf, MODEL_FILE, styleOf } from '../../src/embedding/model.js';
import { ModelError } from '../../src/errors.js';
import { hashOf } from '../../src/text/hash.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const FILES = [MODEL_FILE, 'config.json', 'tokenizer.json', 'tokenizer_config.json'];

/** Files that are no model, but are checked like one. */
async function makeModel({ withChecksums = true } = {}): Promise<string> {
  const folder = path.join(await temporaryFolder(), 'model');
  await mkdir(path.join(folder, 'onnx'), { recursive: true });
  for (const file of FILES) await writeFile(path.join(folder, file), `content of ${file}`);
  if (withChecksums) await writeFile(path.join(folder, 'SHA256SUMS'), await checksumsOf(folder));
  return folder;
}

const style = styleOf('e5-small-v2');
const fingerprintOf = (folder: string) => checkFiles(folder, style, '1.14.0');

describe('styleOf', () => {
  test('knows how each family wants its texts', () => {
    expect(styleOf('e5-small-v2').prompts).toEqual({ query: 'query: ', passage: 'passage: ' });
    expect(styleOf('Xenova/multilingual-e5-small').prompts.query).toBe('query: ');
    expect(styleOf('Xenova/bge-small-en-v1.5')).toMatchObject({ pooling: 'first', prompts: { passage: '' } });
  });

  test('uses any other model without prompts', () => {
    expect(styleOf('Xenova/all-MiniLM-L6-v2')).toEqual({
      prompts: { query: '', passage: '' },
      pooling: 'mean',
    });
  });
});

test('a name with a slash is a folder in a folder', () => {
  expect(folderOf('/models', 'Xenova/all-MiniLM-L6-v2')).toBe(
    path.resolve('/models/Xenova/all-MiniLM-L6-v2'),
  );
});

describe('the fingerprint', () => {
  test('is the same for the same files wherever they are', async () => {
    expect(await fingerprintOf(await makeModel())).toBe(await fingerprintOf(await makeModel()));
  });

  test.each(FILES)('changes with %s', async (file) => {
    const folder = await makeModel({ withChecksums: false });
    const before = await fingerprintOf(folder);
    await writeFile(path.join(folder, file), 'other content');
    expect(await fingerprintOf(folder)).not.toBe(before);
  });

  test('changes with prompts, pooling and runtime', async () => {
    const folder = await makeModel();
    const fingerprints = [
      await checkFiles(folder, style, '1.14.0'),
      await checkFiles(folder, style, '1.15.1'),
      await checkFiles(folder, { ...style, pooling: 'first' }, '1.14.0'),
      await checkFiles(folder, { ...style, prompts: { query: 'query:', passage: '' } }, '1.14.0'),
    ];
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });
});

describe('what is wrong with a file', () => {
  test.each(FILES)('%s is missing: says which file and what to do', async (file) => {
    const folder = await makeModel();
    await rm(path.join(folder, file));
    const error = await fingerprintOf(folder).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ModelError);
    expect(String(error)).toContain(path.join(folder, file));
    expect(String(error)).toContain('Restore the folder');
  });

  test.each([MODEL_FILE, 'tokenizer.json'])('%s has a wrong checksum', async (file) => {
    const folder = await makeModel();
    await writeFile(path.join(folder, file), 'content of another file');
    await expect(fingerprintOf(folder)).rejects.toThrow(`${path.join(folder, file)} is damaged`);
  });

  test('checksums of files that are not needed are held to as well', async () => {
    const folder = await makeModel({ withChecksums: false });
    await writeFile(path.join(folder, 'vocab.txt'), 'words');
    await writeFile(path.join(folder, 'SHA256SUMS'), `${hashOf('words')}  vocab.txt\n`);
    await expect(fingerprintOf(folder)).resolves.toHaveLength(64);
    await writeFile(path.join(folder, 'vocab.txt'), 'other words');
    await expect(fingerprintOf(folder)).rejects.toThrow('vocab.txt is damaged');
  });
});
