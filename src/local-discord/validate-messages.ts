/** Bodies that create or edit a message, and the rules over a whole message. */
import { z } from 'zod';
import { flatten, mediaOf, textsOf } from './component-tree.js';
import { list, repeated, report, snowflake, text, whole } from './fields.js';
import * as limits from './limits.js';
import { MessageFlag, type MessageContent } from './message.js';
import type { Problem } from './problems.js';
import { ComponentType, topComponent } from './validate-components.js';
import { embed, findEmbedProblems } from './validate-embeds.js';

const mentionKind = z.enum(['roles', 'users', 'everyone']);

const allowedMentions = z
  .object({
    parse: z.array(mentionKind).nullish(),
    users: list(snowflake, 0, limits.ALLOWED_MENTION_IDS).nullish(),
    roles: list(snowflake, 0, limits.ALLOWED_MENTION_IDS).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine(({ parse, users, roles }, context) => {
    const twice = (['users', 'roles'] as const).filter(
      (kind) => parse?.includes(kind) === true && ({ users, roles }[kind] ?? []).length > 0,
    );
    const code = 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE';
    const message = 'parse and a list of ids exclude each other';
    report(
      context,
      twice.map((kind) => ({ path: [kind], code, message })),
    );
  });
export type AllowedMentions = z.infer<typeof allowedMentions>;

const attachment = z.object({
  id: z.union([z.string(), z.int()]).transform(String),
  filename: z.string().nullish(),
  description: text(0, limits.MEDIA_DESCRIPTION).nullish(),
});
export type AttachmentRequest = z.infer<typeof attachment>;

const fields = {
  content: text(0, limits.CONTENT_LENGTH).nullish(),
  embeds: list(embed, 0, limits.EMBEDS).nullish(),
  components: list(topComponent, 0, limits.V2_COMPONENTS).nullish(),
  allowed_mentions: allowedMentions.nullish(),
  attachments: list(attachment, 0, limits.MESSAGE_ATTACHMENTS).nullish(),
  flags: whole(0, 2 ** 31 - 1).nullish(),
  poll: z.unknown().optional(),
  sticker_ids: list(snowflake, 0, limits.STICKERS).nullish(),
};

/** Creates a message: in a channel, as a response to an interaction, or as a follow-up. */
export const messageCreate = z.object({
  ...fields,
  tts: z.boolean().nullish(),
  nonce: z.union([z.int(), text(0, limits.NONCE_LENGTH)]).nullish(),
  enforce_nonce: z.boolean().nullish(),
  message_reference: z
    .object({
      message_id: snowflake,
      channel_id: snowflake.nullish(),
      guild_id: snowflake.nullish(),
      fail_if_not_exists: z.boolean().nullish(),
      type: z.literal([0, 1]).nullish(),
    })
    .nullish(),
});
export type MessageCreate = z.infer<typeof messageCreate>;

/** Edits a message: what is not named stays, null empties. */
export const messageEdit = z.object(fields);
export type MessageEdit = z.infer<typeof messageEdit>;

/** What a message would be, before it is stored. */
export interface Draft extends MessageContent {
  readonly flags: number;
  readonly hasPoll: boolean;
  readonly hasStickers: boolean;
}

/** The rules that a schema of single fields cannot say. */
export function findMessageProblems(draft: Draft): Problem[] {
  const isV2 = (draft.flags & MessageFlag.componentsV2) !== 0;
  return [
    ...findEmbedProblems(draft.embeds),
    ...findRepeatedIds(draft),
    ...findMissingUploads(draft),
    ...(isV2 ? findV2Problems(draft) : findV1Problems(draft)),
  ];
}

function findV1Problems({ components }: Draft): Problem[] {
  const strangers: Problem[] = components.flatMap(({ type }, position) =>
    type === ComponentType.row
      ? []
      : [
          {
            path: ['components', position, 'type'],
            code: 'UNION_TYPE_CHOICES',
            message: 'Value of field "type" must be one of (1,).',
          },
        ],
  );
  if (components.length <= limits.ACTION_ROWS) return strangers;
  const message = `Must be ${limits.ACTION_ROWS} or fewer in length.`;
  return [...strangers, { path: ['components'], code: 'BASE_TYPE_MAX_LENGTH', message }];
}

function findV2Problems(draft: Draft): Problem[] {
  const legacy = {
    content: draft.content !== '',
    embeds: draft.embeds.length > 0,
    poll: draft.hasPoll,
    sticker_ids: draft.hasStickers,
  };
  const problems: Problem[] = Object.entries(legacy)
    .filter(([, isUsed]) => isUsed)
    .map(([field]) => ({
      path: [field],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
  return [...problems, ...findV2Totals(draft)];
}

function findV2Totals({ components }: Draft): Problem[] {
  const problems: Problem[] = [];
  const count = flatten(components).length;
  if (count > limits.V2_COMPONENTS) {
    const message = `Total number of components (${count}) exceeds maximum of ${limits.V2_COMPONENTS}`;
    problems.push({ path: ['components'], code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', message });
  }
  const total = textsOf(components).reduce((sum, { length }) => sum + length, 0);
  if (total > limits.V2_TEXT) {
    const message = `Displayable text (${total}) exceeds maximum of ${limits.V2_TEXT} characters`;
    problems.push({ path: ['components'], code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', message });
  }
  return problems;
}

function findRepeatedIds({ components }: Draft): Problem[] {
  const placed = flatten(components);
  const withId = placed.filter(({ component: { id } }) => (id ?? 0) !== 0);
  const withCustomId = placed.flatMap(({ component, path }) =>
    'custom_id' in component && typeof component.custom_id === 'string'
      ? [{ path, customId: component.custom_id }]
      : [],
  );
  const custom = repeated(withCustomId, ({ customId }) => customId).map((at) => ({
    path: ['components', ...(withCustomId[at]?.path ?? []), 'custom_id'],
    code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
    message: 'Component custom id cannot be duplicated',
  }));
  const ids = repeated(withId, ({ component }) => component.id).map((at) => ({
    path: ['components', ...(withId[at]?.path ?? []), 'id'],
    code: 'COMPONENT_ID_DUPLICATED',
    message: 'Component id cannot be duplicated',
  }));
  return [...custom, ...ids];
}

/** `attachment://name` must name a file of the message. */
function findMissingUploads({ components, attachments }: Draft): Problem[] {
  const names = new Set(attachments.map(({ filename }) => `attachment://${filename}`));
  return flatten(components).flatMap(({ component, path }) =>
    mediaOf(component)
      .filter(({ media: { url } }) => url.startsWith('attachment:') && !names.has(url))
      .map(({ field }) => ({
        path: ['components', ...path, ...field, 'url'],
        code: 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        message: 'The referenced attachment was not found',
      })),
  );
}
