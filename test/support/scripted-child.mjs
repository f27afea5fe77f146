/**
 * An embedding process without a model that does what its texts say, for tests of what the parent makes of it. It notes
 * every text it gets in a file `heard` in the models folder.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';

let heard = '';

process.on('disconnect', () => process.exit());
process.on('message', (message) => {
  if (message.kind === 'end') return process.exit();
  if (message.kind === 'setup') return setUp(message);
  appendFileSync(heard, `${message.text}\n`);
  return answer(message);
});

function setUp({ model, modelsDirectory }) {
  if (model === 'never-starts') process.exit(7);
  heard = path.join(modelsDirectory, 'heard');
  const starts = path.join(modelsDirectory, 'starts');
  appendFileSync(starts, '.');
  const count = readFileSync(starts, 'utf8').length;
  if (model === 'starts-once' && count > 1) process.exit(7);
  const fingerprint = model === 'changes' ? `scripted ${count}` : 'scripted';
  process.send({ kind: 'ready', name: model, fingerprint, dimensions: 1 });
}

function answer({ id, text }) {
  const times = readFileSync(heard, 'utf8')
    .split('\n')
    .filter((line) => line === text).length;
  if (text === 'die' || (text === 'die once' && times === 1)) process.kill(process.pid, 'SIGKILL');
  else if (text === 'say nonsense') process.send({ kind: 'vector', id, vector: 'no vector' });
  else if (text.startsWith('who')) process.send({ kind: 'vector', id, vector: Float32Array.of(process.pid) });
  else if (text === 'fail') process.send({ kind: 'failed', id, message: 'the text is too odd' });
  else if (text === 'complain') process.stderr.write('something is odd\n', () => reply(id, text));
  else if (text === 'hang' || (text === 'hang once' && times === 1)) for (;;);
  else reply(id, text);
}

function reply(id, text) {
  process.send({ kind: 'vector', id, vector: Float32Array.of(text.length) });
}
