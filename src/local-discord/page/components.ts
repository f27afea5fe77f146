/** Components of messages: Discord's JSON becomes a union that views can switch over. */
import { Fields, parseNumber, parseText } from './fields.js';

export interface Media {
  readonly url: string;
  readonly description: string | undefined;
  readonly isSpoiler: boolean;
}

export interface ButtonPart {
  readonly kind: 'button';
  /** 1 primary, 2 secondary, 3 success, 4 danger, 5 link. */
  readonly style: number;
  readonly label: string;
  readonly customId: string | undefined;
  readonly url: string | undefined;
  readonly isDisabled: boolean;
}

export interface Choosable {
  readonly label: string;
  readonly value: string;
  readonly description: string | undefined;
  readonly isDefault: boolean;
}

export interface SelectPart {
  readonly kind: 'select';
  readonly customId: string;
  readonly placeholder: string;
  readonly fewest: number;
  readonly most: number;
  readonly isDisabled: boolean;
  readonly isRequired: boolean;
  readonly options: readonly Choosable[];
  /** The channels that are chosen, where channels are offered instead of options. */
  readonly channels?: readonly string[] | undefined;
}

export type Part =
  | ButtonPart
  | SelectPart
  | { readonly kind: 'row'; readonly parts: readonly Part[] }
  | { readonly kind: 'text'; readonly content: string }
  | { readonly kind: 'section'; readonly parts: readonly Part[]; readonly accessory: Part }
  | { readonly kind: 'media'; readonly items: readonly Media[] }
  | { readonly kind: 'separator'; readonly hasLine: boolean; readonly isLarge: boolean }
  | {
      readonly kind: 'container';
      readonly parts: readonly Part[];
      readonly accent: number | undefined;
      readonly isSpoiler: boolean;
    }
  | { readonly kind: 'unknown'; readonly type: number };

/** By Discord's number of the type. User and role selects are left out: nothing here uses them. */
const PARSERS: Readonly<Record<number, (from: Fields) => Part>> = {
  1: (from) => ({ kind: 'row', parts: from.list('components', parsePart) }),
  2: parseButton,
  3: parseSelect,
  8: parseChannelSelect,
  9: (from) => ({
    kind: 'section',
    parts: from.list('components', parsePart),
    accessory: from.child('accessory', parsePart),
  }),
  10: (from) => ({ kind: 'text', content: from.text('content') }),
  11: (from) => ({ kind: 'media', items: [readMedia(from, 'media')] }),
  12: (from) => ({ kind: 'media', items: from.list('items', parseItem) }),
  13: (from) => ({ kind: 'media', items: [readMedia(from, 'file')] }),
  14: parseSeparator,
  17: parseContainer,
};

export function parsePart(value: unknown, where: string): Part {
  const from = new Fields(value, where);
  const type = from.number('type');
  return PARSERS[type]?.(from) ?? { kind: 'unknown', type };
}

function parseButton(from: Fields): ButtonPart {
  const emoji = from.maybe('emoji', (value, where) => new Fields(value, where).maybe('name', parseText));
  return {
    kind: 'button',
    style: from.number('style'),
    label: [emoji, from.maybe('label', parseText)].filter((text) => text !== undefined).join(' '),
    customId: from.maybe('custom_id', parseText),
    url: from.maybe('url', parseText),
    isDisabled: from.flag('disabled'),
  };
}

export function parseSelect(from: Fields): SelectPart {
  return { ...readSelect(from), options: from.list('options', parseChoosable) };
}

function parseChannelSelect(from: Fields): SelectPart {
  const channels = from.list('default_values', (value, where) => new Fields(value, where).text('id'));
  return { ...readSelect(from), options: [], channels };
}

function readSelect(from: Fields): Omit<SelectPart, 'options' | 'channels'> {
  return {
    kind: 'select',
    customId: from.text('custom_id'),
    placeholder: from.maybe('placeholder', parseText) ?? 'Make a selection',
    fewest: from.maybe('min_values', parseNumber) ?? 1,
    most: from.maybe('max_values', parseNumber) ?? 1,
    isDisabled: from.flag('disabled'),
    isRequired: from.maybe('required', (value) => value === true) ?? true,
  };
}

function parseChoosable(value: unknown, where: string): Choosable {
  const from = new Fields(value, where);
  return {
    label: from.text('label'),
    value: from.text('value'),
    description: from.maybe('description', parseText),
    isDefault: from.flag('default'),
  };
}

function parseItem(value: unknown, where: string): Media {
  return readMedia(new Fields(value, where), 'media');
}

function readMedia(from: Fields, name: 'media' | 'file'): Media {
  return {
    url: from.child(name, (value, where) => new Fields(value, where).text('url')),
    description: from.maybe('description', parseText) ?? from.maybe('name', parseText),
    isSpoiler: from.flag('spoiler'),
  };
}

function parseSeparator(from: Fields): Part {
  const hasLine = from.maybe('divider', (value) => value === true) ?? true;
  return { kind: 'separator', hasLine, isLarge: from.maybe('spacing', parseNumber) === 2 };
}

function parseContainer(from: Fields): Part {
  const accent = from.maybe('accent_color', parseNumber);
  const parts = from.list('components', parsePart);
  return { kind: 'container', parts, accent, isSpoiler: from.flag('spoiler') };
}
