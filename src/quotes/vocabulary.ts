/** The different words of a collection, numbered from 1 in the order they come. */

/** A table that grows is written anew in one go; many small ones never hold up the event loop for long. */
const TABLES = 64;

export class Vocabulary {
  readonly #tables = Array.from({ length: TABLES }, () => new Map<string, number>());
  /** Key of each number; 0 is no word. */
  readonly keys: string[] = [''];

  /** Undefined for an unknown word. */
  get(key: string): number | undefined {
    return this.#tableOf(key)?.get(key);
  }

  /** The number of a word, which is a new one for a new word. */
  add(key: string): number {
    const table = this.#tableOf(key);
    const known = table?.get(key);
    if (known !== undefined) return known;
    const number = this.keys.push(key) - 1;
    table?.set(key, number);
    return number;
  }

  #tableOf(key: string): Map<string, number> | undefined {
    const last = key.length - 1;
    const mixed = key.charCodeAt(0) + 31 * key.charCodeAt(last) + 7 * key.charCodeAt(last >> 1) + last;
    return this.#tables[mixed % TABLES];
  }
}
