/**
 * A Discord on loopback: gateway and REST v10, complete and strict enough for an unchanged bot with the stock client of
 * discord.js, told by its `rest.api` option to talk to `apiUrl`. It knows nothing of the bot it serves. People see it at `pageUrl`.
 */
import type { Command } from './commands.js';
import type { Fault } from './faults.js';
import type { GatewayCounts } from './gateway.js';
import type { Interaction } from './interaction.js';
import type { Message } from './message.js';
import type { MessageEvent } from './messages.js';
import { createParts, type LocalDiscordOptions, type Parts } from './parts.js';
import { Person } from './person.js';
import { channelPayload } from './payloads.js';
import type { RecordedRequest } from './requests.js';
import { Permission } from './world.js';

export { textsOf } from './component-tree.js';
export type { Clock } from './clock.js';
export type { Command } from './commands.js';
export type { Fault, FaultResponse } from './faults.js';
export type { Interaction } from './interaction.js';
export { MessageFlag, type Message } from './message.js';
export type { MessageEvent } from './messages.js';
export type { LocalDiscordOptions } from './parts.js';
export type { RecordedRequest } from './requests.js';
export { CallbackType } from './validate-callbacks.js';
export { Permission } from './world.js';

/** Starts a Discord of one guild, with an administrator, a member, a channel, and a bot that has not logged in yet. */
export async function startLocalDiscord(options: LocalDiscordOptions = {}): Promise<LocalDiscord> {
  return new LocalDiscord(await createParts(options));
}

/** Acts as people (see `Person`), shows what the bot did, and lets things go wrong. */
export class LocalDiscord extends Person {
  readonly token: string;
  /** Also the id of the bot's user. */
  readonly applicationId: string;
  readonly guildId: string;
  /** The guild's first channel. */
  readonly channelId: string;
  /** Ids of two people: one may do everything, one what everybody may. */
  readonly administrator: string;
  readonly member: string;
  readonly #parts: Parts;

  /** Use `startLocalDiscord`. */
  constructor(parts: Parts) {
    super(parts.personOptions);
    this.#parts = parts;
    this.token = parts.token;
    this.applicationId = parts.world.bot.id;
    this.guildId = parts.world.guildId;
    this.channelId = parts.channelId;
    this.administrator = parts.administrator;
    this.member = parts.member;
  }

  /** For the `rest.api` option of discord.js, which appends the version. */
  get apiUrl(): string {
    return `http://${this.#parts.status.host}/api`;
  }

  /** Where people see the guild, in a browser. */
  get pageUrl(): string {
    return `http://${this.#parts.status.host}/`;
  }

  /** Ends all connections and frees the port. */
  close(): Promise<void> {
    return this.#parts.server.close();
  }

  /** Adds a person to the guild. @returns the id. */
  addMember(name: string, permissions = 0n): string {
    return this.#parts.world.addMember({ name, permissions }).id;
  }

  addAdministrator(name: string): string {
    return this.addMember(name, Permission.administrator);
  }

  /** @returns the id of a new text channel. */
  addChannel(name: string): string {
    return this.#parts.world.addChannel(name).id;
  }

  /** @returns the id of a new thread in a channel, of which the bot is told. */
  addThread(name: string, channelId = this.channelId): string {
    const { world, gateway } = this.#parts;
    const thread = world.addThread(name, channelId);
    gateway.dispatch({ t: 'THREAD_CREATE', d: { ...channelPayload(world, thread), newly_created: true } });
    return thread.id;
  }

  /** From now on every event comes twice, as it may behind a connection that was lost. */
  deliverTwice(): void {
    this.#parts.gateway.copies = 2;
  }

  /** Sends an interaction or a message to the bot once more, also to one that was started meanwhile. */
  deliverAgain(id: string): void {
    this.#parts.gateway.deliverAgain(id);
  }

