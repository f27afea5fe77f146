/** The option `private`: whether only the asker sees an answer. Decided at the acknowledgement, and fixed from then on. */
import {
  ApplicationCommandOptionType,
  type APIApplicationCommandBooleanOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import type { Asking } from './asking.js';
import { settingsOf } from './server-rules.js';

export function privateOption(description: string): APIApplicationCommandBooleanOption {
  return { type: ApplicationCommandOptionType.Boolean, name: 'private', description };
}

/** Where the asker does not say, the server does. */
export function askedPrivately({ options }: ChatInputCommandInteraction, asking: Asking): boolean {
  return options.getBoolean('private') ?? settingsOf(asking).isPrivateByDefault;
}
