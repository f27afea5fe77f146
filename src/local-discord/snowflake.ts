import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.js';

/** 2015-01-01, where Discord's ids begin to count. */
const EPOCH = 1_420_070_400_000n;
const TIME_SHIFT = 22n;
const COUNTER_LIMIT = 4096;

/** Makes ids that hold their time of creation and never repeat. */
export function createSnowflakes(clock: Clock): () => string {
  let latest = 0n;
  let counter = 0;
  return () => {
    const now = BigInt(clock.now());
    counter = now > latest ? 0 : counter + 1;
    if (now > latest) latest = now;
    if (counter === COUNTER_LIMIT) {
      latest += 1n;
      counter = 0;
    }
    return String(((latest - EPOCH) << TIME_SHIFT) + BigInt(counter));
  };
}

/** A secret that cannot be guessed: interaction tokens, session ids. */
export function createSecret(): string {
  return randomBytes(24).toString('base64url');
}
