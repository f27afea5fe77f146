/** What the operating system says about a file, in words: no codes, and no paths of this machine. */
import { messageOf } from '../errors.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'vanished while it was being read',
  EACCES: 'may not be read by this program (permission denied)',
  EPERM: 'may not be read by this program (permission denied)',
  ENAMETOOLONG: 'its path is too long',
  ELOOP: 'became a link while it was being read',
  EISDIR: 'became a folder while it was being read',
  ENOTDIR: 'its folder vanished while it was being read',
  EMFILE: 'too many files are open',
  EIO: 'the disk could not read it',
};

export function explainFileError(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) return `could not be read (${messageOf(error)})`;
  return REASONS[code] ?? `could not be read (${code})`;
}

/** The system's code such as "ENOENT"; undefined for an error that has none. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}
