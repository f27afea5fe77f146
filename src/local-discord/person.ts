/**
 * Acts as a person in the client would: what the client would not let a person do (a command they may not use, a missing
 * option, a disabled button) is an error here, and the bot never hears of it.
 */
import type { Clock } from './clock.js';
import { readAutocomplete, readOptions, type OptionValues } from './command-options.js';
import type { Command, CommandStore } from './commands.js';
import { findControl, fillModal, type Control } from './controls.js';
import { createEnvelope, placeReply, type Act, type Scene } from './envelope.js';
import { InteractionType, type Interaction } from './interaction.js';
import type { Interactions } from './interactions.js';
import { isEphemeral, MessageType, type Message } from './message.js';
import type { MessageStore } from './messages.js';
import { createSecret } from './snowflake.js';
import { channelPayload } from './payloads.js';
import type { Choice } from './validate-callbacks.js';
import { ComponentType } from './validate-components.js';
import { CommandType } from './validate-commands.js';
import { messageCreate } from './validate-messages.js';
import { commandsIn, usableCommands, whyUnusable } from './usable-commands.js';
import type { World } from './world.js';

export interface Acting {
  /** Id of the person; by default an ordinary member. */
  readonly user?: string;
  /** Id of the channel; by default the guild's first. */
  readonly channel?: string;
  /** By default that in which the person has the client. */
  readonly locale?: string;
  /** Acts as somebody who brought the bot to a guild that does not have it. */
  readonly isBrought?: boolean;
}

export interface Commanding extends Acting {
  /** Acts although the client would not offer it: a server's owner can override who may use a command. */
  readonly force?: boolean;
}

export interface PersonOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly createId: () => string;
  readonly commands: CommandStore;
  readonly messages: MessageStore;
  readonly interactions: Interactions;
  readonly dispatch: (payload: Readonly<Record<string, unknown>>) => void;
  readonly defaults: { readonly user: string; readonly channel: string };
}

export class Person {
  constructor(readonly options: PersonOptions) {}

  /** Uses a slash command; `name` may name a subcommand after a space. */
  slash(name: string, values: OptionValues = {}, acting: Commanding = {}): Interaction {
    const scene = this.#scene(acting);
    const [root = '', ...path] = name.split(' ');
    const command = this.#command(root, CommandType.chat, scene, acting.force);
    const options = readOptions(command.options ?? [], path, values);
    const data = { ...commandData(command), ...(options.length > 0 && { options }) };
    return this.#begin({ type: InteractionType.command, scene, data, replyType: MessageType.chatCommand });
  }

  /** Types into an option with autocomplete. @returns the choices that the bot offers. */
  async autocomplete(
    name: string,
    focused: string,
    value: string,
    acting: Commanding & { readonly others?: OptionValues } = {},
  ): Promise<readonly Choice[]> {
    const scene = this.#scene(acting);
    const [root = '', ...path] = name.split(' ');
    const command = this.#command(root, CommandType.chat, scene, acting.force);
    const { options, isNumeric } = readAutocomplete(
      command.options ?? [],
      path,
      focused,
      value,
      acting.others,
    );
    const data = { ...commandData(command), options };
    const interaction = this.#begin({ type: InteractionType.autocomplete, scene, data, isNumeric });
    const { choices } = await interaction.responded();
    return choices ?? [];
  }

  /** Uses a command from the menu of a message. */
  messageCommand(name: string, messageId: string, acting: Commanding = {}): Interaction {
    const { message: target, scene } = this.#open(messageId, acting);
    const command = this.#command(name, CommandType.message, scene, acting.force);
    const resolved = { messages: { [target.id]: target } };
    const data = { ...commandData(command), target_id: target.id, resolved };
    const replyType = MessageType.contextCommand;
    return this.#begin({ type: InteractionType.command, scene, data, replyType, targetId: target.id });
  }

  /**
   * Presses a button, named by its custom id or its label. With `force` the message need not have it: an earlier version
   * of the bot may have put it there.
   */
  click(messageId: string, which: string, acting: Commanding = {}): Interaction {
    const { message, scene } = this.#open(messageId, acting);
    const old = { type: ComponentType.button, custom_id: which, id: 1, disabled: false };
    const control = acting.force === true ? old : findControl(message, which);
    if (control.type !== ComponentType.button) throw new Error(`"${which}" is no button.`);
    return this.#use(message, scene, control, {});
  }

  /** Chooses from a select menu. */
  select(messageId: string, customId: string, values: readonly string[], acting: Acting = {}): Interaction {
    const { message, scene } = this.#open(messageId, acting);
    const control = findControl(message, customId);
    if (control.type === ComponentType.button) throw new Error(`"${customId}" is a button.`);
    const { min_values, max_values } = control;
    if (values.length < (min_values ?? 1) || values.length > (max_values ?? 1)) {
      throw new Error(`"${customId}" takes another number of values than ${values.length}.`);
    }
    const known =
      control.type === ComponentType.stringSelect ? control.options.map(({ value }) => value) : values;
    const stranger = values.find((value) => !known.includes(value));
    if (stranger !== undefined) throw new Error(`"${customId}" does not offer "${stranger}".`);
    const isOfChannels = control.type === ComponentType.channelSelect;
    return this.#use(message, scene, control, {
      values,
      ...(isOfChannels && values.length > 0 && { resolved: this.#resolveChannels(values, scene) }),
    });
  }

