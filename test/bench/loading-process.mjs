/**
 * Loads one index in a process of its own and tells how long that took and how much memory it added.
 *
 *     node --expose-gc loading-process.mjs own|json|protobuf FOLDER
 */
import { JsonCodec, LocalIndex, ProtobufCodec } from 'vectra';
import { AtomicStorage } from '../../dist/src/index/atomic-storage.js';
import { readGeneration } from '../../dist/src/index/generation.js';

const [kind, folder] = process.argv.slice(2);
const codec = kind === 'json' ? new JsonCodec() : new ProtobufCodec();

let longest = 0;
let last = performance.now();
const tick = () => {
  const now = performance.now();
  longest = Math.max(longest, now - last);
  last = now;
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
tick();
const started = performance.now();
const loaded =
  kind === 'own'
    ? await readGeneration(folder, new AtomicStorage())
    : await new LocalIndex(folder, undefined, undefined, codec).listItems();
const ms = performance.now() - started;
const stall = longest; // collecting garbage below takes its time, too
await settle();
const rss = process.memoryUsage.rss() - before;
process.stdout.write(JSON.stringify({ ms, rss, longest: stall, isLoaded: loaded !== undefined }));
process.exit();
