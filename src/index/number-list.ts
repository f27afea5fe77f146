/** Numbers one behind the other, in memory that grows and is used again: as arrays, millions would soon be garbage. */

const FIRST_ROOM = 64;

export class NumberList {
  /** Up to `length`; what is behind means nothing. Another array once there was no more room. */
  values = new Uint32Array(FIRST_ROOM);
  length = 0;

  push(number: number): void {
    if (this.length === this.values.length) this.values = longer(this.values, 2 * this.length);
    this.values[this.length++] = number;
  }

  clear(): void {
    this.length = 0;
  }
}

/** A copy with room for more. */
export function longer(column: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(length);
  copy.set(column);
  return copy;
}
