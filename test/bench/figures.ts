/** How long things take: medians of things measured by turns, so that what else the machine does hits all of them alike. */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { measure } from 'mitata';

export type Figures = Readonly<Record<string, number | string>>;

/** A round measures each once; the median of the rounds counts. */
const ROUNDS = 5;
const ROUND_MS = 150;

/** @returns milliseconds a call, by name. */
export async function compareTimes(
  contenders: Readonly<Record<string, () => unknown>>,
): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const { p50 } = await measure(run, { min_cpu_time: ROUND_MS * 1e6, min_samples: 8, max_samples: 1e5 });
      (times[name] ??= []).push(p50 / 1e6);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

/** Milliseconds of each of several calls, one behind the other. */
export async function timesOf(calls: number, run: (call: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let call = 0; call < calls; call++) {
    const started = performance.now();
    await run(call);
    times.push(performance.now() - started);
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Prints a table for people and a line of JSON for programs. */
export function report(name: string, figures: Figures): void {
  const load = loadavg()
    .map((one) => one.toFixed(1))
    .join(' ');
  const lines = Object.entries(figures).map(([what, value]) => `  ${what.padEnd(62)} ${format(value)}`);
  console.log([`${name} (load ${load})`, ...lines, JSON.stringify({ name, load, ...figures })].join('\n'));
}

function format(value: number | string): string {
  return typeof value === 'number' ? value.toPrecision(4) : value;
}

export interface Stall {
  /** The longest time that the event loop had to wait, in milliseconds. */
  readonly wall: number;
  /** The same in processor time of the main thread, which other programs do not lengthen; as `wall` where it is not known. */
  readonly busy: number;
}

export async function longestStall(work: () => Promise<unknown>): Promise<Stall> {
  let [isOver, wall, busy] = [false, 0, 0];
  let [last, lastBusy] = [performance.now(), busyTime()];
  const look = (): void => {
    const [now, nowBusy] = [performance.now(), busyTime()];
    [wall, busy] = [Math.max(wall, now - last), Math.max(busy, nowBusy - lastBusy)];
    [last, lastBusy] = [now, nowBusy];
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  try {
    await work();
  } finally {
    isOver = true;
    look();
  }
  return { wall, busy };
}

/** Processor time of the main thread in milliseconds, as Linux counts it; elsewhere the time of day. */
function busyTime(): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return performance.now(); // there is no such file: not Linux
  }
}

/** How long something takes, and how much of the processor: the second says more on a machine that others use as well. */
export async function timeOf(work: () => Promise<unknown>): Promise<{ seconds: number; cpuSeconds: number }> {
  const [started, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
}
