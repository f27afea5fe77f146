/**
 * Loads one index in a process of its own and tells how long that took and how much memory it added.
 *
 *     node --expose-gc loading-process.mjs own|json|protobuf FOLDER
 */
import { existsSync, readFileSync } from 'node:fs';

const [kind, folder] = process.argv.slice(2);

/** Nothing is imported but what loads: room that vectra's many parts leave in the heap would be taken for memory not added. */
async function prepare() {
  if (kind === 'own') {
    const { AtomicStorage } = await import('../../dist/src/index/atomic-storage.js');
    const { readGeneration } = await import('../../dist/src/index/generation.js');
    return () => readGeneration(folder, new AtomicStorage());
  }
  const { JsonCodec, LocalIndex, ProtobufCodec } = await import('vectra');
  const codec = kind === 'json' ? new JsonCodec() : new ProtobufCodec();
  return () => new LocalIndex(folder, undefined, undefined, codec).listItems();
}

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
  setTimeout(tick, 1); // not at every turn: what is loaded beside this thread needs the processor
};

/** Until nothing of what was read to get here is left. */
async function settle() {
  for (let round = 0; round < 4; round++) {
    gc();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const load = await prepare();
await settle();
const before = process.memoryUsage.rss();
[last, lastBusy] = [performance.now(), busyTime()];
tick();
const started = performance.now();
const used = process.cpuUsage();
const loaded = await load();
const ms = performance.now() - started;
const { user, system } = process.cpuUsage(used);
const stalls = { longest, longestBusy }; // collecting garbage below takes its time, too
await settle();
const rss = process.memoryUsage.rss() - before;
process.stdout.write(
  JSON.stringify({ ms, cpuMs: (user + system) / 1000, rss, ...stalls, isLoaded: loaded !== undefined }),
);
process.exit();
