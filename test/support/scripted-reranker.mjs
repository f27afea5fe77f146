/**
 * An embedding process whose reranker does what its name and its texts say, for tests of what the parent makes of it. It
 * notes all that it is asked in a file `heard` in the models folder.
 */
import { appendFileSync } from 'node:fs';
import path from 'node:path';

let heard = '';

process.on('disconnect', () => process.exit());
process.on('message', (message) => {
  const { kind, id, model, modelsDirectory, text } = message;
  if (kind === 'end') return process.exit();
  if (kind === 'setup') heard = path.join(modelsDirectory, 'heard');
  appendFileSync(heard, `${text ?? kind}\n`);
  if (kind === 'setup') return process.send({ kind: 'ready', name: model, fingerprint: 'f', dimensions: 1 });
  if (kind === 'load-reranker') return load(model);
  if (kind === 'embed') return process.send({ kind: 'vector', id, vector: Float32Array.of(text.length) });
  return score(id, text);
});

function load(model) {
  if (model === 'dies') process.kill(process.pid, 'SIGKILL');
  else if (model === 'is-missing')
    process.send({ kind: 'reranker-error', message: 'there is no such model' });
  else if (model !== 'never-comes') process.send({ kind: 'reranker-ready' });
}

function score(id, text) {
  if (text === 'die') process.kill(process.pid, 'SIGKILL');
  else if (text === 'hang') for (;;);
  else if (text === 'fail') process.send({ kind: 'failed', id, message: 'the text is too odd' });
  else process.send({ kind: 'score', id, score: Number(text) });
}