  /** Sends the modal that an interaction was answered with. */
  submitModal(
    interaction: Interaction,
    values: Readonly<Record<string, string>>,
    acting: Acting = {},
  ): Interaction {
    const { modal, start } = interaction;
    if (modal === undefined) throw new Error('The interaction was not answered with a modal.');
    const scene = this.#scene({ user: start.userId, channel: start.channelId, ...acting });
    const source = start.source && this.options.messages.find(start.source.id);
    const data = { custom_id: modal.custom_id, components: fillModal(modal, values) };
    return this.#begin({ type: InteractionType.modal, scene, data, ...(source !== undefined && { source }) });
  }

  /** Writes a message; `<@id>` mentions, and a reply mentions the author of the other message. */
  sendMessage(text: string, acting: Acting & { readonly replyTo?: string } = {}): Message {
    const { user, channel } = this.#scene(acting);
    const replyTo = acting.replyTo === undefined ? undefined : this.options.messages.get(acting.replyTo);
    if (replyTo !== undefined && isEphemeral(replyTo)) throw new Error('Nobody can reply to that message.');
    const placement = { channelId: channel.id, author: user, ...(replyTo !== undefined && { replyTo }) };
    return this.options.messages.create(messageCreate.parse({ content: text }), [], placement);
  }

  /** The commands that the person is offered, of all types. */
  usableCommands(acting: Acting = {}): readonly Command[] {
    const { commands, world } = this.options;
    return usableCommands(commands, world, this.#scene(acting));
  }

  /** @throws for a channel that there is not. */
  #resolveChannels(ids: readonly string[], { user }: Scene): object {
    const { world } = this.options;
    const permissions = String(world.permissionsOf(user.id));
    const resolved = ids.map(
      (id) => [id, { ...channelPayload(world, world.channel(id)), permissions }] as const,
    );
    return { channels: Object.fromEntries(resolved) };
  }

  #scene({ user, channel, locale, isBrought = false }: Acting): Scene {
    const { world, defaults } = this.options;
    const person = world.user(user ?? defaults.user);
    return {
      user: person,
      channel: world.channel(channel ?? defaults.channel),
      locale: locale ?? world.languageOf(person.id),
      isBrought,
    };
  }

  #command(name: string, type: number, scene: Scene, force = false): Command {
    const { commands, world } = this.options;
    const known = commandsIn(commands, world, scene.channel);
    const command = known.find((one) => one.name === name && one.type === type);
    if (command === undefined) throw new Error(`There is no command "${name}" of type ${type} here.`);
    const reason = force ? undefined : whyUnusable(command, world, scene);
    if (reason !== undefined) throw new Error(reason);
    return command;
  }

  #open(messageId: string, acting: Acting): { message: Message; scene: Scene } {
    const { messages } = this.options;
    const message = messages.get(messageId);
    const onlyFor = messages.visibleTo(messageId);
    const user = acting.user ?? onlyFor ?? this.options.defaults.user;
    if (onlyFor !== undefined && onlyFor !== user) throw new Error('This person does not see the message.');
    return { message, scene: this.#scene({ ...acting, user, channel: message.channel_id }) };
  }

  #use(
    source: Message,
    scene: Scene,
    control: Pick<Control, 'type' | 'custom_id' | 'id' | 'disabled'>,
    more: Readonly<Record<string, unknown>>,
  ): Interaction {
    if (control.disabled === true) throw new Error(`"${control.custom_id}" is disabled.`);
    const { type: component_type, custom_id, id } = control;
    const data = { component_type, custom_id, id, ...more };
    return this.#begin({ type: InteractionType.component, scene, data, source });
  }

  #begin(begin: Act): Interaction {
    const { world, clock, createId, interactions, dispatch } = this.options;
    const { type, scene, source } = begin;
    const id = createId();
    const token = createSecret();
    const interaction = interactions.open({
      id,
      token,
      type,
      createdAt: clock.now(),
      channelId: scene.channel.id,
      userId: scene.user.id,
      placement: placeReply(begin, id, world),
      isNumeric: begin.isNumeric ?? false,
      ...(typeof begin.data['name'] === 'string' && { commandName: begin.data['name'] }),
      ...(source !== undefined && { source }),
    });
    dispatch({ ...createEnvelope(begin, world), id, token });
    return interaction;
  }
}

function commandData({ id, name, type, guild_id }: Command): Readonly<Record<string, unknown>> {
  return { id, name, type, ...(guild_id !== undefined && { guild_id }) };
}
