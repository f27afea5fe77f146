/**
 * The one way an interaction is answered: acknowledged at once, then its reply edited in. A command that outlives the
 * interaction's token goes on in a message of the bot's own.
 */
import { MessageFlags, type Message, type RepliableInteraction } from 'discord.js';
import type { Log } from '../log.js';
import { isAlreadyAcknowledged, isTokenGone, isUnknownInteraction } from './discord-errors.js';
import { TOKEN_LIFE_MS } from './limits.js';
import { toPayload, type Reply } from './reply.js';

/** The token is left alone for the last minute of its life. */
const LATEST_EDIT_MS = TOKEN_LIFE_MS - 60_000;
/** Progress is shown no more often than this: five edits in five seconds are allowed for a message. */
const PROGRESS_EVERY_MS = 2500;

export class Responder {
  readonly #interaction: RepliableInteraction;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #began: number;
  #ownMessage: Message | undefined;
  #lastProgress: number;
  #waiting = 0;
  /** Edits are sent one after the other, so that progress never overwrites the result. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(interaction: RepliableInteraction, log: Log, now: () => number = () => performance.now()) {
    this.#interaction = interaction;
    this.#log = log;
    this.#now = now;
    this.#began = now();
    this.#lastProgress = this.#began;
  }

  /** Tells Discord that an answer will come. @returns false when Discord does not wait for one any more. */
  async acknowledge(isPrivate: boolean): Promise<boolean> {
    try {
      await this.#interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
      return true;
    } catch (error) {
      if (isAlreadyAcknowledged(error)) {
        this.#interaction.deferred = true; // discord.js only knows of acknowledgements that it was told of
        return true;
      }
      if (!isUnknownInteraction(error)) throw error;
      this.#log.warn('Discord no longer knew a command when it was acknowledged; nothing can be done', {
        interaction: this.#interaction.id,
        ageMs: Date.now() - this.#interaction.createdTimestamp,
      });
      return false;
    }
  }

  /** Shows how far the command is, unless something was shown a moment ago or is on its way. */
  readonly showProgress = (reply: Reply): void => {
    if (this.#waiting > 0 || this.#now() - this.#lastProgress < PROGRESS_EVERY_MS) return;
    this.#lastProgress = this.#now();
    void this.#show(reply).catch((error: unknown) => {
      this.#log.warn('The progress of a command could not be shown; the command goes on', { error });
    });
  };

  /** Shows the answer. A reply that is gone is logged, all else that Discord refuses is thrown. */
  async finish(reply: Reply): Promise<void> {
    try {
      await this.#show(reply);
    } catch (error) {
      if (!isTokenGone(error)) throw error;
      this.#log.warn('A reply was gone before the answer could be shown', {
        interaction: this.#interaction.id,
      });
    }
  }

  #show(reply: Reply): Promise<void> {
    this.#waiting++;
    const shown = this.#last.then(() => this.#send(reply)).finally(() => this.#waiting--);
    this.#last = shown.catch(() => undefined); // whoever called is told; the next edit does not depend on it
    return shown;
  }

  async #send(reply: Reply): Promise<void> {
    const payload = toPayload(reply);
    const { channel } = this.#interaction;
    if (this.#now() - this.#began < LATEST_EDIT_MS) {
      await this.#interaction.editReply(payload);
    } else if (this.#ownMessage !== undefined) {
      await this.#ownMessage.edit(payload);
    } else if (channel?.isSendable() === true) {
      this.#ownMessage = await channel.send(payload);
    } else {
      this.#log.warn('The result of a long command could not be posted: its channel is not open to the bot', {
        interaction: this.#interaction.id,
      });
    }
  }
}
