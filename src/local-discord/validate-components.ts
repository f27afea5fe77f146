/** The components that a message may hold, each with its own limits. Rules over the whole message: validate-messages.ts. */
import { z } from 'zod';
import { address, list, maybe, or, repeated, report, snowflake, text, whole } from './fields.js';
import * as limits from './limits.js';
import type { Problem } from './problems.js';

export const ComponentType = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

const LINK_STYLE = 5;
const HIGHEST_STYLE = 5;
const HIGHEST_ID = 2 ** 31 - 1;

const numbered = { id: maybe(whole(0, HIGHEST_ID)) };
export const customId = text(1, limits.CUSTOM_ID_LENGTH);
const emoji = z.object({
  id: snowflake.nullish(),
  name: z.string().nullish(),
  animated: z.boolean().nullish(),
});

const button = z
  .object({
    ...numbered,
    type: z.literal(ComponentType.button),
    style: whole(1, HIGHEST_STYLE),
    label: maybe(text(1, limits.LABEL_LENGTH)),
    custom_id: maybe(customId),
    url: maybe(address(limits.URL_LENGTH, ['http', 'https', 'discord'])),
    emoji: maybe(emoji),
    disabled: maybe(z.boolean()),
  })
  .superRefine((value, context) => report(context, findButtonProblems(value)));

function findButtonProblems(value: {
  style: number;
  label?: string | undefined;
  custom_id?: string | undefined;
  url?: string | undefined;
  emoji?: unknown;
}): Problem[] {
  const isLink = value.style === LINK_STYLE;
  const [needed, excluded] = isLink ? (['url', 'custom_id'] as const) : (['custom_id', 'url'] as const);
  const problems: Problem[] = [];
  if (value[needed] === undefined) problems.push(required(needed));
  if (value[excluded] !== undefined) {
    const code = 'BASE_TYPE_INVALID';
    problems.push({ path: [excluded], code, message: `A button has either custom_id or url.` });
  }
  if (value.label === undefined && value.emoji === undefined) problems.push(required('label'));
  return problems;
}

