/**
 * One process owns the index folder. The lock is a file that names its owner; one whose owner is gone is taken over, also
 * when its number belongs to another process by now (after a restart of the machine, or in a container, where the number
 * is always the same). Not for a folder that two machines share: the other's processes cannot be seen from here.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { IndexLockedError } from '../errors.js';
import { TEMPORARY_ENDING } from './atomic-storage.js';

const ownerSchema = z.object({
  pid: z.int().positive(),
  /** What tells this process from another with its number: machine start and process start; null where unknown. */
  boot: z.string().nullable(),
  started: z.string().nullable(),
  /** Different each time the lock is taken. */
  id: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

export interface Lock {
  /**
   * Makes sure that the folder is there and owned.
   *
   * @throws IndexLockedError when another process has taken the lock meanwhile: nothing may be written then.
   */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

/** @throws IndexLockedError when a living process owns the folder. */
export async function takeLock(directory: string): Promise<Lock> {
  const file = path.join(directory, 'lock');
  const own: Owner = { ...describeProcess(process.pid), id: randomUUID() };
  for (;;) {
    if (await tryToTake(file, own)) return holdLock(directory, file, own);
    const owner = await readOwner(file);
    if (owner !== undefined && isAlive(owner)) throw new IndexLockedError(directory, owner.pid);
    await removeStale(file, owner);
  }
}

function holdLock(directory: string, file: string, own: Owner): Lock {
  return {
    async assertHeld() {
      const owner = (await readOwner(file)) ?? (await takeAgain(directory, file, own));
      if (owner?.id !== own.id) throw new IndexLockedError(directory, owner?.pid ?? 0);
    },
    async release() {
      if ((await readOwner(file))?.id === own.id) await rm(file, { force: true });
    },
  };
}

/** A lock that was removed by hand, with the whole folder perhaps, belongs to whoever is quickest: the owner that results. */
async function takeAgain(directory: string, file: string, own: Owner): Promise<Owner | undefined> {
  await mkdir(directory, { recursive: true });
  return (await tryToTake(file, own)) ? own : readOwner(file);
}

/** Creates the lock with its content in one step: nobody can meet it half-written. */
async function tryToTake(file: string, own: Owner): Promise<boolean> {
  const draft = `${file}.${own.id}${TEMPORARY_ENDING}`;
  await writeFile(draft, JSON.stringify(own));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    // ENOENT: the owner, which may clear up what is unfinished, was quicker.
    if (isCode(error, 'EEXIST') || isCode(error, 'ENOENT')) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Moves a stale lock away and then looks at what was moved: if another process took the lock over in between, it gets it
 * back. Should a third have come in that very moment, the second notices before it writes (`assertHeld`).
 */
async function removeStale(file: string, stale: Owner | undefined): Promise<void> {
  const moved = `${file}.${randomUUID()}${TEMPORARY_ENDING}`;
  try {
    await rename(file, moved);
    if ((await readOwner(moved))?.id !== stale?.id) await link(moved, file);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(moved, { force: true });
  }
}

/** Undefined when there is no lock, or one that nobody can have written whole. */
async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return ownerSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (isCode(error, 'ENOENT') || error instanceof SyntaxError || error instanceof z.ZodError)
      return undefined;
    throw error;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    if (!isCode(error, 'EPERM')) return false;
  }
  const now = describeProcess(owner.pid);
  return now.boot === owner.boot && now.started === owner.started;
}

function describeProcess(pid: number): Omit<Owner, 'id'> {
  const status = readSystemFile(`/proc/${pid}/stat`);
  // The name in parentheses may hold anything; after it come the state and, twentieth, the start time.
  const fields = status?.slice(status.lastIndexOf(')') + 2).split(' ') ?? [];
  // Z: it has ended, and the process that started it did not ask how (in a container, often nobody does).
  const started = fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
  return { pid, boot: readSystemFile('/proc/sys/kernel/random/boot_id')?.trim() ?? null, started };
}

/** Such files exist on Linux alone; elsewhere the process number has to do. */
function readSystemFile(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
