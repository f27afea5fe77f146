/** Runs the compiled program as its users do: as a process of its own, knowing nothing of its code. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Finished {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly process: ChildProcess;
  readonly finished: Promise<Finished>;
  /** What it has printed so far, both streams. */
  output(): string;
}

export type Environment = Readonly<Record<string, string>>;

/** Starts `npm start`'s program, the command line, or the evaluation. It sees only the given settings, and is killed behind the test. */
export function startProgram(
  entry: 'main' | 'cli' | 'eval',
  environment: Environment,
  args: readonly string[] = [],
): Program {
  return watch(process.execPath, [`dist/src/${entry}.js`, ...args], environment);
}

/** Starts the program as the README says; its scripts must have been compiled. */
export function startNpm(environment: Environment): Program {
  return watch('npm', ['start', '--ignore-scripts'], environment);
}

function watch(command: string, args: readonly string[], environment: Environment): Program {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DOTENV_CONFIG_PATH: '/dev/null', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = once(child, 'close').then((): Finished => ({ status: child.exitCode, stdout, stderr }));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await finished;
  });
  return { process: child, finished, output: () => stdout + stderr };
}

/** Runs the command line to its end. */
export function runCli(environment: Environment, ...args: readonly string[]): Promise<Finished> {
  return startProgram('cli', environment, args).finished;
}
