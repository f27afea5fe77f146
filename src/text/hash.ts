import { createHash } from 'node:crypto';

/** SHA-256 of a text (as UTF-8) or of bytes, in hexadecimal: 64 characters. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
