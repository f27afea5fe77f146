/** A message in the form in which Discord sends it. */
import type { TopComponent } from './validate-components.js';
import type { Embed } from './validate-embeds.js';
import type { User } from './world.js';

export const MessageFlag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export const MessageType = { default: 0, reply: 19, chatCommand: 20, contextCommand: 23 } as const;

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly description?: string;
  readonly content_type: string;
  readonly size: number;
  /** On loopback, served by this server. */
  readonly url: string;
  readonly proxy_url: string;
}

/** What its author chose. */
export interface MessageContent {
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly TopComponent[];
  readonly attachments: readonly Attachment[];
}

export interface Message extends MessageContent {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly author: User;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly flags: number;
  /** Whom the message pings by name; empty where `allowed_mentions` forbids it. */
  readonly mentions: readonly User[];
  readonly mention_roles: readonly string[];
  /** Whether the message pings everyone. */
  readonly mention_everyone: boolean;
  readonly pinned: boolean;
  readonly tts: boolean;
  readonly nonce?: string | number;
  readonly webhook_id?: string;
  readonly application_id?: string;
  readonly message_reference?: {
    readonly type: number;
    readonly channel_id: string;
    readonly message_id: string;
    readonly guild_id?: string;
  };
  readonly referenced_message?: Message | null;
  readonly interaction_metadata?: Readonly<Record<string, unknown>>;
}

/** Whether only one user sees the message. */
export function isEphemeral({ flags }: Pick<Message, 'flags'>): boolean {
  return (flags & MessageFlag.ephemeral) !== 0;
}
