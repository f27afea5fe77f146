/** What one person sees: the guild, the channels, the messages, each in the form in which the page gets it. */
import type { Command, CommandStore } from './commands.js';
import { textsOf } from './component-tree.js';
import type { Interactions } from './interactions.js';
import { LANGUAGES } from './languages.js';
import { localizeCommand } from './localize-commands.js';
import { isEphemeral, MessageFlag, type Message } from './message.js';
import type { MessageStore } from './messages.js';
import { PageError } from './page-error.js';
import { guildPayload } from './payloads.js';
import type { Person } from './person.js';
import { isDirect, Permission, type Channel, type User, type World } from './world.js';

const EXCERPT_LENGTH = 100;

/** A message with what Discord's client shows around it. */
export interface SeenMessage extends Message {
  readonly isEphemeral: boolean;
  /** The bot has promised an answer. */
  readonly isLoading: boolean;
  /** The command that the message answers. */
  readonly invokedBy?: { readonly userName: string; readonly commandName: string };
  /** The message that it replies to, or whose menu or button was used. */
  readonly replyTo?: { readonly id: string; readonly authorName: string; readonly excerpt: string };
}

interface SeenMember {
  readonly id: string;
  readonly name: string;
  readonly isAdministrator: boolean;
}

interface SeenChannel {
  readonly id: string;
  readonly name: string;
  readonly isDirect: boolean;
}

interface PageState {
  /** The person and the channel that are shown. */
  readonly user: string;
  readonly channel: string;
  readonly bot: { readonly id: string; readonly name: string; readonly isConnected: boolean };
  readonly guild: { readonly id: string; readonly name: string };
  readonly members: readonly SeenMember[];
  readonly channels: readonly SeenChannel[];
  readonly commands: readonly Command[];
  readonly messages: readonly SeenMessage[];
  /** In which the person has the client, and which there are. */
  readonly language: string;
  readonly languages: typeof LANGUAGES;
  /** Texts to try. */
  readonly examples: readonly string[];
}

export interface PageViewParts {
  readonly world: World;
  readonly commands: CommandStore;
  readonly messages: MessageStore;
  readonly interactions: Interactions;
  readonly person: Person;
  readonly isConnected: () => boolean;
  readonly examples: readonly string[];
}

export class PageView {
  /** Messages for one person alone, who does not want to see them any more. */
  readonly #dismissed = new Set<string>();

  constructor(readonly parts: PageViewParts) {}

  state(user: User, channel: Channel): PageState {
    const { world, messages, isConnected, examples } = this.parts;
    const { id, name } = guildPayload(world);
    return {
      user: user.id,
      channel: channel.id,
      bot: { id: world.bot.id, name: world.bot.username, isConnected: isConnected() },
      guild: { id: String(id), name: String(name) },
      members: this.members.map((member) => describeMember(member, world)),
      channels: this.#channelsOf(user).map((one) => describeChannel(one, world)),
      language: world.languageOf(user.id),
      languages: LANGUAGES,
      commands: this.commandsOf(user, channel),
      messages: messages.list(channel.id).flatMap((message) => this.see(message, user) ?? []),
      examples,
    };
  }

  /** People whom the page can speak as; the owner, whom nobody asked for, is none of them. */
  get members(): readonly User[] {
    const { people, ownerId } = this.parts.world;
    return people.filter(({ id }) => id !== ownerId);
  }

  /** @throws PageError 404 */
  user(id: string | undefined): User {
    const found = this.members.find((member) => id === undefined || member.id === id);
    if (found === undefined) throw new PageError(404, 'There is no such member.');
    return found;
  }

  /** Those that the person is offered, under the names of their language. */
  commandsOf(user: User, channel?: Channel): readonly Command[] {
    const { person, world } = this.parts;
    const language = world.languageOf(user.id);
    const place = channel === undefined ? {} : { channel: channel.id };
    return person
      .usableCommands({ user: user.id, ...place })
      .map((command) => localizeCommand(command, language));
  }

  /** A thread stands behind all channels. */
  #channelsOf(user: User): Channel[] {
    const { world } = this.parts;
    return [...world.guildChannels, ...world.threads, world.directChannel(user.id)];
  }

  /** A channel that the person can open. @throws PageError 404 */
  channel(id: string | undefined, user: User): Channel {
    const found = this.#channelsOf(user).find((channel) => id === undefined || channel.id === id);
    if (found === undefined) throw new PageError(404, 'There is no such channel.');
    return found;
  }

  /** @throws PageError 404, also for a message that somebody else sees. */
  message(id: string, user: User): Message {
    const found = this.parts.messages.find(id);
    if (found === undefined || !this.isSeenBy(found, user))
      throw new PageError(404, 'There is no such message.');
    return found;
  }

  /** @throws PageError 400 when everybody sees the message. */
  dismiss(id: string, user: User): Message {
    const message = this.message(id, user);
    if (!isEphemeral(message))
      throw new PageError(400, 'Everybody sees this message; it cannot be dismissed.');
    this.#dismissed.add(message.id);
    return message;
  }

  /** @returns undefined where the person does not see the message. */
  see(message: Message, user: User): SeenMessage | undefined {
    if (!this.isSeenBy(message, user)) return undefined;
    const invokedBy = this.#invokedBy(message);
    const replyTo = this.#replyTo(message, user);
    return {
      ...message,
      isEphemeral: isEphemeral(message),
      isLoading: (message.flags & MessageFlag.loading) !== 0,
      ...(invokedBy !== undefined && { invokedBy }),
      ...(replyTo !== undefined && { replyTo }),
    };
  }

  /** Whether it stands in a channel of the person's, is not for somebody else, and was not dismissed. */
  isSeenBy({ id, channel_id }: Message, user: User): boolean {
    const { world, messages } = this.parts;
    const channel = world.channel(channel_id);
    const isOpen = !isDirect(channel) || channel.recipient?.id === user.id;
    return isOpen && (messages.visibleTo(id) ?? user.id) === user.id && !this.#dismissed.has(id);
  }

  #invokedBy({ interaction_metadata }: Message): SeenMessage['invokedBy'] {
    const start = this.parts.interactions.withId(String(interaction_metadata?.['id']))?.start;
    if (start?.commandName === undefined) return undefined;
    return { userName: nameOf(this.parts.world.user(start.userId)), commandName: start.commandName };
  }

  #replyTo({ message_reference, interaction_metadata: about }: Message, user: User): SeenMessage['replyTo'] {
    const id =
      message_reference?.message_id ?? about?.['target_message_id'] ?? about?.['interacted_message_id'];
    const target = typeof id === 'string' ? this.parts.messages.find(id) : undefined;
    if (target === undefined || !this.isSeenBy(target, user)) return undefined;
    return { id: target.id, authorName: nameOf(target.author), excerpt: excerptOf(target) };
  }
}

function describeMember(user: User, world: World): SeenMember {
  const isAdministrator = (world.permissionsOf(user.id) & Permission.administrator) !== 0n;
  return { id: user.id, name: nameOf(user), isAdministrator };
}

function describeChannel(channel: Channel, { bot }: World): SeenChannel {
  return { id: channel.id, name: channel.name ?? bot.username, isDirect: isDirect(channel) };
}

function nameOf({ global_name, username }: User): string {
  return global_name ?? username;
}

function excerptOf({ content, components }: Message): string {
  const text = [content, ...textsOf(components)].find((one) => one !== '') ?? '';
  return [...text].slice(0, EXCERPT_LENGTH).join('');
}
