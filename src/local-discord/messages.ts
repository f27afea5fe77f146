/** All messages of the world, and how they come to be: written by people, sent and edited by the bot. */
import { emptyMessage, notTheAuthor, unknownMessage } from './api-error.js';
import type { Clock } from './clock.js';
import { settleComponents, textsOf } from './component-tree.js';
import { NONCE_LIFE_MS } from './limits.js';
import { findMentions, type Mentions } from './mentions.js';
import { MessageFlag, MessageType, type Attachment, type Message } from './message.js';
import { refuseProblems, type Problem } from './problems.js';
import type { Upload, UploadStore } from './uploads.js';
import {
  findMessageProblems,
  type AllowedMentions,
  type AttachmentRequest,
  type Draft,
  type MessageCreate,
  type MessageEdit,
} from './validate-messages.js';
import type { User, World } from './world.js';

export type MessageEvent = {
  readonly kind: 'created' | 'edited' | 'deleted';
  readonly message: Message;
  /** Only this person sees the message. */
  readonly visibleTo?: string;
};

/** Where a message goes and what it is, beside what its author wrote. */
export interface Placement {
  readonly channelId: string;
  readonly author: User;
  readonly type?: number;
  /** Flags that the author could not set. */
  readonly flags?: number;
  readonly visibleTo?: string;
  readonly replyTo?: Message;
  readonly extra?: Partial<Message>;
  /** Where the body stands in the request, for the path of errors. */
  readonly prefix?: readonly PropertyKey[];
}

const NO_CONTENT = { content: '', embeds: [], components: [], attachments: [] };
/** Flags that an author may set on a new message and on an edit. */
const CREATION_FLAGS =
  MessageFlag.suppressEmbeds | MessageFlag.suppressNotifications | MessageFlag.componentsV2;
const EDIT_FLAGS = MessageFlag.suppressEmbeds | MessageFlag.componentsV2;

export class MessageStore {
  readonly #messages = new Map<string, Message>();
  readonly #visibleTo = new Map<string, string>();
  readonly #listeners = new Set<(event: MessageEvent) => void>();

  constructor(
    readonly world: World,
    readonly clock: Clock,
    readonly createId: () => string,
    readonly uploads: UploadStore,
  ) {}

