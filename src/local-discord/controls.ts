/** What a person can use: buttons and selects of a message, and the fields of a modal. */
import { flatten } from './component-tree.js';
import * as limits from './limits.js';
import type { Message } from './message.js';
import { fieldsOf, type Modal, type ModalField } from './validate-callbacks.js';
import { ComponentType, type Button, type Component } from './validate-components.js';

/** A component with a custom id. */
export type Control = Extract<Component, { disabled?: unknown }>;

const CONTROLS: readonly number[] = [
  ComponentType.button,
  ComponentType.stringSelect,
  ComponentType.userSelect,
  ComponentType.roleSelect,
  ComponentType.mentionableSelect,
  ComponentType.channelSelect,
];

/** @param which custom id, or the label of a button. @throws Error when there is no such control. */
export function findControl(message: Message, which: string): Control {
  const controls = flatten(message.components).flatMap(({ component }) =>
    isControl(component) ? [component] : [],
  );
  const found =
    controls.find(({ custom_id }) => custom_id === which) ??
    controls.find((control) => control.type === ComponentType.button && control.label === which);
  if (found === undefined) throw new Error(`The message has nothing named "${which}" to use.`);
  if (isLink(found)) throw new Error(`"${which}" is a link; the bot never hears of it.`);
  return found;
}

function isControl(component: Component): component is Control {
  return CONTROLS.includes(component.type);
}

function isLink(control: Control): control is Button {
  return control.type === ComponentType.button && typeof control.url === 'string';
}

/** The components of a submitted modal. @throws Error when the client would not let it be submitted. */
export function fillModal(modal: Modal, values: Readonly<Record<string, string>>): object[] {
  const fields = fieldsOf(modal);
  const unknown = Object.keys(values).find((id) => !fields.some(({ custom_id }) => custom_id === id));
  if (unknown !== undefined) throw new Error(`The modal has no field "${unknown}".`);
  return modal.components.map((component) => {
    if (component.type === ComponentType.text) return { type: component.type, id: component.id ?? 0 };
    const { type } = component;
    return type === ComponentType.row
      ? { type, id: component.id ?? 0, components: component.components.map((field) => fill(field, values)) }
      : { type, id: component.id ?? 0, component: fill(component.component, values) };
  });
}

function fill(field: ModalField, values: Readonly<Record<string, string>>): object {
  const { type, custom_id } = field;
  if (field.type !== ComponentType.textInput) {
    const chosen = values[custom_id];
    return { type, id: field.id ?? 0, custom_id, values: chosen === undefined ? [] : [chosen] };
  }
  const value = values[custom_id] ?? field.value ?? '';
  if (value === '' && field.required !== false) throw new Error(`"${custom_id}" must be filled in.`);
  const isTooShort = value !== '' && value.length < (field.min_length ?? 0);
  if (isTooShort || value.length > (field.max_length ?? limits.TEXT_INPUT)) {
    throw new Error(`"${custom_id}" has a wrong length.`);
  }
  return { type, id: field.id ?? 0, custom_id, value };
}
