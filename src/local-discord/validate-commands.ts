/** Payloads of commands: names, lengths, order of options, total size. */
import { z } from 'zod';
import { list, repeated, report, text, whole } from './fields.js';
import * as limits from './limits.js';
import { parseBody, refuseProblems, type Problem } from './problems.js';

export const CommandType = { chat: 1, user: 2, message: 3 } as const;
export const OptionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** Slash commands and their options; checked for lower case as well. */
const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const chatName = z.string().refine((name) => CHAT_NAME.test(name) && name === name.toLowerCase(), {
  error: 'Command name is invalid',
  params: { code: 'APPLICATION_COMMAND_INVALID_NAME' },
});
/** The languages in which Discord says that it shows commands; its OpenAPI document names "ar" and "he" as well, for people. */
export const LOCALES = [
  'bg', 'cs', 'da', 'de', 'el', 'en-GB', 'en-US', 'es-419', 'es-ES', 'fi', 'fr', 'hi', 'hr', 'hu', 'id', 'it',
  'ja', 'ko', 'lt', 'nl', 'no', 'pl', 'pt-BR', 'ro', 'ru', 'sv-SE', 'th', 'tr', 'uk', 'vi', 'zh-CN', 'zh-TW',
] as const; // prettier-ignore
const localized = (each: z.ZodType<string>) => z.partialRecord(z.literal(LOCALES), each).nullish();

const choice = z.object({
  name: text(1, limits.CHOICE_TEXT),
  name_localizations: localized(text(1, limits.CHOICE_TEXT)),
  value: z.union([text(1, limits.CHOICE_TEXT), z.number()]),
});

const leafFields = {
  name: chatName,
  name_localizations: localized(chatName),
  description: text(1, limits.COMMAND_DESCRIPTION),
  description_localizations: localized(text(1, limits.COMMAND_DESCRIPTION)),
};

const leaf = z
  .object({
    ...leafFields,
    type: whole(OptionType.string, OptionType.attachment),
    required: z.boolean().nullish(),
    choices: list(choice, 0, limits.CHOICES).nullish(),
    autocomplete: z.boolean().nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
    min_length: whole(0, limits.STRING_OPTION_LENGTH).nullish(),
    max_length: whole(1, limits.STRING_OPTION_LENGTH).nullish(),
    channel_types: z.array(z.int()).nullish(),
  })
  .superRefine((option, context) => report(context, findOptionProblems(option)));

const leaves = list(leaf, 0, limits.COMMAND_OPTIONS).superRefine((options, context) =>
  report(context, findOrderProblems(options)),
);

const subcommand = z.object({
  ...leafFields,
  type: z.literal(OptionType.subcommand),
  options: leaves.nullish(),
});
const group = z.object({
  ...leafFields,
  type: z.literal(OptionType.group),
  options: list(subcommand, 1, limits.COMMAND_OPTIONS),
});
const branches = list(
  z.discriminatedUnion('type', [subcommand, group]),
  0,
  limits.COMMAND_OPTIONS,
).superRefine((options, context) => report(context, findRepeatedNames(options)));

const branchType = z.object({ type: z.literal([OptionType.subcommand, OptionType.group]) });
/** Types of options for which a person may choose from a list. */
const CHOOSABLE: readonly number[] = [OptionType.string, OptionType.integer, OptionType.number];

export type LeafOption = z.infer<typeof leaf>;
type BranchOption = z.infer<typeof subcommand> | z.infer<typeof group>;
export type CommandOption = LeafOption | BranchOption;

const contextMenuName = text(1, limits.COMMAND_NAME);
const bits = z.string().regex(/^\d+$/u, 'Value is not a permission set.');

const commandFields = {
  description_localizations: localized(text(1, limits.COMMAND_DESCRIPTION)),
  default_member_permissions: bits.nullish(),
  dm_permission: z.boolean().nullish(),
  contexts: z.array(z.literal([0, 1, 2])).nullish(),
  integration_types: z.array(z.literal([0, 1])).nullish(),
  nsfw: z.boolean().nullish(),
  options: z.array(z.unknown()).nullish(),
};

const chatCommand = z.object({
  ...commandFields,
  type: z.literal(CommandType.chat),
  name: chatName,
  name_localizations: localized(chatName),
  description: text(1, limits.COMMAND_DESCRIPTION),
});
const contextCommand = z
  .object({
    ...commandFields,
    type: z.literal([CommandType.user, CommandType.message]),
    name: contextMenuName,
    name_localizations: localized(contextMenuName),
    description: z.string().nullish(),
  })
  .superRefine(({ description, options }, context) => {
    const unused = { description: (description ?? '') !== '', options: (options ?? []).length > 0 };
    const problems = Object.entries(unused)
      .filter(([, isUsed]) => isUsed)
      .map(([field]) => ({ path: [field], ...contextError }));
    report(context, problems);
  });
