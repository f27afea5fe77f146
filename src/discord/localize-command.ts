/** Adds to the payload of a command its names and descriptions in other languages; what a catalogue lacks stays English. */
import {
  ApplicationCommandOptionType,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Commands } from './command.js';
import { COMMAND_TEXTS, type CommandText } from './texts/command-texts.js';

/** English names from the command to what is meant: "ask", then "question". */
type Path = readonly [command: string, ...options: string[]];

/** All payloads, with all languages. */
export function localizedPayloads({ slash, message }: Commands): RESTPostAPIApplicationCommandsJSONBody[] {
  return [
    ...slash.map(({ payload }) => localizeSlash(payload)),
    ...message.map(({ payload }) => ({ ...payload, ...named([payload.name]) })),
  ];
}

function localizeSlash(
  payload: RESTPostAPIChatInputApplicationCommandsJSONBody,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const path: Path = [payload.name];
  const options = payload.options?.map((option) => localizeOption(option, [...path, option.name]));
  return { ...payload, ...named(path), ...described(path), ...(options !== undefined && { options }) };
}

function localizeOption(option: APIApplicationCommandOption, path: Path): APIApplicationCommandOption {
  const texts = { ...named(path), ...described(path) };
  if (option.type === ApplicationCommandOptionType.SubcommandGroup) {
    const options = option.options?.map((one) => ({ ...one, ...localizeSub(one, [...path, one.name]) }));
    return { ...option, ...texts, ...(options !== undefined && { options }) };
  }
  if (option.type === ApplicationCommandOptionType.Subcommand)
    return { ...option, ...localizeSub(option, path) };
  return localizeLeaf(option, path);
}

function localizeSub({ options }: { options?: APIApplicationCommandBasicOption[] }, path: Path) {
  const localized = options?.map((one) => localizeLeaf(one, [...path, one.name]));
  return { ...named(path), ...described(path), ...(localized !== undefined && { options: localized }) };
}

function localizeLeaf(
  option: APIApplicationCommandBasicOption,
  path: Path,
): APIApplicationCommandBasicOption {
  const texts = { ...named(path), ...described(path) };
  if (option.type !== ApplicationCommandOptionType.String || option.autocomplete === true) {
    return { ...option, ...texts };
  }
  const choices = option.choices?.map((choice) => ({
    ...choice,
    name_localizations: collect(path, ({ choices }) => choices?.[choice.value]),
  }));
  return { ...option, ...texts, ...(choices !== undefined && { choices }) };
}

function named(path: Path): { name_localizations: LocalizationMap } {
  return { name_localizations: collect(path, ({ name }) => name) };
}

function described(path: Path): { description_localizations: LocalizationMap } {
  return { description_localizations: collect(path, ({ description }) => description) };
}

/** What the catalogues have at a path, by language. */
function collect(
  [command, ...options]: Path,
  read: (text: CommandText) => string | undefined,
): LocalizationMap {
  const found = Object.entries(COMMAND_TEXTS).flatMap(([locale, texts]) => {
    let text: CommandText | undefined = texts[command];
    for (const option of options) text = text?.options?.[option];
    const value = text === undefined ? undefined : read(text);
    return value === undefined ? [] : [[locale, value] as const];
  });
  return Object.fromEntries(found);
}
