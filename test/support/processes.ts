/** Looks at processes from outside, by what Linux tells of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { vi } from 'vitest';

interface ProcessState {
  readonly parent: number;
  /** One letter; Z is a process that has ended and was not yet asked how. */
  readonly state: string;
}

/** Process numbers of the children of a process, of those that run the given script. */
export function childrenOf(parent: number, script: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && stateOf(pid)?.parent === parent)
    .filter((pid) => isRunning(pid) && readProcFile(pid, 'cmdline')?.includes(script));
}

export function isRunning(pid: number): boolean {
  const state = stateOf(pid)?.state;
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** Resolves when the process has ended, whoever its parent is by now. */
export async function endOf(pid: number): Promise<void> {
  await vi.waitUntil(() => !isRunning(pid), { timeout: 20_000, interval: 20 });
}

function stateOf(pid: number): ProcessState | undefined {
  const status = readProcFile(pid, 'stat');
  if (status === undefined) return undefined;
  // The name in parentheses may hold anything; state and parent follow it.
  const [state = '', parent = ''] = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return { state, parent: Number(parent) };
}

function readProcFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined; // it has ended meanwhile
  }
}
