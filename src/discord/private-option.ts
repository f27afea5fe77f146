/** The option `private`, else the server's setting: whether only the asker sees an answer. Decided at the acknowledgement, and fixed from then on. */
import {
  ApplicationCommandOptionType,
  type APIApplicationCommandBooleanOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Asking } from './asking.js';

export function privateOption(description: string): APIApplicationCommandBooleanOption {
  return { type: ApplicationCommandOptionType.Boolean, name: 'private', description };
}

export function askedPrivately({ options }: ChatInputCommandInteraction, { settings }: Asking): boolean {
  return options.getBoolean('private') ?? settings.isPrivateByDefault;
}
