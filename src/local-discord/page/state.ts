/** Everything that the page shows, and all that can happen to it. */
import type { RawMessage } from './api.js';
import type { Command } from './commands.js';
import { EMPTY_DRAFT, type Draft, type Filled } from './draft.js';
import type { Message } from './messages.js';
import type { Modal } from './modal.js';
import type { Snapshot, World } from './world.js';

/** Words of the page itself, shown like an answer that only one person sees. */
export interface Note {
  readonly id: number;
  readonly text: string;
  /** Id of the message it stands under; empty: above the first. */
  readonly after: string;
}

/** An interaction that the bot has not finished. */
export interface Pending {
  /** Of the message and control that were used; undefined for a command. */
  readonly control: string | undefined;
}

export interface State {
  /** Undefined until the first snapshot. */
  readonly world: World | undefined;
  /** Ids; empty until the server has named somebody. */
  readonly user: string;
  readonly channel: string;
  readonly isLoading: boolean;
  /** Whether events arrive. */
  readonly isLive: boolean;
  readonly commands: readonly Command[];
  readonly examples: readonly string[];
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly notes: readonly Note[];
  /** What happened while a snapshot was on its way. */
  readonly early: readonly Action[];
  readonly pending: Readonly<Record<string, Pending>>;
  /** Interactions that ended before the page knew of them. */
  readonly settled: readonly string[];
  readonly modal: { readonly interaction: string; readonly modal: Modal } | undefined;
  readonly raw: RawMessage | undefined;
  readonly replyTo: Message | undefined;
  readonly draft: Draft;
}

export type InteractionState = 'thinking' | 'done' | 'failed';

export type Action =
  | { readonly kind: 'placed'; readonly user: string; readonly channel: string }
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'loaded';
      /** For whom and where it was asked for. */
      readonly user: string;
      readonly channel: string;
      readonly snapshot: Snapshot;
    }
  | { readonly kind: 'live'; readonly isLive: boolean }
  /** New or changed. */
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'message-gone'; readonly id: string }
  | { readonly kind: 'commands'; readonly commands: readonly Command[] }
  | { readonly kind: 'connection'; readonly isConnected: boolean }
  | { readonly kind: 'acted'; readonly interaction: string; readonly control: string | undefined }
  | {
      readonly kind: 'interaction';
      readonly interaction: string;
      readonly state: InteractionState;
      readonly error: string | undefined;
    }
  | { readonly kind: 'modal'; readonly modal: State['modal'] }
  | { readonly kind: 'raw'; readonly raw: State['raw'] }
  | { readonly kind: 'reply'; readonly message: Message | undefined }
  | { readonly kind: 'noted'; readonly text: string }
  | { readonly kind: 'note-dismissed'; readonly id: number }
  | { readonly kind: 'drafted'; readonly draft: Draft }
  | { readonly kind: 'option-opened' | 'option-closed'; readonly name: string }
  | { readonly kind: 'option-filled'; readonly name: string; readonly filled: Filled };

export const INITIAL: State = {
  world: undefined,
  user: '',
  channel: '',
  isLoading: true,
  isLive: false,
  commands: [],
  examples: [],
  messages: [],
  notes: [],
  early: [],
  pending: {},
  settled: [],
  modal: undefined,
  raw: undefined,
  replyTo: undefined,
  draft: EMPTY_DRAFT,
};