  /** Tells the bot that it was removed from the guild. */
  removeBot(): void {
    this.#parts.gateway.dispatch({ t: 'GUILD_DELETE', d: { id: this.guildId } });
  }

  /** @returns the id of the channel between the bot and a person. */
  directChannel(userId: string): string {
    return this.#parts.world.directChannel(userId).id;
  }

  /** What the bot may do in the guild's channels, as sums of `Permission`. */
  setBotPermissions(permissions: bigint): void {
    this.#parts.world.botPermissions = permissions;
  }

  /** Registered commands: global ones, or those of a guild. */
  commands(guildId?: string): readonly Command[] {
    return this.#parts.commands.list(guildId);
  }

  /** Messages of a channel, oldest first, those that one person sees included. */
  messages(channelId = this.channelId): readonly Message[] {
    return this.#parts.messages.list(channelId);
  }

  /** Deletes a message, whoever wrote it, as a moderator would. */
  removeMessage(id: string): void {
    this.#parts.messages.delete(id);
  }

  /** Calls `listener` whenever a message is created, edited or deleted. @returns a function that ends that. */
  onMessage(listener: (event: MessageEvent) => void): () => void {
    return this.#parts.messages.listen(listener);
  }

  /** Every request that the bot made, oldest first. */
  get requests(): readonly RecordedRequest[] {
    return this.#parts.requests;
  }

  /** How often clients identified, resumed and sent heartbeats. */
  get gatewayCounts(): Readonly<GatewayCounts> {
    return this.#parts.gateway.counts;
  }

  /** Interactions that wait for their first response. */
  get waiting(): readonly Interaction[] {
    return this.#parts.interactions.waiting;
  }

  /** Waits until a client is connected and was sent READY and its guilds. */
  whenReady(): Promise<void> {
    return this.#parts.signals.until(() => this.#parts.gateway.isConnected);
  }

  /**
   * Waits until the bot has registered its commands, or has read some that were registered before. A bot that logs out
   * properly is forgotten: then this waits for the next one.
   */
  whenRegistered(): Promise<void> {
    return this.#parts.signals.until(() => this.#parts.status.isRegistered);
  }

  /** Waits until no client is registered: the last one has logged out properly. */
  whenGone(): Promise<void> {
    return this.#parts.signals.until(() => !this.#parts.status.isRegistered);
  }

  /** Waits for a message of the bot, sent before or after the call. */
  async whenSent(isWanted: (message: Message) => boolean, channelId = this.channelId): Promise<Message> {
    const find = (): Message | undefined =>
      this.messages(channelId).find((message) => message.author.bot && isWanted(message));
    await this.#parts.signals.until(() => find() !== undefined);
    const found = find();
    if (found === undefined) throw new Error('The message was deleted at once.');
    return found;
  }

  /** Waits for a request that was answered, before or after the call. */
  async whenRequested(isWanted: (request: RecordedRequest) => boolean): Promise<RecordedRequest> {
    const find = (): RecordedRequest | undefined =>
      this.requests.find((request) => request.status !== undefined && isWanted(request));
    await this.#parts.signals.until(() => find() !== undefined);
    const found = find();
    if (found === undefined) throw new Error('The request is gone.');
    return found;
  }

  /** Lets something go wrong with the next requests that fit. */
  fault(fault: Fault): void {
    this.#parts.faults.add(fault);
  }

  /** Cuts all connections of the gateway; clients can resume. */
  cutSockets(): void {
    this.#parts.gateway.cut();
  }

  /** Op 7. */
  requestReconnect(): void {
    this.#parts.gateway.requestReconnect();
  }

  /** Op 9. */
  invalidateSession({ resumable }: { readonly resumable: boolean }): void {
    this.#parts.gateway.invalidate(resumable);
  }

  /** From now on heartbeats stay without an answer (or get one again), so that clients take the connection for dead. */
  stopHeartbeats(stopped = true): void {
    this.#parts.gateway.answersHeartbeats = !stopped;
  }
}
