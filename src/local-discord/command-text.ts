/** A whole command typed as text: `/ask question:Who is Chiu? private:true`. */
import { isLeaf, type OptionValues } from './command-options.js';
import type { Command } from './commands.js';
import { CommandType, OptionType, type CommandOption, type LeafOption } from './validate-commands.js';

export type CommandText =
  | { readonly kind: 'command'; readonly name: string; readonly options: OptionValues }
  /** Words for the person who typed. */
  | { readonly kind: 'problem'; readonly words: string };

type OptionValue = OptionValues[string];

/** Why a text is no command; caught where parsing begins. */
class TextProblem extends Error {}

/**
 * Reads a command with its options. A value runs to the next name of an option that was not given yet; anything else with
 * a colon is part of the value.
 */
export function parseCommandText(text: string, commands: readonly Command[]): CommandText {
  try {
    return { kind: 'command', ...read(text, commands) };
  } catch (error) {
    if (error instanceof TextProblem) return { kind: 'problem', words: error.message };
    throw error;
  }
}

/** The text that `parseCommandText` reads as this command with these options. */
export function formatCommandText(name: string, options: OptionValues): string {
  const values = Object.entries(options).map(([option, value]) => `${option}:${value}`);
  return [`/${name}`, ...values].join(' ');
}

function read(text: string, commands: readonly Command[]): { name: string; options: OptionValues } {
  const [, root = '', rest = ''] = /^\s*\/(\S+)\s*([\s\S]*)$/u.exec(text) ?? [];
  if (root === '') throw new TextProblem('A command begins with a slash and its name.');
  const command = commands.find(({ name, type }) => name === root && type === CommandType.chat);
  if (command === undefined) throw new TextProblem(`There is no command /${root} here.`);
  return readBranch(root, command.options ?? [], rest);
}

/** Subcommands come before the options, each a word. */
function readBranch(
  name: string,
  options: readonly CommandOption[],
  text: string,
): { name: string; options: OptionValues } {
  const branches = options.filter((option) => !isLeaf(option));
  if (branches.length === 0) return { name, options: readValues(name, options.filter(isLeaf), text) };
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/u.exec(text) ?? [];
  const branch = branches.find((option) => option.name === word);
  if (branch === undefined) throw new TextProblem(`/${name} needs one of: ${listNames(branches)}.`);
  return readBranch(`${name} ${word}`, 'options' in branch ? (branch.options ?? []) : [], rest);
}

function readValues(name: string, leaves: readonly LeafOption[], text: string): OptionValues {
  const { before, given } = split(text, leaves);
  if (before !== '') throw new TextProblem(explainStray(name, before, leaves));
  const missing = leaves.find((leaf) => leaf.required === true && (given.get(leaf) ?? '') === '');
  if (missing !== undefined) {
    throw new TextProblem(`"${missing.name}" is missing: type /${name} ${missing.name}: and then the value.`);
  }
  return Object.fromEntries([...given].map(([leaf, value]) => [leaf.name, readValue(leaf, value)]));
}

/** Cuts a text at the names of options; each name counts where it stands first. */
function split(
  text: string,
  leaves: readonly LeafOption[],
): { before: string; given: Map<LeafOption, string> } {
  const given = new Map<LeafOption, string>();
  const names = [...text.matchAll(/(?<=^|\s)([^\s:]+):/gu)].flatMap(({ 1: name, 0: match, index }) => {
    const leaf = leaves.find((one) => one.name === name);
    if (leaf === undefined || given.has(leaf)) return [];
    given.set(leaf, '');
    return [{ leaf, start: index, end: index + match.length }];
  });
  for (const [at, { leaf, end }] of names.entries()) {
    given.set(leaf, text.slice(end, names[at + 1]?.start).trim());
  }
  return { before: text.slice(0, names[0]?.start).trim(), given };
}

function explainStray(name: string, stray: string, leaves: readonly LeafOption[]): string {
  if (leaves.length === 0) return `/${name} takes no options.`;
  const [, unknown] = /^([^\s:]+):/u.exec(stray) ?? [];
  const problem =
    unknown === undefined ? `"${stray}" belongs to no option` : `There is no option "${unknown}"`;
  return `${problem}. /${name} takes: ${listNames(leaves)}. Type the name, a colon and the value.`;
}

function readValue(leaf: LeafOption, text: string): OptionValue {
  const { name, type, choices } = leaf;
  const choice = choices?.find((one) => one.name === text);
  if (choice !== undefined) return choice.value;
  if (type === OptionType.boolean) return readBoolean(name, text);
  if (type === OptionType.integer || type === OptionType.number) return readNumber(name, text, type);
  if (type !== OptionType.string) throw new TextProblem(`"${name}" cannot be typed.`);
  if (text === '') throw new TextProblem(`"${name}" has no value.`);
  return text;
}

function readBoolean(name: string, text: string): boolean {
  const word = text.toLowerCase();
  if (word !== 'true' && word !== 'false') throw new TextProblem(`"${name}" must be true or false.`);
  return word === 'true';
}

function readNumber(name: string, text: string, type: number): number {
  const pattern = type === OptionType.integer ? /^-?\d{1,16}$/u : /^-?\d{1,16}(?:\.\d{1,16})?$/u;
  if (pattern.test(text)) return Number(text);
  throw new TextProblem(`"${name}" must be a ${type === OptionType.integer ? 'whole number' : 'number'}.`);
}

function listNames(options: readonly CommandOption[]): string {
  return options.map(({ name }) => name).join(', ');
}
