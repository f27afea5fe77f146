/** Options of a command as a person fills them in, checked as the client checks them. */
import { OptionType, type CommandOption, type LeafOption } from './validate-commands.js';

type OptionValue = string | number | boolean;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** An option in the form in which an interaction carries it. */
export interface SentOption {
  readonly name: string;
  readonly type: number;
  readonly value?: OptionValue;
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

/** JavaScript type of the values of each type of option that can be sent here. */
const VALUE_TYPES: Readonly<Record<number, string>> = {
  [OptionType.string]: 'string',
  [OptionType.integer]: 'number',
  [OptionType.boolean]: 'boolean',
  [OptionType.number]: 'number',
};
const LONGEST_STRING = 6_000;

/**
 * @param path names of subcommand group and subcommand, if any.
 * @throws Error that names the missing, unknown or unfit option.
 */
export function readOptions(
  options: readonly CommandOption[],
  path: readonly string[],
  values: OptionValues,
): SentOption[] {
  return descend(options, path, (leaves) => {
    refuseUnknown(leaves, values);
    return leaves.flatMap((option) => {
      const value = values[option.name];
      if (value === undefined && option.required === true) throw new Error(`"${option.name}" is missing.`);
      if (value === undefined) return [];
      refuseUnfit(option, value);
      return [{ name: option.name, type: option.type, value }];
    });
  });
}

/** The options while a person types into one of them: others may still be missing. */
export function readAutocomplete(
  options: readonly CommandOption[],
  path: readonly string[],
  focused: string,
  value: string,
  others: OptionValues = {},
): { options: SentOption[]; isNumeric: boolean } {
  let isNumeric = false;
  const sent = descend(options, path, (leaves) => {
    refuseUnknown(leaves, others);
    const option = leaves.find(({ name }) => name === focused);
    if (option?.autocomplete !== true) throw new Error(`"${focused}" has no autocomplete.`);
    isNumeric = option.type !== OptionType.string;
    return leaves.flatMap(({ name, type }): SentOption[] => {
      if (name === focused) return [{ name, type, value, focused: true }];
      const other = others[name];
      return other === undefined ? [] : [{ name, type, value: other }];
    });
  });
  return { options: sent, isNumeric };
}

function descend(
  options: readonly CommandOption[],
  [name, ...rest]: readonly string[],
  read: (leaves: LeafOption[]) => SentOption[],
): SentOption[] {
  if (name === undefined) return read(options.flatMap((option) => (isLeaf(option) ? [option] : [])));
  const branch = options.find((option) => option.name === name);
  if (branch === undefined || isLeaf(branch)) throw new Error(`There is no subcommand "${name}".`);
  return [{ name, type: branch.type, options: descend(branch.options ?? [], rest, read) }];
}

/** Whether it takes a value, as a subcommand does not. */
export function isLeaf(option: CommandOption): option is LeafOption {
  return option.type !== OptionType.subcommand && option.type !== OptionType.group;
}

function refuseUnknown(leaves: readonly LeafOption[], values: OptionValues): void {
  const unknown = Object.keys(values).find((name) => !leaves.some((option) => option.name === name));
  if (unknown !== undefined) throw new Error(`There is no option "${unknown}".`);
}

function refuseUnfit(option: LeafOption, value: OptionValue): void {
  const { name, type, choices, min_length, max_length, min_value, max_value } = option;
  if (typeof value !== VALUE_TYPES[type]) throw new Error(`"${name}" cannot be sent as ${typeof value}.`);
  if (type === OptionType.integer && !Number.isInteger(value)) throw new Error(`"${name}" must be whole.`);
  if (choices && choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(`"${name}" does not offer "${value}".`);
  }
  const size = typeof value === 'string' ? value.length : Number(value);
  const [low, high] =
    typeof value === 'string' ? [min_length ?? 0, max_length ?? LONGEST_STRING] : [min_value, max_value];
  if (size < (low ?? -Infinity) || size > (high ?? Infinity))
    throw new Error(`"${name}" is out of its bounds.`);
}
