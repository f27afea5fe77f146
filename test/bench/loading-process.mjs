/**
 * Loads one index in a process of its own and tells how long that took and how much memory it added.
 *
 *     node --expose-gc loading-process.mjs own|json|protobuf FOLDER
 */
import { existsSync, readFileSync } from 'node:fs';
import { JsonCodec, LocalIndex, ProtobufCodec } from 'vectra';
import { AtomicStorage } from '../../dist/src/index/atomic-storage.js';
import { readGeneration } from '../../dist/src/index/generation.js';

const [kind, folder] = process.argv.slice(2);
const codec = kind === 'json' ? new JsonCodec() : new ProtobufCodec();

/** Processor time of the main thread in milliseconds where Linux counts it: other programs do not lengthen it. */
const busyTime = () => {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'latin1').split(' ')[0]) / 1e6 : performance.now();
};

let [longest, longestBusy, last, lastBusy] = [0, 0, performance.now(), busyTime()];
const tick = () => {
  const [now, nowBusy] = [performance.now(), busyTime()];
  longest = Math.max(longest, now - last);
  longestBusy = Math.max(longestBusy, nowBusy - lastBusy);
  [last, lastBusy] = [now, nowBusy];
  setImmediate(tick);
};

/** Until nothing of what was read to get here is left. */
async function settle() {
  for (let round = 0; round < 4; round++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

await settle();
const before = process.memoryUsage.rss();
[last, lastBusy] = [performance.now(), busyTime()];
tick();
const started = performance.now();
const loaded =
  kind === 'own'
    ? await readGeneration(folder, new AtomicStorage())
    : await new LocalIndex(folder, undefined, undefined, codec).listItems();
const ms = performance.now() - started;
const stalls = { longest, longestBusy }; // collecting garbage below takes its time, too
await settle();
const rss = process.memoryUsage.rss() - before;
process.stdout.write(JSON.stringify({ ms, rss, ...stalls, isLoaded: loaded !== undefined }));
process.exit();
