/** Commands as the server lists them. Each subcommand counts as a command of its own, named with a space. */
import { Fields, parseList, parseNumber, parseText, ShapeError } from './fields.js';

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

export type OptionKind = 'text' | 'whole' | 'number' | 'yes-no' | 'other';

export interface Option {
  readonly name: string;
  readonly description: string;
  readonly kind: OptionKind;
  readonly isRequired: boolean;
  readonly hasAutocomplete: boolean;
  readonly choices: readonly Choice[];
  readonly shortest: number | undefined;
  readonly longest: number | undefined;
  readonly lowest: number | undefined;
  readonly highest: number | undefined;
}

export interface Command {
  readonly id: string;
  readonly kind: 'chat' | 'message' | 'other';
  readonly name: string;
  readonly description: string;
  readonly options: readonly Option[];
}

const OPTION_KINDS: Readonly<Record<number, OptionKind>> = {
  3: 'text',
  4: 'whole',
  5: 'yes-no',
  10: 'number',
};
const SUBCOMMAND = 1;
const GROUP = 2;

export function parseCommands(value: unknown, where: string): Command[] {
  return parseList(value, where, parseCommand).flat();
}

function parseCommand(value: unknown, where: string): Command[] {
  const from = new Fields(value, where);
  const kind = ({ 1: 'chat', 3: 'message' } as const)[from.number('type')] ?? 'other';
  return flatten(from, { id: from.text('id'), kind, name: from.text('name') });
}

function flatten(from: Fields, base: Pick<Command, 'id' | 'kind' | 'name'>): Command[] {
  const branches = from.list('options', (value, where) => parseBranch(value, where, base)).flat();
  if (branches.length > 0) return branches;
  return [
    {
      ...base,
      description: from.maybe('description', parseText) ?? '',
      options: from.list('options', parseOption),
    },
  ];
}

function parseBranch(value: unknown, where: string, base: Pick<Command, 'id' | 'kind' | 'name'>): Command[] {
  const from = new Fields(value, where);
  const type = from.number('type');
  if (type !== SUBCOMMAND && type !== GROUP) return [];
  return flatten(from, { ...base, name: `${base.name} ${from.text('name')}` });
}

function parseOption(value: unknown, where: string): Option {
  const from = new Fields(value, where);
  return {
    name: from.text('name'),
    description: from.text('description'),
    kind: OPTION_KINDS[from.number('type')] ?? 'other',
    isRequired: from.flag('required'),
    hasAutocomplete: from.flag('autocomplete'),
    choices: from.list('choices', parseChoice),
    shortest: from.maybe('min_length', parseNumber),
    longest: from.maybe('max_length', parseNumber),
    lowest: from.maybe('min_value', parseNumber),
    highest: from.maybe('max_value', parseNumber),
  };
}

export function parseChoice(value: unknown, where: string): Choice {
  const from = new Fields(value, where);
  return { name: from.text('name'), value: from.child('value', parseChoiceValue) };
}

function parseChoiceValue(value: unknown, where: string): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new ShapeError(where, 'text or number');
}