const contextError = {
  code: 'APPLICATION_COMMAND_CONTEXT_MENU_FIELD',
  message: 'Context menu commands cannot have description or options',
};

const command = z.preprocess(
  (value) =>
    typeof value === 'object' && value !== null && !('type' in value) ? { ...value, type: 1 } : value,
  z.discriminatedUnion('type', [chatCommand, contextCommand]),
);

export interface CommandPayload extends Omit<z.infer<typeof command>, 'options'> {
  readonly options: readonly CommandOption[];
}

/**
 * Reads the payload of a command.
 *
 * @throws ApiError 50035
 */
export function parseCommand(
  body: unknown,
  isGuild: boolean,
  prefix: readonly PropertyKey[] = [],
): CommandPayload {
  const { options, ...rest } = parseBody(command, body, prefix);
  const parsed = {
    ...rest,
    options: parseBody(optionsSchema(options), options ?? [], [...prefix, 'options']),
  };
  refuseProblems([...findSizeProblems(parsed), ...(isGuild ? findGlobalFields(parsed) : [])], prefix);
  return parsed;
}

/** Either subcommands or plain options; which is told by the first one, so that errors name the right path. */
function optionsSchema(value: readonly unknown[] | null | undefined): z.ZodType<CommandOption[]> {
  const first = branchType.safeParse(value?.[0]);
  return first.success ? branches : leaves;
}

function findOptionProblems(option: {
  type: number;
  choices?: readonly { value: string | number }[] | null | undefined;
  autocomplete?: boolean | null | undefined;
}): Problem[] {
  const problems: Problem[] = [];
  const choices = option.choices ?? [];
  const takesChoices = CHOOSABLE.includes(option.type);
  if (option.autocomplete === true && (choices.length > 0 || !takesChoices)) {
    const message = 'Cannot set autocomplete with choices, or on an option of this type';
    problems.push({
      path: ['autocomplete'],
      code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID',
      message,
    });
  }
  if (choices.length > 0 && !takesChoices) {
    problems.push({ path: ['choices'], code: 'BASE_TYPE_INVALID', message: 'This option takes no choices' });
  }
  const wanted = option.type === OptionType.string ? 'string' : 'number';
  choices.forEach(({ value }, at) => {
    if (typeof value === wanted) return;
    problems.push({
      path: ['choices', at, 'value'],
      code: 'BASE_TYPE_BAD_TYPE',
      message: `Must be a ${wanted}.`,
    });
  });
  return problems;
}

function findOrderProblems(
  options: readonly { name: string; required?: boolean | null | undefined }[],
): Problem[] {
  const firstOptional = options.findIndex(({ required }) => required !== true);
  const late = options.flatMap(({ required }, at): Problem[] =>
    required === true && firstOptional !== -1 && at > firstOptional
      ? [
          {
            path: [at],
            code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
            message: 'Required options must be placed before non-required options',
          },
        ]
      : [],
  );
  return [...late, ...findRepeatedNames(options)];
}

function findRepeatedNames(options: readonly { name: string }[]): Problem[] {
  return repeated(options, ({ name }) => name).map((at) => ({
    path: [at, 'name'],
    code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    message: 'Option name already exists in options',
  }));
}

function findSizeProblems(payload: CommandPayload): Problem[] {
  if (sizeOf(payload) <= limits.COMMAND_TEXT) return [];
  const message = `Command exceeds maximum size (${limits.COMMAND_TEXT})`;
  return [{ path: [], code: 'APPLICATION_COMMAND_TOO_LARGE', message }];
}

export type Localizations = Readonly<Partial<Record<string, string>>> | null | undefined;

interface Sized {
  readonly name: string;
  readonly name_localizations?: Localizations;
  readonly description?: string | null | undefined;
  readonly description_localizations?: Localizations;
  readonly value?: string | number;
  readonly options?: readonly Sized[] | null | undefined;
  readonly choices?: readonly Sized[] | null | undefined;
}

/** Of each text its longest form in any language counts. */
function sizeOf(sized: Sized): number {
  const { name, description, value, options, choices } = sized;
  const nested = [...(options ?? []), ...(choices ?? [])].reduce((sum, one) => sum + sizeOf(one), 0);
  return (
    longestOf(name, sized.name_localizations) +
    longestOf(description ?? '', sized.description_localizations) +
    String(value ?? '').length +
    nested
  );
}

function longestOf(text: string, localizations: Localizations): number {
  return Math.max(text.length, ...Object.values(localizations ?? {}).map((one) => one?.length ?? 0));
}

function findGlobalFields(payload: CommandPayload): Problem[] {
  return (['contexts', 'integration_types'] as const)
    .filter((field) => (payload[field] ?? undefined) !== undefined)
    .map((field) => ({
      path: [field],
      code: 'APPLICATION_COMMAND_GUILD_FIELD',
      message: `${field} is for global commands only`,
    }));
}
