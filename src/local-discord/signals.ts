import { EventEmitter, once } from 'node:events';

/** Lets others wait for a condition, which is looked at again whenever something happened. */
export class Signals {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  /** Something happened. */
  raise(): void {
    this.#emitter.emit('raised');
  }

  async until(isMet: () => boolean): Promise<void> {
    while (!isMet()) await once(this.#emitter, 'raised');
  }
}
