/** What a command is: what Discord is told of it, and what happens when somebody uses it. Files in `commands/` make one each. */
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Asking } from './asking.js';
import type { Reply } from './reply.js';
import type { Rooms } from './rooms.js';
import type { Stage } from './stage.js';

/** One entry of a list that appears while an option is typed. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What all commands have in common. */
export interface Behaviour<Interaction> {
  /** Whether it takes one of the asker's questions: see `Cooldown`. */
  readonly isQuestion: boolean;
  /** A refusal, decided by who asks alone; it is private. */
  readonly refuse?: (asking: Asking) => Reply | undefined;
  /** Decided before anything is looked up, and fixed from then on. */
  readonly isPrivate: (interaction: Interaction, asking: Asking) => boolean;
  /** Called once Discord has its acknowledgement. @throws UserError whose text the user sees. */
  readonly run: (asking: Asking, interaction: Interaction, stage: Stage) => Promise<Reply> | Reply;
}

export interface SlashCommand extends Behaviour<ChatInputCommandInteraction> {
  /** Names and descriptions in English; for other languages see `texts/command-texts.ts`. */
  readonly payload: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /**
   * Choices for what is typed so far; each may be typed as well, or anything else.
   *
   * @param options - all that was filled in; `getFocused(true)` tells the option that is typed.
   * @param channelId - where it is typed.
   */
  readonly complete?: (
    typed: string,
    rooms: Rooms,
    options: AutocompleteInteraction['options'],
    channelId: string,
  ) => readonly Choice[];
}

export interface MessageCommand extends Behaviour<MessageContextMenuCommandInteraction> {
  readonly payload: RESTPostAPIContextMenuApplicationCommandsJSONBody;
}

export interface Commands {
  readonly slash: readonly SlashCommand[];
  readonly message: readonly MessageCommand[];
}
