/** One interaction, from the person's act to the last edit of the answer. */
import { EventEmitter, once } from 'node:events';
import { isEphemeral, type Message } from './message.js';
import type { Placement } from './messages.js';
import { CallbackType, type Choice, type Modal } from './validate-callbacks.js';

export const InteractionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** A request about this interaction that was refused. */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export interface InteractionStart {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly createdAt: number;
  readonly channelId: string;
  readonly userId: string;
  /** The message whose component was used. */
  readonly source?: Message;
  /** How a reply stands in its channel. */
  readonly placement: Placement;
  /** Autocomplete on a number. */
  readonly isNumeric: boolean;
  /** Of the command that was used. */
  readonly commandName?: string;
}

/**
 * What a test, or a page, sees of an interaction. Everything is up to date at any time; `responded` and `settled` wait.
 */
export class Interaction {
  readonly id: string;
  /** From the person's act to the first response; undefined until there is one. */
  acknowledgedAfterMs: number | undefined;
  callbackType: CallbackType | undefined;
  /** Whether the reply is seen by one person only; decided by the first response. */
  isEphemeral = false;
  /** Current state of the original reply, or of the message whose component was used. */
  message: Message | undefined;
  /** The original after each edit, oldest first. */
  readonly edits: Message[] = [];
  readonly followUps: Message[] = [];
  modal: Modal | undefined;
  choices: readonly Choice[] | undefined;
  readonly refusals: Refusal[] = [];
  /** What a person would see as failure: no response in time, or no answer before the token expired. */
  error: Error | undefined;
  /** The original was deleted. */
  isDeleted = false;
  readonly #changes = new EventEmitter().setMaxListeners(0);

  constructor(readonly start: InteractionStart) {
    this.id = start.id;
  }

  /** Waits for the first response. @throws what went wrong. */
  async responded(): Promise<this> {
    while (this.callbackType === undefined) await this.#nextChange();
    return this;
  }

  /**
   * Waits for the answer to be complete: after a deferral its first edit, else the first response.
   *
   * @throws what went wrong, or that the response was none with a message.
   */
  async settled(): Promise<Message> {
    await this.responded();
    while (!this.isSettled) await this.#nextChange();
    if (this.message === undefined) throw new Error('The interaction was answered without a message.');
    return this.message;
  }

  /** Whether the answer is complete. */
  get isSettled(): boolean {
    if (this.callbackType === undefined) return false;
    const isDeferred =
      this.callbackType === CallbackType.deferredMessage || this.callbackType === CallbackType.deferredUpdate;
    return !isDeferred || this.edits.length > 0 || this.isDeleted;
  }

  /** Calls `listener` after each change. */
  listen(listener: () => void): void {
    this.#changes.on('change', listener);
  }

  /** Called by the server alone, after each change. */
  changed(): void {
    this.#changes.emit('change');
  }

  /** Called by the server alone. */
  fail(error: Error): void {
    this.error = error;
    this.changed();
  }

  /** Called by the server alone. */
  acknowledge(type: CallbackType, afterMs: number, message?: Message): void {
    this.callbackType = type;
    this.acknowledgedAfterMs = afterMs;
    this.message = message;
    this.isEphemeral = message !== undefined && isEphemeral(message);
    this.changed();
  }

  /** Called by the server alone. */
  keepEdit(message: Message): void {
    this.message = message;
    this.edits.push(message);
    this.changed();
  }

  async #nextChange(): Promise<void> {
    if (this.error !== undefined) throw this.error;
    await once(this.#changes, 'change');
    if (this.error !== undefined) throw this.error;
  }
}
