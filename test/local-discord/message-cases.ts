/** Messages at Discord's limits and one beyond them. */
import { MessageFlags } from 'discord.js';

const V2 = MessageFlags.IsComponentsV2;

const text = (content: string): object => ({ type: 10, content });
const button = (fields: object): object => ({
  type: 2,
  style: 1,
  label: 'a',
  custom_id: 'a',
  ...fields,
});
export const row = (...components: object[]): object => ({ type: 1, components });
const buttons = (count: number): object[] =>
  Array.from({ length: count }, (_, at) => button({ custom_id: `b${at}` }));
const select = (options: object[], fields: object = {}): object => ({
  type: 3,
  custom_id: 's',
  options,
  ...fields,
});
const channels = (max_values: number, default_values: object[]): object => ({
  type: 8,
  custom_id: 'c',
  min_values: 0,
  max_values,
  default_values,
});
const v2 = (...components: object[]): object => ({ flags: V2, components });
const container = (...components: object[]): object => ({ type: 17, components });
const section = (texts: number, accessory: object): object => ({
  type: 9,
  components: Array.from({ length: texts }, () => text('x')),
  accessory,
});

/** What was accepted stands beside what is one too many. */
export const CASES: readonly [string, object, readonly string[]][] = [
  ['content of 2,000', { content: 'x'.repeat(2_000) }, []],
  ['content of 2,001', { content: 'x'.repeat(2_001) }, ['content: BASE_TYPE_MAX_LENGTH']],
  ['content of the wrong type', { content: 5 }, ['content: BASE_TYPE_BAD_TYPE']],
  ['nothing at all', {}, ['50006']],
  ['only white space', { content: ' \n' }, ['50006']],
  [
    '6,000 characters in embeds',
    { embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_000) }] },
    [],
  ],
  [
    '6,001 characters in embeds',
    { embeds: [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }] },
    ['embeds: MAX_EMBED_SIZE_EXCEEDED'],
  ],
  [
    'an embed title of 257',
    { embeds: [{ title: 'x'.repeat(257) }] },
    ['embeds.0.title: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a field without a value',
    { embeds: [{ fields: [{ name: 'n' }] }] },
    ['embeds.0.fields.0.value: BASE_TYPE_REQUIRED'],
  ],
  [
    '11 embeds',
    { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) },
    ['embeds: BASE_TYPE_MAX_LENGTH'],
  ],
  ['5 buttons in a row', { components: [row(...buttons(5))] }, []],
  [
    '6 buttons in a row',
    { components: [row(...buttons(6))] },
    ['components.0.components: BASE_TYPE_BAD_LENGTH'],
  ],
  ['an empty row', { components: [row()] }, ['components.0.components: BASE_TYPE_BAD_LENGTH']],
  [
    '6 rows',
    { components: Array.from({ length: 6 }, (_, at) => row(button({ custom_id: `r${at}` }))) },
    ['components: BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a label of 81',
    { components: [row(button({ label: 'x'.repeat(81) }))] },
    ['components.0.components.0.label: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a custom id of 101',
    { components: [row(button({ custom_id: 'x'.repeat(101) }))] },
    ['components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'an empty custom id',
    { components: [row(button({ custom_id: '' }))] },
    ['components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a custom id twice',
    { components: [row(button({}), button({}))] },
    ['components.0.components.1.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'a button with neither label nor emoji',
    { components: [row({ type: 2, style: 1, custom_id: 'a' })] },
    ['components.0.components.0.label: BASE_TYPE_REQUIRED'],
  ],
  [
    'a link without an address',
    { components: [row({ type: 2, style: 5, label: 'a' })] },
    ['components.0.components.0.url: BASE_TYPE_REQUIRED'],
  ],
  [
    'a link of 513',
    { components: [row({ type: 2, style: 5, label: 'a', url: `https://e.org/${'x'.repeat(499)}` })] },
    ['components.0.components.0.url: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a link to a script',
    { components: [row({ type: 2, style: 5, label: 'a', url: 'javascript:alert(1)' })] },
    ['components.0.components.0.url: URL_TYPE_INVALID_SCHEME'],
  ],
  [
    'a link with a custom id',
    { components: [row(button({ style: 5, url: 'https://e.org' }))] },
    ['components.0.components.0.custom_id: BASE_TYPE_INVALID'],
  ],
  [
    'a select of 26',
    {
      components: [row(select(Array.from({ length: 26 }, (_, at) => ({ label: `${at}`, value: `${at}` }))))],
    },
    ['components.0.components.0.options: BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a select with a value twice',
    {
      components: [
        row(
          select([
            { label: 'a', value: '1' },
            { label: 'b', value: '1' },
          ]),
        ),
      ],
    },
    ['components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
  ],
  [
    'a channel select with channels chosen',
    { components: [row(channels(2, [{ id: '1'.repeat(18), type: 'channel' }]))] },
    [],
  ],
  [
    'a channel select with more channels chosen than may be',
    {
      components: [
        row(
          channels(
            1,
            ['1', '2'].map((digit) => ({ id: digit.repeat(18), type: 'channel' })),
          ),
        ),
      ],
    },
    ['components.0.components.0.default_values: BASE_TYPE_INVALID'],
  ],
  [
    'a channel select with a person chosen',
    { components: [row(channels(1, [{ id: '1'.repeat(18), type: 'user' }]))] },
    ['components.0.components.0.default_values: BASE_TYPE_INVALID'],
  ],
  [
    'a select beside a button',
    { components: [row(select([{ label: 'a', value: '1' }]), button({}))] },
    ['components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    'a container without the V2 flag',
    { components: [container(text('x'))] },
    ['components.0.type: UNION_TYPE_CHOICES'],
  ],
  ['an unknown component', v2({ type: 99 }), ['components.0.type: UNION_TYPE_CHOICES']],
  [
    'a container in a container',
    v2(container(container(text('x')))),
    ['components.0.components.0.type: UNION_TYPE_CHOICES'],
  ],
  [
    'content with the V2 flag',
    { ...v2(text('x')), content: 'x' },
    ['content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'],
  ],
  [
    'embeds, a poll and stickers with the V2 flag',
    { ...v2(text('x')), embeds: [{ title: 'x' }], poll: {}, sticker_ids: ['123456789012345678'] },
    ['embeds', 'poll', 'sticker_ids'].map(
      (field) => `${field}: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2`,
    ),
  ],
  ['4,000 characters of text', v2(container(text('x'.repeat(2_000)), text('x'.repeat(2_000)))), []],
  [
    '4,001 characters of text',
    v2(container(text('x'.repeat(2_000)), text('x'.repeat(2_000))), text('x')),
    ['components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED'],
  ],
  ['an empty text', v2(text('')), ['components.0.content: BASE_TYPE_BAD_LENGTH']],
  ['40 components', v2(container(...Array.from({ length: 39 }, () => text('x')))), []],
  [
    '40 components, an accessory among them',
    v2(container(...Array.from({ length: 36 }, () => text('x')), section(1, button({})))),
    [],
  ],
  [
    '41 components, an accessory among them',
    v2(container(...Array.from({ length: 37 }, () => text('x')), section(1, button({})))),
    ['components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  ['a section of 4 texts', v2(section(4, button({}))), ['components.0.components: BASE_TYPE_BAD_LENGTH']],
  [
    'a section without an accessory',
    v2({ type: 9, components: [text('x')] }),
    ['components.0.accessory: BASE_TYPE_REQUIRED'],
  ],
  [
    'a component id twice',
    v2({ ...text('x'), id: 7 }, { ...text('y'), id: 7 }),
    ['components.1.id: COMPONENT_ID_DUPLICATED'],
  ],
  [
    'a file that was not uploaded',
    v2({ type: 13, file: { url: 'attachment://a.txt' } }),
    ['components.0.file.url: UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND'],
  ],
  [
    'mentions that are allowed twice',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['123456789012345678'] } },
    ['allowed_mentions.users: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE'],
  ],
];