function required(field: string): Problem {
  return { path: [field], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

const selectFields = {
  ...numbered,
  custom_id: customId,
  placeholder: maybe(text(0, limits.PLACEHOLDER_LENGTH)),
  min_values: or(whole(0, limits.SELECT_OPTIONS), 1),
  max_values: or(whole(1, limits.SELECT_OPTIONS), 1),
  disabled: maybe(z.boolean()),
};

const selectOption = z.object({
  label: text(1, limits.SELECT_TEXT),
  value: text(1, limits.SELECT_TEXT),
  description: maybe(text(0, limits.SELECT_TEXT)),
  emoji: maybe(emoji),
  default: maybe(z.boolean()),
});

const stringSelect = z
  .object({
    ...selectFields,
    type: z.literal(ComponentType.stringSelect),
    options: list(selectOption, 1, limits.SELECT_OPTIONS),
    required: maybe(z.boolean()),
  })
  .superRefine((value, context) => report(context, findSelectProblems(value)));

function findSelectProblems(value: {
  options: readonly { value: string }[];
  min_values: number;
  max_values: number;
}): Problem[] {
  const problems: Problem[] = repeated(value.options, (option) => option.value).map((position) => ({
    path: ['options', position, 'value'],
    code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    message: 'The specified option value is already used',
  }));
  if (value.max_values > value.options.length) {
    const message = `Must not be more than the ${value.options.length} options.`;
    problems.push({ path: ['max_values'], code: 'BASE_TYPE_INVALID', message });
  }
  if (value.min_values > value.max_values) {
    problems.push({
      path: ['min_values'],
      code: 'BASE_TYPE_INVALID',
      message: 'Is greater than max_values.',
    });
  }
  return problems;
}

const entitySelect = z
  .object({
    ...selectFields,
    type: z.literal([
      ComponentType.userSelect,
      ComponentType.roleSelect,
      ComponentType.mentionableSelect,
      ComponentType.channelSelect,
    ]),
    channel_types: maybe(z.array(z.int())),
    default_values: maybe(
      list(z.object({ id: snowflake, type: z.enum(['user', 'role', 'channel']) }), 0, limits.SELECT_OPTIONS),
    ),
  })
  .superRefine((value, context) => report(context, findDefaultProblems(value)));

const DEFAULT_TYPES: Readonly<Record<number, readonly string[]>> = {
  [ComponentType.userSelect]: ['user'],
  [ComponentType.roleSelect]: ['role'],
  [ComponentType.mentionableSelect]: ['user', 'role'],
  [ComponentType.channelSelect]: ['channel'],
};

/** As many as may be chosen, each of the kind that the select is for. */
function findDefaultProblems(value: {
  type: number;
  max_values: number;
  default_values?: readonly { type: string }[] | undefined;
}): Problem[] {
  const { type, max_values, default_values = [] } = value;
  const code = 'BASE_TYPE_INVALID';
  const path = ['default_values'];
  const problems: Problem[] = [];
  if (default_values.length > max_values) problems.push({ path, code, message: 'Are more than max_values.' });
  if (default_values.some((one) => DEFAULT_TYPES[type]?.includes(one.type) !== true))
    problems.push({ path, code, message: 'Are of another kind than the select.' });
  return problems;
}

/** Everything a person can use; an action row holds up to five buttons or one select. */
const inRow = z.discriminatedUnion('type', [button, stringSelect, entitySelect]);

const row = z
  .object({
    ...numbered,
    type: z.literal(ComponentType.row),
    components: list(inRow, 1, limits.ROW_BUTTONS),
  })
  .superRefine(({ components }, context) => {
    if (components.length === 1 || components.every(({ type }) => type === ComponentType.button)) return;
    const code = 'COMPONENT_LAYOUT_WIDTH_EXCEEDED';
    report(context, [{ path: ['components'], code, message: 'A select fills its action row alone.' }]);
  });

/** Beside the address, what this server adds to it when the message is stored. */
const media = (schemes: readonly string[]) =>
  z.object({
    url: address(limits.MEDIA_URL_LENGTH, schemes),
    id: maybe(z.string()),
    proxy_url: maybe(z.string()),
    attachment_id: maybe(z.string()),
    content_type: maybe(z.string()),
  });
export type Media = z.infer<ReturnType<typeof media>>;
const describedMedia = {
  media: media(['http', 'https', 'attachment']),
  description: or(text(0, limits.MEDIA_DESCRIPTION).nullable(), null),
  spoiler: or(z.boolean(), false),
};

export const textDisplay = z.object({
  ...numbered,
  type: z.literal(ComponentType.text),
  content: text(1, limits.V2_TEXT),
});
const thumbnail = z.object({ ...numbered, type: z.literal(ComponentType.thumbnail), ...describedMedia });
const section = z.object({
  ...numbered,
  type: z.literal(ComponentType.section),
  components: list(textDisplay, 1, limits.SECTION_TEXTS),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});
const gallery = z.object({
  ...numbered,
  type: z.literal(ComponentType.gallery),
  items: list(z.object(describedMedia), 1, limits.GALLERY_ITEMS),
});
const file = z.object({
  ...numbered,
  type: z.literal(ComponentType.file),
  file: media(['attachment', 'http']),
  name: or(z.string().nullable(), null),
  size: or(z.int().nullable(), null),
  spoiler: or(z.boolean(), false),
});
const separator = z.object({
  ...numbered,
  type: z.literal(ComponentType.separator),
  divider: or(z.boolean(), true),
  spacing: or(z.literal([1, 2]), 1),
});
const container = z.object({
  ...numbered,
  type: z.literal(ComponentType.container),
  components: list(
    z.discriminatedUnion('type', [row, section, textDisplay, gallery, file, separator]),
    1,
    limits.V2_COMPONENTS,
  ),
  accent_color: or(whole(0, limits.HIGHEST_COLOUR).nullable(), null),
  spoiler: or(z.boolean(), false),
});

/** What may stand at the top of a message. */
export const topComponent = z.discriminatedUnion('type', [
  row,
  section,
  textDisplay,
  gallery,
  file,
  separator,
  container,
]);

export { stringSelect, entitySelect };

export type TopComponent = z.infer<typeof topComponent>;
export type Button = z.infer<typeof button>;
export type Component = TopComponent | z.infer<typeof inRow> | z.infer<typeof thumbnail>;
