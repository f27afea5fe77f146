/** The embedding process as its parent sees it: requests go in; parsed replies, and one end, come out. */
import { fork } from 'node:child_process';
import { messageOf } from '../errors.js';
import type { Log } from '../log.js';
import { replySchema, type Reply, type Request } from './messages.js';

/**
 * For the C library of Linux (others ignore it): one heap, and memory that is free goes back to the system. With
 * `--optimize-for-size` this makes a process of 190 MB one of 140 MB, and nothing slower.
 */
const SMALL_HEAP = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '1000000' };

export interface ChildOptions {
  /** Compiled entry of the child. */
  readonly path: string;
  readonly log: Log;
  /** Not called any more once the process has ended. */
  readonly onReply: (reply: Reply) => void;
  /** Called once, also when the process could not be started. */
  readonly onEnd: (reason: string) => void;
}

export interface Child {
  /** A message to a process that is just ending is lost; `onEnd` follows. */
  send(request: Request): void;
  kill(): void;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
}

export function startChild({ path, log, onReply, onEnd }: ChildOptions): Child {
  const child = fork(path, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // Nothing is handed on: a debugger's port, for one, can only be given once.
    execArgv: ['--optimize-for-size'],
    env: { ...process.env, ...SMALL_HEAP },
  });
  let isGone = false;
  const ended = new Promise<void>((resolve) => {
    const end = (reason: string): void => {
      if (isGone) return;
      isGone = true;
      resolve();
      onEnd(reason);
    };
    child.once('exit', (code, signal) => end(`it ended with ${signal ?? `status ${code}`}`));
    // Without a process number it never began, and no 'exit' will follow.
    child.on('error', (error) => (child.pid === undefined ? end(error.message) : tellLost(error)));
  });
  child.on('message', (message) => {
    if (isGone) return;
    const { success, data, error } = replySchema.safeParse(message);
    if (success) return onReply(data);
    log.error('The embedding process said something that was not understood', { reason: error.message });
    child.kill('SIGKILL');
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => logOutput(log, text));

  const tellLost = (error: Error): void =>
    log.debug('The embedding process did not take a message', { reason: messageOf(error) });
  const send = (request: Request): void => {
    child.send(request, (error) => (error === null ? undefined : tellLost(error)));
  };
  return { send, kill: () => void child.kill('SIGKILL'), ended };
}

function logOutput(log: Log, text: string): void {
  for (const line of text.split('\n')) {
    if (line.trim() !== '') log.warn('The embedding process says', { line });
  }
}
