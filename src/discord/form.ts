/** A form (Discord's modal) as data. It must be the first response to an interaction, so nothing may be looked up for it. */
import {
  ComponentType,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
  type APILabelComponent,
} from 'discord.js';
import { FORM_LABEL, FORM_TEXT, FORM_TITLE, PLACEHOLDER } from './limits.js';

export interface Field {
  /** Under which the handler finds what was typed. */
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  /** Several lines. */
  readonly isLong?: boolean | undefined;
  readonly isOptional?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** What stands there to begin with. */
  readonly value?: string | undefined;
  readonly longest?: number | undefined;
}

export interface Form {
  /** See `writeComponentId`: the handler of what is sent. */
  readonly id: string;
  readonly title: string;
  /** One to five. */
  readonly fields: readonly Field[];
}

export function toModal({ id, title, fields }: Form): APIModalInteractionResponseCallbackData {
  return { custom_id: id, title: title.slice(0, FORM_TITLE), components: fields.map(toLabel) };
}

function toLabel({ id, label, description, isLong, isOptional, placeholder, value, longest }: Field) {
  return {
    type: ComponentType.Label,
    label: label.slice(0, FORM_LABEL),
    ...(description !== undefined && { description: description.slice(0, PLACEHOLDER) }),
    component: {
      type: ComponentType.TextInput,
      custom_id: id,
      style: isLong === true ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: isOptional !== true,
      max_length: longest ?? FORM_TEXT,
      ...(placeholder !== undefined && { placeholder: placeholder.slice(0, PLACEHOLDER) }),
      ...(value !== undefined && { value: value.slice(0, longest ?? FORM_TEXT) }),
    },
  } satisfies APILabelComponent;
}
