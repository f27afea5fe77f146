/** The small world that the bot finds: one guild, its channels, threads and members, and a direct channel for each person. */
import { unknownChannel, unknownUser } from './api-error.js';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly discriminator: string;
  readonly avatar: null;
  readonly bot: boolean;
  readonly flags: number;
  readonly public_flags: number;
  readonly primary_guild: null;
}

export interface Channel {
  readonly id: string;
  readonly type: 0 | 1 | 11;
  readonly name?: string;
  /** The channel that a thread is in. */
  readonly parentId?: string;
  /** Whose direct channel it is. */
  readonly recipient?: User;
}

export interface Person {
  readonly name: string;
  readonly permissions: bigint;
}

export const Permission = {
  administrator: 1n << 3n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  useCommands: 1n << 31n,
} as const;

export const EVERYBODY =
  Permission.viewChannel |
  Permission.sendMessages |
  Permission.embedLinks |
  Permission.attachFiles |
  Permission.readHistory |
  Permission.useCommands;

const DEFAULT_LANGUAGE = 'en-US';
const ALL = (1n << 53n) - 1n;
const TEXT_CHANNEL = 0;
const DIRECT_CHANNEL = 1;
const PUBLIC_THREAD = 11;

export class World {
  readonly guildId: string;
  readonly bot: User;
  readonly ownerId: string;
  readonly adminRoleId: string;
  readonly joinedAt: string;
  /** What the bot may do in the guild's channels. */
  botPermissions = EVERYBODY;
  readonly #users = new Map<string, User>();
  readonly #permissions = new Map<string, bigint>();
  readonly #channels = new Map<string, Channel>();
  /** By person; others have the client in English. */
  readonly #languages = new Map<string, string>();
  readonly #createId: () => string;

  constructor(
    createId: () => string,
    now: number,
    readonly locale = 'en-US',
  ) {
    this.#createId = createId;
    this.joinedAt = new Date(now).toISOString();
    this.guildId = createId();
    this.adminRoleId = createId();
    this.bot = this.#addUser('byline-bot', true);
    this.ownerId = this.addMember({ name: 'owner', permissions: Permission.administrator }).id;
  }

  /** @param permissions beyond what everybody may do. */
  addMember({ name, permissions }: Person): User {
    const user = this.#addUser(name, false);
    this.#permissions.set(user.id, EVERYBODY | permissions);
    return user;
  }

  addChannel(name: string): Channel {
    return this.#keep({ id: this.#createId(), type: TEXT_CHANNEL, name });
  }

  /** A thread that everybody in its channel sees. */
  addThread(name: string, parentId: string): Channel {
    return this.#keep({ id: this.#createId(), type: PUBLIC_THREAD, name, parentId });
  }

  /** The channel between the bot and a person. */
  directChannel(userId: string): Channel {
    const recipient = this.user(userId);
    const known = [...this.#channels.values()].find((channel) => channel.recipient?.id === userId);
    return known ?? this.#keep({ id: this.#createId(), type: DIRECT_CHANNEL, recipient });
  }

  hasUser(id: string): boolean {
    return this.#users.has(id);
  }

  user(id: string): User {
    const found = this.#users.get(id);
    if (found === undefined) throw unknownUser();
    return found;
  }

  channel(id: string): Channel {
    const found = this.#channels.get(id);
    if (found === undefined) throw unknownChannel();
    return found;
  }

  get guildChannels(): Channel[] {
    return [...this.#channels.values()].filter(({ type }) => type === TEXT_CHANNEL);
  }

  get threads(): Channel[] {
    return [...this.#channels.values()].filter(isThread);
  }

  /** People of the guild, without the bot. */
  get people(): User[] {
    return [...this.#permissions.keys()].map((id) => this.user(id));
  }

  get memberCount(): number {
    return this.#permissions.size + 1;
  }

  hasMember(userId: string): boolean {
    return userId === this.bot.id || this.#permissions.has(userId);
  }

  /** What a member may do; an administrator may do everything. */
  permissionsOf(userId: string): bigint {
    const own = userId === this.bot.id ? this.botPermissions : (this.#permissions.get(userId) ?? 0n);
    return (own & Permission.administrator) === 0n ? own : ALL;
  }

  /** In which somebody has the client, as Discord names it. */
  languageOf(userId: string): string {
    return this.#languages.get(userId) ?? DEFAULT_LANGUAGE;
  }

  setLanguage(userId: string, language: string): void {
    this.#languages.set(userId, language);
  }

  #addUser(name: string, isBot: boolean): User {
    const fields = { global_name: isBot ? null : name, discriminator: isBot ? '0001' : '0', avatar: null };
    const flags = { flags: 0, public_flags: 0, primary_guild: null };
    const user: User = { id: this.#createId(), username: name, bot: isBot, ...fields, ...flags };
    this.#users.set(user.id, user);
    return user;
  }

  #keep(channel: Channel): Channel {
    this.#channels.set(channel.id, channel);
    return channel;
  }
}

export function isThread({ type }: Channel): boolean {
  return type === PUBLIC_THREAD;
}

export function isDirect({ type }: Channel): boolean {
  return type === DIRECT_CHANNEL;
}