  /** Calls `listener` at each change. @returns a function that ends that. */
  listen(listener: (event: MessageEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Messages of a channel, oldest first, those seen by one person included. */
  list(channelId: string): Message[] {
    return [...this.#messages.values()].filter((message) => message.channel_id === channelId);
  }

  /** @throws ApiError 10008 */
  get(id: string, channelId?: string): Message {
    const found = this.#messages.get(id);
    if (found === undefined || (channelId ?? found.channel_id) !== found.channel_id) throw unknownMessage();
    return found;
  }

  find(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** A message that the author sent under this nonce a short time ago. */
  withNonce(nonce: string | number, author: User): Message | undefined {
    const oldest = this.clock.now() - NONCE_LIFE_MS;
    return [...this.#messages.values()].find(
      (message) =>
        message.nonce === nonce && message.author.id === author.id && Date.parse(message.timestamp) >= oldest,
    );
  }

  visibleTo(id: string): string | undefined {
    return this.#visibleTo.get(id);
  }

  /** @throws ApiError 50035 or 50006 */
  create(body: MessageCreate, files: readonly Upload[], placement: Placement): Message {
    const attachments = this.#attach(body.attachments ?? [], files, placement.channelId);
    const draft: Draft = {
      content: (body.content ?? '').trim(),
      embeds: body.embeds ?? [],
      components: body.components ?? [],
      attachments,
      flags: ((body.flags ?? 0) & CREATION_FLAGS) | (placement.flags ?? 0),
      hasPoll: (body.poll ?? undefined) !== undefined,
      hasStickers: (body.sticker_ids ?? []).length > 0,
    };
    refuseProblems(findMessageProblems(draft), placement.prefix);
    if (isEmpty(draft)) throw emptyMessage();
    return this.#add(draft, body, placement);
  }

  /** The "… is thinking" of a deferred reply. */
  createLoading(placement: Placement): Message {
    const flags = (placement.flags ?? 0) | MessageFlag.loading;
    return this.#add(
      { ...NO_CONTENT, flags, hasPoll: false, hasStickers: false },
      {},
      { ...placement, flags },
    );
  }

  /** @throws ApiError 10008, 50005, 50035 or 50006 */
  edit(
    id: string,
    body: MessageEdit,
    files: readonly Upload[],
    prefix: readonly PropertyKey[] = [],
  ): Message {
    const before = this.get(id);
    if (before.author.id !== this.world.bot.id) throw notTheAuthor();
    const draft = this.#merge(before, body, files);
    refuseProblems([...findUnsetFlag(before, body), ...findMessageProblems(draft)], prefix);
    if (isEmpty(draft)) throw emptyMessage();
    const { hasPoll: _poll, hasStickers: _stickers, ...content } = draft;
    const edited: Message = {
      ...before,
      ...content,
      components: settleComponents(content.components, content.attachments),
      ...this.#mentions(draft, body.allowed_mentions, before.referenced_message ?? undefined),
      edited_timestamp: this.#time(),
    };
    return this.#put(edited, 'edited');
  }

  delete(id: string): void {
    const message = this.get(id);
    this.#messages.delete(id);
    this.#emit('deleted', message);
  }

  #merge(before: Message, body: MessageEdit, files: readonly Upload[]): Draft {
    const kept = body.attachments === undefined || body.attachments === null;
    const flags = (before.flags & ~MessageFlag.loading) | ((body.flags ?? 0) & EDIT_FLAGS);
    return {
      content: body.content === undefined ? before.content : (body.content ?? '').trim(),
      embeds: body.embeds === undefined ? before.embeds : (body.embeds ?? []),
      components: body.components === undefined ? before.components : (body.components ?? []),
      attachments: [
        ...(kept ? before.attachments : keepListed(before.attachments, body.attachments ?? [])),
        ...this.#attach(body.attachments ?? [], files, before.channel_id),
      ],
      flags,
      hasPoll: (body.poll ?? undefined) !== undefined,
      hasStickers: (body.sticker_ids ?? []).length > 0,
    };
  }

  #add(draft: Draft, body: Partial<MessageCreate>, placement: Placement): Message {
    const { replyTo, author, channelId, visibleTo, extra } = placement;
    const { hasPoll: _poll, hasStickers: _stickers, ...content } = draft;
    const nonce = body.nonce ?? undefined;
    const message: Message = {
      id: this.createId(),
      channel_id: channelId,
      author,
      type: placement.type ?? (replyTo === undefined ? MessageType.default : MessageType.reply),
      ...content,
      components: settleComponents(content.components, content.attachments),
      timestamp: this.#time(),
      edited_timestamp: null,
      pinned: false,
      tts: body.tts ?? false,
      ...this.#mentions(draft, body.allowed_mentions, replyTo),
      ...(nonce !== undefined && { nonce }),
      ...(replyTo !== undefined && this.#reference(replyTo)),
      ...extra,
    };
    if (visibleTo !== undefined) this.#visibleTo.set(message.id, visibleTo);
    return this.#put(message, 'created');
  }

  #reference(replyTo: Message): Pick<Message, 'message_reference' | 'referenced_message'> {
    const place = { type: 0, channel_id: replyTo.channel_id, message_id: replyTo.id };
    const isGuild = this.world.channel(replyTo.channel_id).recipient === undefined;
    const { referenced_message: _nested, ...referenced_message } = replyTo;
    return {
      message_reference: isGuild ? { ...place, guild_id: this.world.guildId } : place,
      referenced_message,
    };
  }

  /** Text displays ping as content does; a reply pings the author of the other message unless that is forbidden. */
  #mentions(
    { content, components }: Draft,
    allowed: AllowedMentions | null | undefined,
    replyTo: Message | undefined,
  ): Mentions {
    const found = findMentions([content, ...textsOf(components)].join('\n'), allowed, this.world);
    const pingsAuthor =
      replyTo !== undefined && (allowed?.replied_user ?? (allowed ?? undefined) === undefined);
    if (!pingsAuthor || found.mentions.some(({ id }) => id === replyTo.author.id)) return found;
    return { ...found, mentions: [...found.mentions, replyTo.author] };
  }

  /** @throws ApiError 50035 when a new file has no entry or an entry no file. */
  #attach(entries: readonly AttachmentRequest[], files: readonly Upload[], channelId: string): Attachment[] {
    return files.map((file) => {
      const entry = entries.find(({ id }) => id === file.key);
      return this.uploads.keep(file, channelId, entry ?? {});
    });
  }

  #time(): string {
    return new Date(this.clock.now()).toISOString();
  }

  #put(message: Message, kind: MessageEvent['kind']): Message {
    this.#messages.set(message.id, message);
    this.#emit(kind, message);
    return message;
  }

  #emit(kind: MessageEvent['kind'], message: Message): void {
    const visibleTo = this.#visibleTo.get(message.id);
    const event = { kind, message, ...(visibleTo !== undefined && { visibleTo }) };
    for (const listener of this.#listeners) listener(event);
  }
}

/** Listed attachments of an edited message stay; the others go. */
function keepListed(before: readonly Attachment[], listed: readonly AttachmentRequest[]): Attachment[] {
  const ids = new Set(listed.map(({ id }) => id));
  return before.filter(({ id }) => ids.has(id));
}

/** Once a message has the flag, it has it for good. */
function findUnsetFlag(before: Message, { flags }: MessageEdit): Problem[] {
  const had = (before.flags & MessageFlag.componentsV2) !== 0;
  if (!had || flags === undefined || flags === null || (flags & MessageFlag.componentsV2) !== 0) return [];
  const message = 'The IS_COMPONENTS_V2 flag cannot be removed from a message.';
  return [{ path: ['flags'], code: 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', message }];
}

function isEmpty({ content, embeds, components, attachments, hasPoll, hasStickers }: Draft): boolean {
  return (
    content === '' &&
    !hasPoll &&
    !hasStickers &&
    [embeds, components, attachments].every(({ length }) => length === 0)
  );
}
