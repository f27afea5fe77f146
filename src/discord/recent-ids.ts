/** Which interactions and messages came lately: after a resume Discord may send one a second time, and it is done once. */

/** A resume repeats what was sent in the last minutes. */
const MOST_REMEMBERED = 5000;

export class RecentIds {
  readonly #ids = new Set<string>();

  /** @returns false for an id that came before. */
  isNew(id: string): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const [oldest] = this.#ids;
    if (this.#ids.size > MOST_REMEMBERED && oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}
