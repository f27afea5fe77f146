/**
 * Which interactions and messages came lately: after a resume Discord may send one a second time, and it is done once. A new
 * process begins a session of its own, to which nothing is sent again. Should it be all the same, what is kept stands under
 * the id of what was asked (`Asking.eventId`), or is a set: it is kept once, and the same message is edited once more.
 */

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
