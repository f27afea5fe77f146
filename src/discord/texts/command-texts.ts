/**
 * Names and descriptions of commands in other languages than English, which stands in `commands/`. Discord shows them by
 * itself; it has no Arabic and no Persian.
 */
import { FRENCH_COMMANDS } from './french-commands.js';
import { GERMAN_COMMANDS } from './german-commands.js';
import { SPANISH_COMMANDS } from './spanish-commands.js';

export interface CommandText {
  /** As Discord wants names: of a slash command or an option small letters, digits, "-" and "_", without spaces. */
  readonly name: string;
  /** Missing for a command in the menu of a message. */
  readonly description?: string;
  /** By the English name of the option or subcommand. */
  readonly options?: Readonly<Record<string, CommandText>>;
  /** Names of choices, by their value. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** By the English name of the command. */
export type CommandTexts = Readonly<Record<string, CommandText>>;

/** By Discord's name for the language. */
export const COMMAND_TEXTS = {
  de: GERMAN_COMMANDS,
  fr: FRENCH_COMMANDS,
  'es-ES': SPANISH_COMMANDS,
  'es-419': SPANISH_COMMANDS,
} as const satisfies Readonly<Record<string, CommandTexts>>;
