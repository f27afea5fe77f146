/** Numbers of which nobody knows beforehand how many there will be. */

/** Numbers a block holds; a power of two. */
const BLOCK = 1 << 16;

/** Grows by blocks: doubling one large array would stop everything else while it is copied. */
export class GrowingArray {
  readonly #blocks: Uint32Array[] = [];
  #last = new Uint32Array(0);
  length = 0;

  push(value: number): void {
    const at = this.length & (BLOCK - 1);
    if (at === 0) {
      this.#last = new Uint32Array(BLOCK);
      this.#blocks.push(this.#last);
    }
    this.#last[at] = value;
    this.length++;
  }

  /** One array of all; gives way between blocks, and must not grow meanwhile. */
  async join(pause: () => Promise<void>): Promise<Uint32Array> {
    const joined = new Uint32Array(this.length);
    for (const [at, block] of this.#blocks.entries()) {
      joined.set(block.subarray(0, Math.min(BLOCK, this.length - at * BLOCK)), at * BLOCK);
      await pause();
    }
    return joined;
  }
}
