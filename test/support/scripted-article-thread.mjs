/** A thread that does with a file what its bytes say. */
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ bytes }) => {
  const what = new TextDecoder().decode(bytes);
  if (what === 'dies') throw new Error('out of luck');
  if (what === 'talks nonsense') parentPort.postMessage({ kind: 'poem' });
  if (what === 'gives up') parentPort.postMessage({ kind: 'error', message: 'too deep' });
  if (what === 'works')
    parentPort.postMessage({ kind: 'problem', problem: 'skipped', why: { code: 'noWord', values: [] } });
});
