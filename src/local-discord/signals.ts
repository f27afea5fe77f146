import { EventEmitter, once } from 'node:events';

/** Lets others wait for a condition, which is looked at again whenever something happened. */
export class Signals {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  /** Something happened. */
  raise(): void {
    this.#emitter.emit('raised');
  }

  /** Calls `listener` whenever something happened. */
  listen(listener: () => void): void {
    this.#emitter.on('raised', listener);
  }

  async until(isMet: () => boolean): Promise<void> {
    while (!isMet()) await once(this.#emitter, 'raised');
  }
}
