/** What becomes of a process that dies, hangs or talks nonsense: a child that does so on demand stands in for the model. */
import { describe, expect, test } from 'vitest';
import { EmbeddingError, ModelError } from '../../src/errors.js';
import { outcomeOf, scriptedProcesses, startScripted } from './scripted.js';

describe('a process that dies on a text', () => {
  test('gets it once more, before what waits', async () => {
    const { embedder, heard } = await startScripted();
    const vectors = await Promise.all(['one', 'die once', 'two'].map((text) => embedder.embedPassage(text)));
    expect(vectors.map(([length]) => length)).toEqual([3, 8, 3]);
    expect(await heard()).toEqual(['one', 'die once', 'die once', 'two']);
  });

  test('twice is not asked a third time, and the others are embedded', async () => {
    const { embedder, heard } = await startScripted();
    const texts = ['one', 'die', 'two'];
    const [one, die, two] = await Promise.all(texts.map((text) => outcomeOf(embedder.embedPassage(text))));
    expect(one).toEqual(Float32Array.of(3));
    expect(die).toBeInstanceOf(EmbeddingError);
    expect(String(die)).toMatch(/failed 2 times on one text \(it ended with SIGKILL\)/u);
    expect(two).toEqual(Float32Array.of(3));
    expect(await heard()).toEqual(['one', 'die', 'die', 'two']);
  });

  test('does not make later texts wait for long: a success ends the growing of the pause', async () => {
    const { embedder, log } = await startScripted();
    for (let round = 0; round < 3; round++) {
      await outcomeOf(embedder.embedPassage('die'));
      await embedder.embedPassage('fine');
    }
    const pauses = log.lines.map(({ fields }) => fields['pauseMs']);
    expect(pauses).toEqual([10, 20, 10, 20, 10, 20]);
  });
});

test('a text that fails is rejected with the reason, and the next one is embedded by the same process', async () => {
  const { embedder, log } = await startScripted();
  const [fail, next] = await Promise.all([
    outcomeOf(embedder.embedPassage('fail')),
    embedder.embedPassage('next'),
  ]);
  expect(fail).toBeInstanceOf(EmbeddingError);
  expect(String(fail)).toContain('the text is too odd');
  expect(next).toEqual(Float32Array.of(4));
  expect(log.lines).toEqual([]);
});

test('a process that hangs is killed, and what it hung on is tried once more', async () => {
  const { embedder, heard } = await startScripted({ longestRunMs: 400 });
  const texts = ['hang once', 'hang', 'fine'];
  const [once, always, fine] = await Promise.all(texts.map((text) => outcomeOf(embedder.embedPassage(text))));
  expect(once).toEqual(Float32Array.of(9));
  expect(always).toBeInstanceOf(EmbeddingError);
  expect(fine).toEqual(Float32Array.of(4));
  expect(await heard()).toEqual(['hang once', 'hang once', 'hang', 'hang', 'fine']);
});

test('a process that talks nonsense is replaced and does not take the program with it', async () => {
  const { embedder, log } = await startScripted();
  const [nonsense, fine] = await Promise.all([
    outcomeOf(embedder.embedPassage('say nonsense')),
    embedder.embedPassage('fine'),
  ]);
  expect(nonsense).toBeInstanceOf(EmbeddingError);
  expect(fine).toEqual(Float32Array.of(4));
  expect(log.lines.filter(({ level }) => level === 'error')).toHaveLength(2);
});

test('what the process complains of is in the log', async () => {
  const { embedder, log } = await startScripted();
  await embedder.embedPassage('complain');
  await embedder.close();
  expect(log.lines).toEqual([
    { level: 'warn', message: 'The embedding process says', fields: { line: 'something is odd' } },
  ]);
});

describe('a process that never gets as far as the model', () => {
  test('is given up after some attempts, and all that waits is told', async () => {
    const { embedder, log } = await startScripted({ model: 'never-starts' });
    const [ready, question] = await Promise.all([
      outcomeOf(embedder.ready()),
      outcomeOf(embedder.embedQuestion('Who?')),
    ]);
    expect(ready).toBeInstanceOf(ModelError);
    expect(String(ready)).toMatch(/ended 5 times before the model was loaded \(it ended with status 7\)/u);
    expect(question).toBe(ready);
    expect(log.lines.map(({ fields }) => fields['pauseMs'])).toEqual([10, 20, 40, 80]);
  });

  test('because there is no such script', async () => {
    const { embedder } = await startScripted({ childPath: '/nowhere/child.js' });
    expect(await outcomeOf(embedder.ready())).toBeInstanceOf(ModelError);
  });
});

test('closing kills a process that does not listen any more', async () => {
  const { embedder } = await startScripted();
  await embedder.ready();
  const work = outcomeOf(embedder.embedPassage('hang'));
  await embedder.close();
  expect(await work).toBeInstanceOf(EmbeddingError);
  expect(scriptedProcesses()).toEqual([]);
});
