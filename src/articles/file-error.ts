/** What the operating system says about a file, in words: no codes, and no paths of this machine. */
import { messageOf } from '../errors.js';
import { because, type FileReason, type FileReasonCode } from './file-reason.js';

const REASONS: Readonly<Record<string, FileReasonCode>> = {
  ENOENT: 'vanished',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ENAMETOOLONG: 'longPath',
  ELOOP: 'becameLink',
  EISDIR: 'becameFolder',
  ENOTDIR: 'folderVanished',
  EMFILE: 'manyOpen',
  EIO: 'disk',
};

export function explainFileError(error: unknown): FileReason {
  const code = codeOf(error);
  const known = code === undefined ? undefined : REASONS[code];
  return known === undefined ? because('unreadable', code ?? messageOf(error)) : because(known);
}

/** The system's code such as "ENOENT"; undefined for an error that has none. */
export function codeOf(error: unknown): string | undefined {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}
