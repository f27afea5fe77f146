/** What a command is: what Discord is told of it, and what happens when somebody uses it. Files in `commands/` make one each. */
import type {
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Answerer } from '../answers/answer.js';
import type { Reindexer } from '../index/report.js';
import type { Reply } from './reply.js';

/** What commands may ask. */
export interface Rooms {
  readonly answerer: Answerer;
  readonly reindexer: Reindexer;
}

/** One entry of a list that appears while an option is typed. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Shows how far a command is. Only the last of several calls in quick succession may be seen. */
type ShowProgress = (reply: Reply) => void;

/** What all commands have in common. */
export interface Behaviour<Interaction> {
  /** Whether it takes one of the asker's questions: see `Cooldown`. */
  readonly isQuestion: boolean;
  /** A refusal, decided by the interaction alone; it is private. */
  readonly refuse?: (interaction: Interaction) => Reply | undefined;
  readonly isPrivate: (interaction: Interaction) => boolean;
  /** Called once Discord has its acknowledgement. @throws UserError whose text the user sees. */
  readonly run: (
    interaction: Interaction,
    rooms: Rooms,
    showProgress: ShowProgress,
  ) => Promise<Reply> | Reply;
}

export interface SlashCommand extends Behaviour<ChatInputCommandInteraction> {
  readonly payload: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Choices for what is typed so far; each may be typed as well, or anything else. */
  readonly complete?: (typed: string, rooms: Rooms) => readonly Choice[];
}

export interface MessageCommand extends Behaviour<MessageContextMenuCommandInteraction> {
  readonly payload: RESTPostAPIContextMenuApplicationCommandsJSONBody;
}

export interface Commands {
  readonly slash: readonly SlashCommand[];
  readonly message: readonly MessageCommand[];
}
