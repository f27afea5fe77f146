/**
 * Messages that nobody has just asked for: posted or edited by the bot of its own accord, slowly, and never with a ping.
 * What Discord refuses is a value here: nobody waits for it, and whoever sends has to remember it.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Client, Message, SendableChannels } from 'discord.js';
import { explainRefusal, isForbidden, type Refusal } from '../discord-errors.js';
import { toPayload, withRows, type Reply, type ShownPlace } from '../reply.js';
import { readStanding, UNREADABLE, type StandingMessage } from './standing-message.js';

/** Discord allows five messages in five seconds in a channel; answers to people come first. */
const PAUSE_MS = 500;
const pause = (): Promise<unknown> => wait(PAUSE_MS, undefined, { ref: false });

export type Delivery = { readonly kind: 'done'; readonly place: ShownPlace } | Refusal;

export class OwnMessages {
  readonly #client: Client;
  readonly #between: () => Promise<unknown>;
  #last: Promise<unknown> = Promise.resolve();

  /** @param between - waited for behind each message. */
  constructor(client: Client, between = pause) {
    this.#client = client;
    this.#between = between;
  }

  /** @param nonce - the same for the same message: Discord drops a second copy within some minutes. At most 25 characters. */
  post(channelId: string, reply: Reply, nonce: string): Promise<Delivery> {
    return this.#deliver(channelId, (channel) =>
      channel.send({ ...toPayload(reply), nonce, enforceNonce: true }),
    );
  }

  /** Shows a reply in place of what the message shows; its buttons stay. @param render - is given the message as it stands. */
  edit(
    { channelId, messageId }: ShownPlace,
    render: (standing: StandingMessage) => Reply,
  ): Promise<Delivery> {
    return this.#deliver(channelId, async (channel) => {
      const standing = await readMessage(channel, messageId);
      return channel.messages.edit(messageId, toPayload(withRows(render(standing), standing.rows)));
    });
  }

  /** Discord's name for the language of a server; undefined for one that the bot is not in. */
  localeOf(guildId: string | undefined): string | undefined {
    return guildId === undefined ? undefined : this.#client.guilds.cache.get(guildId)?.preferredLocale;
  }

  async #deliver(
    channelId: string,
    send: (channel: SendableChannels) => Promise<Message>,
  ): Promise<Delivery> {
    try {
      const message = await this.#inTurn(async () => {
        const channel = await this.#client.channels.fetch(channelId);
        return channel?.isSendable() === true ? send(channel) : undefined;
      });
      if (message === undefined) return { kind: 'closed', error: 'It is no channel for messages.' };
      return { kind: 'done', place: { channelId, messageId: message.id } };
    } catch (error) {
      return explainRefusal(error);
    }
  }

  /** One after the other, with a pause behind each. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined).then(this.#between); // whoever sent it is told
    return done;
  }
}

/** Who may not read what was said there may still edit what they said. */
async function readMessage(channel: SendableChannels, messageId: string): Promise<StandingMessage> {
  try {
    const { components } = await channel.messages.fetch({ message: messageId, cache: false, force: true });
    return readStanding(components.map((component) => component.toJSON()));
  } catch (error) {
    if (isForbidden(error)) return UNREADABLE;
    throw error;
  }
}
