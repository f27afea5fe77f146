/**
 * The life of interactions: 3 seconds to the one first response, then 15 minutes in which the token edits the reply and
 * sends follow-ups. After that the token is worth nothing.
 */
import {
  ApiError,
  alreadyAcknowledged,
  invalidToken,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './api-error.js';
import type { Clock } from './clock.js';
import { Interaction, InteractionType, type InteractionStart } from './interaction.js';
import { RESPONSE_DUE_MS, TOKEN_LIFE_MS } from './limits.js';
import { MessageFlag, MessageType, type Message } from './message.js';
import type { MessageEvent, MessageStore, Placement } from './messages.js';
import { parseBody } from './problems.js';
import type { Upload } from './uploads.js';
import { CallbackType, callback, choicesOf, deferral, modal } from './validate-callbacks.js';
import { messageCreate, messageEdit } from './validate-messages.js';

const DATA = ['data'];
/** What may answer what. */
const ALLOWED: Readonly<Record<number, readonly CallbackType[]>> = {
  [InteractionType.command]: [CallbackType.message, CallbackType.deferredMessage, CallbackType.modal],
  [InteractionType.component]: [
    CallbackType.message,
    CallbackType.deferredMessage,
    CallbackType.deferredUpdate,
    CallbackType.update,
    CallbackType.modal,
  ],
  [InteractionType.autocomplete]: [CallbackType.choices],
  [InteractionType.modal]: [CallbackType.message, CallbackType.deferredMessage],
};
/** A modal that was opened from a component may also update that component's message. */
const ALLOWED_ON_MESSAGE: readonly CallbackType[] = [CallbackType.deferredUpdate, CallbackType.update];

export class Interactions {
  readonly #byToken = new Map<string, Interaction>();
  readonly #byId = new Map<string, Interaction>();
  readonly #listeners = new Set<(interaction: Interaction) => void>();

  constructor(
    readonly messages: MessageStore,
    readonly clock: Clock,
  ) {
    messages.listen((event) => this.#follow(event));
  }

  /** Begins an interaction; from now on the 3 seconds run. */
  open(start: InteractionStart): Interaction {
    const interaction = new Interaction(start);
    this.#byToken.set(start.token, interaction);
    this.#byId.set(start.id, interaction);
    this.clock.after(RESPONSE_DUE_MS + 1, () => {
      if (interaction.callbackType === undefined) interaction.fail(tooLate(interaction));
    });
    this.clock.after(TOKEN_LIFE_MS + 1, () => {
      const isWaiting = ((interaction.message?.flags ?? 0) & MessageFlag.loading) !== 0;
      if (isWaiting) interaction.fail(new Error('The reply was deferred and never edited.'));
    });
    for (const listener of this.#listeners) listener(interaction);
    return interaction;
  }

  /** Calls `listener` with each interaction that begins. */
  listen(listener: (interaction: Interaction) => void): void {
    this.#listeners.add(listener);
  }

  withId(id: string): Interaction | undefined {
    return this.#byId.get(id);
  }

  /** A button may change the reply to an earlier interaction: whoever holds that one sees it too. */
  #follow({ kind, message }: MessageEvent): void {
    for (const interaction of this.#byToken.values()) {
      if (interaction.message?.id !== message.id) continue;
      interaction.message = kind === 'deleted' ? undefined : message;
      interaction.isDeleted = kind === 'deleted';
      interaction.changed();
    }
  }

  /** Interactions that wait for their first response. */
  get waiting(): Interaction[] {
    return [...this.#byToken.values()].filter(
      ({ callbackType, error }) => callbackType === undefined && error === undefined,
    );
  }

  find(token: string): Interaction | undefined {
    return this.#byToken.get(token);
  }

  /**
   * The first response.
   *
   * @throws ApiError 10062 when it is late or the interaction unknown, 40060 when it is the second, 50035 when it is wrong;
   * a wrong one acknowledges nothing.
   */
  respond(id: string, token: string, body: unknown, files: readonly Upload[]): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction?.id !== id) throw unknownInteraction();
    if (interaction.callbackType !== undefined) throw alreadyAcknowledged();
    const afterMs = this.clock.now() - interaction.start.createdAt;
    if (afterMs > RESPONSE_DUE_MS) throw unknownInteraction();
    const { type, data } = parseBody(callback, body);
    refuseKind(interaction, type);
    interaction.acknowledge(type, afterMs, this.#apply(interaction, type, data, files));
    return interaction;
  }

  #apply(
    interaction: Interaction,
    type: CallbackType,
    data: unknown,
    files: readonly Upload[],
  ): Message | undefined {
    const { source, isNumeric } = interaction.start;
    switch (type) {
      case CallbackType.message: {
        const content = parseBody(messageCreate, data ?? {}, DATA);
        return this.messages.create(content, files, this.#place(interaction, content.flags, DATA));
      }
      case CallbackType.deferredMessage: {
        const flags = parseBody(deferral, data, DATA)?.flags;
        return this.messages.createLoading(this.#place(interaction, flags, DATA));
      }
      case CallbackType.deferredUpdate:
        return source;
      case CallbackType.update: {
        if (source === undefined) throw unknownMessage();
        return this.messages.edit(source.id, parseBody(messageEdit, data ?? {}, DATA), files, DATA);
      }
      case CallbackType.choices:
        interaction.choices = parseBody(choicesOf(isNumeric), data, DATA).choices;
        return undefined;
      case CallbackType.modal:
        interaction.modal = parseBody(modal, data, DATA);
        return undefined;
      default:
        return type satisfies never;
    }
  }

  /** Where a reply goes; the flags of the body decide who sees it. */
  #place({ start }: Interaction, flags: number | null | undefined, prefix: readonly string[]): Placement {
    const isHidden = ((flags ?? 0) & MessageFlag.ephemeral) !== 0;
    const hiding = { flags: MessageFlag.ephemeral, visibleTo: start.userId };
    return { ...start.placement, prefix, ...(isHidden && hiding) };
  }

  /** @throws ApiError 10015 before the first response, 50027 after 15 minutes. */
  #withToken(token: string): Interaction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined) throw unknownWebhook();
    if (this.clock.now() - interaction.start.createdAt > TOKEN_LIFE_MS) throw invalidToken();
    if (interaction.callbackType === undefined) throw unknownWebhook();
    return interaction;
  }

  /** @param which a message's id, or `@original`. @throws ApiError 10008 for messages that are not this token's. */
  getMessage(token: string, which: string): Message {
    const interaction = this.#withToken(token);
    return this.messages.get(this.#idOf(interaction, which));
  }

  editMessage(token: string, which: string, body: unknown, files: readonly Upload[]): Message {
    const interaction = this.#withToken(token);
    const id = this.#idOf(interaction, which);
    const message = this.messages.edit(id, parseBody(messageEdit, body ?? {}), files);
    if (id === interaction.message?.id) interaction.keepEdit(message);
    else this.#keepFollowUp(interaction, message);
    return message;
  }

  deleteMessage(token: string, which: string): void {
    const interaction = this.#withToken(token);
    this.messages.delete(this.#idOf(interaction, which));
  }

  /** The first follow-up of a deferred reply takes the place of "is thinking", as on Discord. */
  followUp(token: string, body: unknown, files: readonly Upload[]): Message {
    const interaction = this.#withToken(token);
    const content = parseBody(messageCreate, body ?? {});
    const original = interaction.message;
    if (original !== undefined && (original.flags & MessageFlag.loading) !== 0) {
      return this.editMessage(token, original.id, body, files);
    }
    const placement = { ...this.#place(interaction, content.flags, []), type: MessageType.default };
    const message = this.messages.create(content, files, placement);
    this.#keepFollowUp(interaction, message);
    return message;
  }

  #keepFollowUp(interaction: Interaction, message: Message): void {
    const at = interaction.followUps.findIndex(({ id }) => id === message.id);
    interaction.followUps.splice(at === -1 ? interaction.followUps.length : at, 1, message);
    interaction.changed();
  }

  #idOf(interaction: Interaction, which: string): string {
    const original = interaction.message?.id;
    if (which === '@original' || which === original) {
      if (original === undefined) throw unknownMessage();
      return original;
    }
    if (!interaction.followUps.some(({ id }) => id === which)) throw unknownMessage();
    return which;
  }
}

function refuseKind({ start: { type, source } }: Interaction, callbackType: CallbackType): void {
  const allowed = [
    ...(ALLOWED[type] ?? []),
    ...(type === InteractionType.modal && source !== undefined ? ALLOWED_ON_MESSAGE : []),
  ];
  if (allowed.includes(callbackType)) return;
  throw new ApiError(400, 50035, 'Invalid Form Body', {
    type: {
      _errors: [
        {
          code: 'INTERACTION_CALLBACK_INVALID',
          message: 'This callback type cannot answer this interaction.',
        },
      ],
    },
  });
}

function tooLate({ refusals }: Interaction): Error {
  const refused = refusals.map(({ code, message }) => `${code} ${message}`).join('; ');
  const reason = refused === '' ? '' : ` Its responses were refused: ${refused}.`;
  return new Error(`The application did not respond within 3 seconds.${reason}`);
}
