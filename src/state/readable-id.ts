/** Ids that people read out and type: Crockford's base 32, without the letters that look like digits. */
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 40 bits: among 20,000 receipts one guess in 50 million meets one. */
const LENGTH = 8;

export function createId(): string {
  return [...randomBytes(LENGTH)].map((byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

/** What was typed, as it was meant: any case, O for 0, I and L for 1, spaces and hyphens anywhere. */
export function normalizeId(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
}
