/** Tells Discord which commands there are, but only when it does not know them already: creations are limited to 200 a day. */
import { isDeepStrictEqual } from 'node:util';
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Routes,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { z } from 'zod';
import type { Commands } from './command.js';
import { localizedPayloads } from './localize-command.js';

/** Missing, null and empty are the same. */
const localized = z
  .record(z.string(), z.string())
  .nullish()
  .transform((texts) => texts ?? {});

const choiceSchema = z.object({
  name: z.string(),
  name_localizations: localized,
  value: z.union([z.string(), z.number()]),
});

const optionSchema = z.object({
  type: z.int(),
  name: z.string(),
  name_localizations: localized,
  description: z.string(),
  description_localizations: localized,
  required: z.boolean().default(false),
  autocomplete: z.boolean().default(false),
  min_length: z.int().optional(),
  max_length: z.int().optional(),
  min_value: z.number().optional(),
  max_value: z.number().optional(),
  choices: z.array(choiceSchema).default([]),
  /** Of a subcommand. */
  get options() {
    return z.array(optionSchema).default([]);
  },
});

/** The part of a command that is ours to say; whatever else Discord tells of it does not matter. */
const commandSchema = z.object({
  type: z.int().default(ApplicationCommandType.ChatInput),
  name: z.string(),
  name_localizations: localized,
  description: z.string().default(''),
  description_localizations: localized,
  options: z.array(optionSchema).default([]),
  default_member_permissions: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  contexts: z
    .array(z.int())
    .nullish()
    .transform((value) => value?.toSorted() ?? null),
  integration_types: z
    .array(z.int())
    .nullish()
    .transform((value) => value?.toSorted() ?? null),
});
/** Without it Discord leaves the other languages out of its list. */
const WITH_LOCALIZATIONS = new URLSearchParams({ with_localizations: 'true' });

type KnownCommand = z.infer<typeof commandSchema>;

/** Unless a command says otherwise, it can be used in servers, in direct messages, and by people who installed the bot. */
const EVERYWHERE = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
];
const FOR_SERVERS_AND_PEOPLE = [
  ApplicationIntegrationType.GuildInstall,
  ApplicationIntegrationType.UserInstall,
];

export interface Registration {
  readonly rest: REST;
  readonly applicationId: string;
  /** Registers in this server alone. */
  readonly guildId: string | undefined;
  readonly commands: Commands;
}

/** @returns whether Discord had to be told. @throws what discord.js throws when Discord refuses or cannot be reached. */
export async function registerCommands(registration: Registration): Promise<boolean> {
  const { rest, applicationId, guildId } = registration;
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = payloadsOf(registration);
  const found = z.array(commandSchema).parse(await rest.get(route, { query: WITH_LOCALIZATIONS }));
  const isGlobal = guildId === undefined;
  const known = z.array(commandSchema).parse(wanted);
  if (isDeepStrictEqual(describe(found, isGlobal), describe(known, isGlobal))) return false;
  await rest.put(route, { body: wanted });
  return true;
}

/** Commands of one server have neither contexts nor kinds of installation; global ones name both, so that they compare. */
function payloadsOf({ commands, guildId }: Registration): RESTPostAPIApplicationCommandsJSONBody[] {
  return localizedPayloads(commands).map((payload) => {
    const { contexts, integration_types, ...rest } = payload;
    if (guildId !== undefined) return rest;
    return {
      ...rest,
      contexts: contexts ?? EVERYWHERE,
      integration_types: integration_types ?? FOR_SERVERS_AND_PEOPLE,
    };
  });
}

/** In an order that does not depend on who lists them. Of a server's commands Discord may tell contexts that nobody set. */
function describe(commands: readonly KnownCommand[], isGlobal: boolean): KnownCommand[] {
  return commands
    .map((command) => (isGlobal ? command : { ...command, contexts: null, integration_types: null }))
    .toSorted((a, b) => (`${a.type} ${a.name}` < `${b.type} ${b.name}` ? -1 : 1));
}
