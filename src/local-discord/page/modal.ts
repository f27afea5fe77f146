/** A form that the bot opened. */
import { parseSelect, type SelectPart } from './components.js';
import { Fields, parseNumber, parseText } from './fields.js';

export interface TextInput {
  readonly kind: 'input';
  readonly customId: string;
  readonly isLong: boolean;
  readonly value: string;
  readonly placeholder: string;
  readonly shortest: number;
  readonly longest: number;
  readonly isRequired: boolean;
}

export interface Field {
  readonly label: string;
  readonly description: string | undefined;
  /** Undefined where it is a text to read, which is then the label. */
  readonly input: TextInput | SelectPart | undefined;
}

export interface Modal {
  readonly title: string;
  readonly fields: readonly Field[];
}

const TEXT_INPUT_LENGTH = 4_000;
const LONG_STYLE = 2;
const ROW = 1;
const STRING_SELECT = 3;
const LABEL = 18;

export function parseModal(value: unknown, where: string): Modal {
  const from = new Fields(value, where);
  return { title: from.text('title'), fields: from.list('components', parseField).flat() };
}

function parseField(value: unknown, where: string): Field[] {
  const from = new Fields(value, where);
  const type = from.number('type');
  if (type === ROW) return from.list('components', parseOldField);
  if (type !== LABEL) return [{ label: from.text('content'), description: undefined, input: undefined }];
  const description = from.maybe('description', parseText);
  return [{ label: from.text('label'), description, input: from.child('component', parseInput) }];
}

/** In an action row a text input carries its label itself. */
function parseOldField(value: unknown, where: string): Field {
  const label = new Fields(value, where).text('label');
  return { label, description: undefined, input: parseInput(value, where) };
}

function parseInput(value: unknown, where: string): TextInput | SelectPart {
  const from = new Fields(value, where);
  if (from.number('type') === STRING_SELECT) return parseSelect(from);
  return {
    kind: 'input',
    customId: from.text('custom_id'),
    isLong: from.maybe('style', parseNumber) === LONG_STYLE,
    value: from.maybe('value', parseText) ?? '',
    placeholder: from.maybe('placeholder', parseText) ?? '',
    shortest: from.maybe('min_length', parseNumber) ?? 0,
    longest: from.maybe('max_length', parseNumber) ?? TEXT_INPUT_LENGTH,
    isRequired: from.maybe('required', (required) => required === true) ?? true,
  };
}
