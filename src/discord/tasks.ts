/** From an interaction to what is to be done for it: finds the command or the component, and decides who sees the answer. */
import {
  type CommandInteraction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import { askingOf, type Asking } from './asking.js';
import type { Behaviour, Commands, MessageCommand, SlashCommand } from './command.js';
import type { Acknowledgement, Component } from './component.js';
import { findComponent } from './components/index.js';
import type { Cooldown } from './cooldown.js';
import type { Form } from './form.js';
import { renderTooSoon } from './render-too-soon.js';
import { say, type Reply } from './reply.js';
import { refuseElsewhere } from './server-rules.js';
import type { Rooms } from './rooms.js';
import type { Outcome, Stage } from './stage.js';
import type { Texts } from './texts/english.js';
import { textsFor } from './texts/texts-for.js';
import { readUse } from './use.js';

/** Shows a form at once. */
export interface FormTask {
  readonly kind: 'form';
  readonly open: () => Form;
}

/** Acknowledges, then works, then answers. */
export interface AnswerTask {
  readonly kind: 'answer';
  readonly acknowledgement: Acknowledgement;
  /** A question may be looked into while Discord is told that an answer will come; all else waits until it knows. */
  readonly isQuestion?: boolean | undefined;
  readonly run: (stage: Stage) => Promise<Outcome> | Outcome;
}

/** What to do for an interaction. */
export type Task = FormTask | AnswerTask;

export interface TasksOptions {
  readonly commands: Commands;
  readonly components?: readonly Component[] | undefined;
  readonly rooms: Rooms;
  readonly cooldown: Cooldown;
}

export class Tasks {
  readonly #options: TasksOptions;

  constructor(options: TasksOptions) {
    this.#options = options;
  }

  /** Never undefined: what is not known is refused in words. */
  taskFor(interaction: RepliableInteraction): Task {
    if (interaction.isChatInputCommand()) {
      return this.#ofCommand(this.slashCommand(interaction.commandName), interaction);
    }
    if (interaction.isMessageContextMenuCommand()) {
      return this.#ofCommand(this.#messageCommand(interaction.commandName), interaction);
    }
    if (interaction.isMessageComponent() || interaction.isModalSubmit())
      return this.#ofComponent(interaction);
    return refuse(say(textsFor(interaction.locale).general.unknownCommand));
  }

  slashCommand(name: string): SlashCommand | undefined {
    return this.#options.commands.slash.find(({ payload }) => payload.name === name);
  }

  #messageCommand(name: string): MessageCommand | undefined {
    return this.#options.commands.message.find(({ payload }) => payload.name === name);
  }

  #ofCommand<Used extends CommandInteraction>(command: Behaviour<Used> | undefined, interaction: Used): Task {
    const own = askingOf(interaction, true, this.#options.rooms);
    if (command === undefined) return refuse(say(own.texts.general.unknownCommand));
    const refusal = command.refuse?.(own) ?? this.refuseQuestion(command.isQuestion, own, own.texts);
    if (refusal !== undefined) return refuse(refusal);
    const isPrivate = command.isPrivate(interaction, own);
    const asking = isPrivate ? own : askingOf(interaction, false, this.#options.rooms);
    return {
      kind: 'answer',
      acknowledgement: isPrivate ? 'private reply' : 'public reply',
      isQuestion: command.isQuestion,
      run: (stage) => command.run(asking, interaction, stage),
    };
  }

  #ofComponent(interaction: MessageComponentInteraction | ModalSubmitInteraction): Task {
    const own = askingOf(interaction, true, this.#options.rooms);
    const component = findComponent(interaction.customId, this.#options.components);
    if (component === undefined) return refuse(say(own.texts.general.outdated));
    const refusal = this.refuseQuestion(component.isQuestion, own, own.texts);
    if (refusal !== undefined) return refuse(refusal);
    const use = readUse(interaction);
    if (component.acknowledgement === 'modal') {
      const { open } = component;
      return { kind: 'form', open: () => open(own, use) };
    }
    const { run } = component;
    const acknowledgement = component.acknowledgement(use);
    const isPrivate = acknowledgement === 'update' ? use.isPrivate : acknowledgement === 'private reply';
    const asking = isPrivate ? own : askingOf(interaction, false, this.#options.rooms);
    return { kind: 'answer', acknowledgement, run: (stage) => run(asking, use, stage) };
  }

  /** Takes one of somebody's questions. @returns what to say when there is none left, or none is answered here. */
  refuseQuestion(isQuestion: boolean, asking: Asking, texts: Texts): Reply | undefined {
    if (!isQuestion) return undefined;
    const refusal = refuseElsewhere(asking);
    if (refusal !== undefined) return refusal;
    const waitMs = this.#options.cooldown.take(asking.userId, asking.guildId);
    return waitMs === 0 ? undefined : renderTooSoon(texts, Date.now() + waitMs);
  }
}

export function refuse(reply: Reply): AnswerTask {
  return { kind: 'answer', acknowledgement: 'private reply', run: () => reply };
}
