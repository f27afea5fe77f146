/**
 * The one way an interaction is answered: acknowledged at once, then its reply edited in. A command that outlives the
 * interaction's token goes on in a message of the bot's own.
 */
import { MessageFlags, type Message, type RepliableInteraction } from 'discord.js';
import type { Log } from '../log.js';
import type { Acknowledgement } from './component.js';
import { isAlreadyAcknowledged, isTokenGone, isUnknownInteraction } from './discord-errors.js';
import { toModal, type Form } from './form.js';
import { TOKEN_LIFE_MS } from './limits.js';
import { toPayload, type Reply } from './reply.js';
import type { Outcome, Stage } from './stage.js';

/** The token is left alone for the last minute of its life. */
const LATEST_EDIT_MS = TOKEN_LIFE_MS - 60_000;
/** Progress is shown no more often than this: five edits in five seconds are allowed for a message. */
const PROGRESS_EVERY_MS = 2500;

export class Responder implements Stage {
  readonly #interaction: RepliableInteraction;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #began: number;
  #isUpdate = false;
  /** Further messages, until the answer is shown. */
  readonly #further: (() => Promise<void>)[] = [];
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
  async acknowledge(acknowledgement: Acknowledgement): Promise<boolean> {
    this.#isUpdate = acknowledgement === 'update';
    return this.#respondFirst(() => this.#defer(acknowledgement));
  }

  /** Answers with a form, instead of an acknowledgement. */
  async open(form: Form): Promise<void> {
    const interaction = this.#interaction;
    if (interaction.isModalSubmit()) throw new Error('A form cannot be answered with a form');
    await this.#respondFirst(() => interaction.showModal(toModal(form)));
  }

  readonly showProgress = (reply: Reply): void => {
    if (this.#waiting > 0 || this.#now() - this.#lastProgress < PROGRESS_EVERY_MS) return;
    this.#lastProgress = this.#now();
    void this.#inTurn(async () => void (await this.#send(reply))).catch((error: unknown) => {
      this.#log.warn('The progress of a command could not be shown; the command goes on', { error });
    });
  };

  readonly tell = async (reply: Reply): Promise<void> => {
    const send = (): Promise<void> => this.#followUp(reply, true);
    if (this.#isUpdate) await this.#orLog(send);
    else this.#further.push(send);
  };

  readonly post = async (reply: Reply): Promise<void> => {
    const send = (): Promise<void> => this.#followUp(reply, false);
    if (this.#isUpdate) await send();
    else this.#further.push(send);
  };

  /**
   * Shows the answer. A reply that is gone is logged; thrown is all else that Discord refuses, and that a message to be
   * updated is gone, which the person does not know.
   */
  async finish(outcome: Outcome): Promise<void> {
    try {
      await this.#inTurn(() => this.#settle(outcome));
    } catch (error) {
      const isAwaited = this.#isUpdate && typeof outcome === 'object';
      if (isAwaited || !isTokenGone(error)) throw error;
      this.#log.warn('A reply was gone before the answer could be shown', {
        interaction: this.#interaction.id,
      });
    }
    for (const send of this.#further.splice(0)) await this.#orLog(send);
  }

  /** Tells of a failure; a message that was to be updated stays as it is, because others see it too. */
  async fail(reply: Reply): Promise<void> {
    if (this.#isUpdate) await this.tell(reply);
    else await this.finish(reply);
  }

  async #defer(acknowledgement: Acknowledgement): Promise<void> {
    const interaction = this.#interaction;
    if (acknowledgement !== 'update') {
      const isPrivate = acknowledgement === 'private reply';
      await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
    } else if (
      interaction.isMessageComponent() ||
      (interaction.isModalSubmit() && interaction.isFromMessage())
    ) {
      await interaction.deferUpdate();
    } else {
      throw new Error('Only components have a message to update');
    }
  }

  /** @returns false when Discord does not wait for a response any more. */
  async #respondFirst(respond: () => Promise<unknown>): Promise<boolean> {
    try {
      await respond();
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

  async #followUp(reply: Reply, isPrivate: boolean): Promise<void> {
    const { flags, ...payload } = toPayload(reply);
    const own = isPrivate ? ([flags, MessageFlags.Ephemeral] as const) : ([flags] as const);
    const message = await this.#interaction.followUp({ ...payload, flags: own });
    reply.onShown?.({ messageId: message.id, channelId: message.channelId });
  }

  async #orLog(send: () => Promise<void>): Promise<void> {
    try {
      await send();
    } catch (error) {
      this.#log.warn('A message beside an answer could not be sent', { error });
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#waiting++;
    const done = this.#last.then(work).finally(() => this.#waiting--);
    this.#last = done.catch(() => undefined); // whoever called is told; the next edit does not depend on it
    return done;
  }

  async #settle(outcome: Outcome): Promise<void> {
    if (typeof outcome === 'object') {
      const message = await this.#send(outcome);
      if (message !== undefined) outcome.onShown?.({ messageId: message.id, channelId: message.channelId });
    } else if (outcome === 'remove' || !this.#isUpdate) {
      await this.#interaction.deleteReply(); // what "is thinking" would do so for ever
    }
  }

  async #send(reply: Reply): Promise<Message | undefined> {
    const payload = toPayload(reply);
    const { channel } = this.#interaction;
    if (this.#now() - this.#began < LATEST_EDIT_MS) return this.#interaction.editReply(payload);
    if (this.#ownMessage !== undefined) return this.#ownMessage.edit(payload);
    if (channel?.isSendable() === true) {
      this.#ownMessage = await channel.send(payload);
      return this.#ownMessage;
    }
    this.#log.warn('The result of a long command could not be posted: its channel is not open to the bot', {
      interaction: this.#interaction.id,
    });
    return undefined;
  }
}
