/** Ids that people read out and type: Crockford's base 32, without the letters that look like digits. */
import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 40 bits: among 20,000 receipts one guess in 50 million meets one. */
const LENGTH = 8;

export function createId(): string {
  return spell(randomBytes(LENGTH));
}

/** The same id for the same cause, so that what is done twice for one cause is kept once. */
export function idFor(cause: string): string {
  return spell(createHash('sha256').update(cause).digest().subarray(0, LENGTH));
}

function spell(bytes: Buffer): string {
  return [...bytes].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** What was typed, as it was meant: any case, O for 0, I and L for 1, spaces and hyphens anywhere. */
export function normalizeId(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
}
