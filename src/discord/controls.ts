/** Buttons and selects as data, and the rows that they stand in. A row may stand in a frame or below it. */
import {
  ButtonStyle,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIChannelSelectComponent,
  type APIComponentInMessageActionRow,
} from 'discord.js';
import { BUTTON_LABEL, ROW_BUTTONS, SELECT_OPTIONS, SELECT_TEXT } from './limits.js';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

export interface ActionButton {
  /** See `writeComponentId`. */
  readonly id: string;
  readonly label: string;
  /** By default "secondary": grey. */
  readonly style?: 'primary' | 'secondary' | 'success' | 'danger' | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Opens an address; the bot never hears of it. */
export interface LinkButton {
  readonly url: string;
  readonly label: string;
}

export type Button = ActionButton | LinkButton;

export interface SelectOption {
  readonly label: string;
  /** What the handler gets; different for each option. */
  readonly value: string;
  readonly description?: string | undefined;
  readonly isChosen?: boolean | undefined;
}

export interface Select {
  readonly id: string;
  readonly options: readonly SelectOption[];
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined;
  /** How many may be chosen; by default one. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
  readonly isDisabled?: boolean | undefined;
}

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

/** As many rows as are needed, five buttons in each; none for no buttons. */
export function buttonRows(buttons: readonly Button[]): Row[] {
  const count = Math.ceil(buttons.length / ROW_BUTTONS);
  return Array.from({ length: count }, (_, at) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(at * ROW_BUTTONS, (at + 1) * ROW_BUTTONS).map(toButton),
  }));
}

/** A select fills its row. Options beyond 25 are left out: a caller with more offers them otherwise. */
export function selectRow({ id, options, placeholder, least, most, isDisabled }: Select): Row {
  const shown = options.slice(0, SELECT_OPTIONS);
  const select = {
    type: ComponentType.StringSelect,
    custom_id: id,
    options: shown.map(({ label, value, description, isChosen }) => ({
      label: label.slice(0, SELECT_TEXT),
      value,
      ...(description !== undefined && { description: description.slice(0, SELECT_TEXT) }),
      ...(isChosen === true && { default: true }),
    })),
    min_values: least ?? 1,
    max_values: Math.min(most ?? 1, shown.length),
    ...(placeholder !== undefined && { placeholder: placeholder.slice(0, SELECT_TEXT) }),
    ...(isDisabled === true && { disabled: true }),
  } as const;
  return { type: ComponentType.ActionRow, components: [{ ...select, options: [...select.options] }] };
}

export interface ChannelSelect {
  readonly id: string;
  /** Ids of channels, at most 25. */
  readonly chosen: readonly string[];
  /** Shown while nothing is chosen. */
  readonly placeholder: string;
}

/** Where people write; threads and posts belong to such a channel. */
const CHANNEL_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
];

/** Any number of channels up to 25, also none. */
export function channelRow({ id, chosen, placeholder }: ChannelSelect): Row {
  const select: APIChannelSelectComponent = {
    type: ComponentType.ChannelSelect,
    custom_id: id,
    channel_types: CHANNEL_TYPES,
    default_values: chosen
      .slice(0, SELECT_OPTIONS)
      .map((channel) => ({ id: channel, type: SelectMenuDefaultValueType.Channel })),
    min_values: 0,
    max_values: SELECT_OPTIONS,
    placeholder: placeholder.slice(0, SELECT_TEXT),
  };
  return { type: ComponentType.ActionRow, components: [select] };
}

function toButton(button: Button): APIButtonComponent {
  const label = button.label.slice(0, BUTTON_LABEL);
  if ('url' in button) {
    return { type: ComponentType.Button, style: ButtonStyle.Link, url: button.url, label };
  }
  const { id, style = 'secondary', isDisabled } = button;
  return {
    type: ComponentType.Button,
    style: STYLES[style],
    custom_id: id,
    label,
    ...(isDisabled === true && { disabled: true }),
  };
}
