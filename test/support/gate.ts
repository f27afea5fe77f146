/** Holds something up until a test lets it pass, and tells when it has come. */
import { EventEmitter, once } from 'node:events';

export interface Gate {
  /** Waits here; passes at once when the gate is open. */
  pass(): Promise<void>;
  /** Resolves when somebody has come to the gate. */
  readonly reached: Promise<unknown>;
  open(): void;
}

export function createGate(): Gate {
  const events = new EventEmitter().setMaxListeners(0);
  const reached = once(events, 'reached');
  let isOpen = false;
  return {
    reached,
    async pass() {
      events.emit('reached');
      if (!isOpen) await once(events, 'open');
    },
    open() {
      isOpen = true;
      events.emit('open');
    },
  };
}
