/** What stands in the message box: text, or a command whose options are being filled in. */
import type { OptionValues } from './api.js';
import type { Command, Option } from './commands.js';
import type { Bot, Member } from './world.js';

/** What was put into an option: what is sent, and what is shown where that differs. */
export interface Filled {
  readonly value: string;
  readonly shown: string;
}

export type Draft =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'command';
      readonly command: Command;
      /** Names of the options on show, in order. */
      readonly open: readonly string[];
      readonly values: Readonly<Record<string, Filled>>;
    };

export const EMPTY_DRAFT: Draft = { kind: 'text', text: '' };

export function startCommand(command: Command): Draft {
  const open = command.options.filter(({ isRequired }) => isRequired).map(({ name }) => name);
  return { kind: 'command', command, open, values: {} };
}

/** Commands that a text which is still one word begins; those whose name begins with it come first. */
export function findCommands(text: string, commands: readonly Command[]): Command[] {
  const typed = /^\/(\S*)$/u.exec(text)?.[1]?.toLowerCase();
  if (typed === undefined) return [];
  const chat = commands.filter(({ kind }) => kind === 'chat');
  const first = chat.filter(({ name }) => name.startsWith(typed));
  return [...first, ...chat.filter(({ name }) => !name.startsWith(typed) && name.includes(typed))];
}

/** A command that is complete as it was typed: Enter runs it at once. */
export function isWholeCommand(text: string, commands: readonly Command[]): boolean {
  const named = commands.find(({ kind, name }) => kind === 'chat' && `/${name}` === text.trim());
  return named !== undefined && !named.options.some(({ isRequired }) => isRequired);
}

/** Text that the client takes for a command; whether there is one of this name is for the server to say. */
export function looksLikeCommand(text: string): boolean {
  return /^\/[-_\p{L}\p{N}]+(?:\s|$)/u.test(text);
}

/** The beginning of a name behind an `@` at the end of the text. */
export function findMention(text: string): string | undefined {
  return /(?:^|\s)@(\S*)$/u.exec(text)?.[1];
}

/** Names behind an `@` become mentions; longer names first, so that none is taken for the beginning of another. */
export function writeMentions(text: string, people: readonly Pick<Bot | Member, 'id' | 'name'>[]): string {
  const known = people.toSorted((a, b) => b.name.length - a.name.length);
  const names = known.map(({ name }) => name.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join('|');
  const mention = new RegExp(String.raw`(?<![\p{L}\p{N}_<])@(${names})(?![-\p{L}\p{N}_])`, 'giu');
  return text.replace(mention, (whole, typed: string) => {
    const person = known.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
    return person === undefined ? whole : `<@${person.id}>`;
  });
}

/** @returns values to send, or the words for what is still missing. */
export function readValues(
  command: Command,
  values: Readonly<Record<string, Filled>>,
): { readonly values: OptionValues } | { readonly problem: string; readonly option: string } {
  const read: Record<string, string | number | boolean> = {};
  for (const option of command.options) {
    const text = values[option.name]?.value ?? '';
    const problem = findProblem(option, text);
    if (problem !== undefined) return { problem, option: option.name };
    if (text !== '') read[option.name] = convert(option, text);
  }
  return { values: read };
}

/** What is filled in well so far, while one option is still being typed. */
export function readOthers(
  command: Command,
  values: Readonly<Record<string, Filled>>,
  focused: string,
): OptionValues {
  const others = command.options.flatMap((option) => {
    const text = option.name === focused ? '' : (values[option.name]?.value ?? '');
    return text === '' || findProblem(option, text) !== undefined
      ? []
      : [[option.name, convert(option, text)] as const];
  });
  return Object.fromEntries(others);
}

function findProblem(option: Option, text: string): string | undefined {
  const { name, kind, isRequired, shortest, longest, lowest, highest } = option;
  if (text === '') return isRequired ? `${name} is required.` : undefined;
  if (text.length > (longest ?? Infinity)) return `${name} has ${text.length} of ${longest} characters.`;
  if (text.length < (shortest ?? 0)) return `${name} needs at least ${shortest} characters.`;
  if (kind !== 'whole' && kind !== 'number') return undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return `${name} is a number.`;
  if (kind === 'whole' && !Number.isInteger(number)) return `${name} is a whole number.`;
  if (number < (lowest ?? -Infinity) || number > (highest ?? Infinity))
    return `${name} is out of its bounds.`;
  return undefined;
}

function convert({ kind }: Option, text: string): string | number | boolean {
  if (kind === 'yes-no') return text === 'true';
  return kind === 'text' ? text : Number(text);
}
