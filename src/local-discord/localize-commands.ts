/** Commands under the names that a person's client shows, and back to those that the bot has given. */
import type { OptionValues } from './command-options.js';
import type { Command } from './commands.js';
import type { CommandOption, Localizations } from './validate-commands.js';

interface Named {
  readonly name: string;
  readonly name_localizations?: Localizations;
}

interface Described extends Named {
  readonly description: string;
  readonly description_localizations?: Localizations;
}

/** As Discord does: what was not translated stays as it is. */
export function localizeCommand(command: Command, locale: string): Command {
  const options = command.options?.map((option) => localizeOption(option, locale));
  return { ...command, ...shown(command, locale), ...(options !== undefined && { options }) };
}

function localizeOption(option: CommandOption, locale: string): CommandOption {
  const names = shown(option, locale);
  if ('options' in option) {
    const options = option.options?.map((one) => localizeOption(one, locale));
    return Object.assign({}, option, names, options !== undefined && { options });
  }
  if (!('choices' in option)) return { ...option, ...names };
  const choices = option.choices?.map((choice) => ({ ...choice, name: nameIn(choice, locale) }));
  return { ...option, ...names, choices };
}

/** What a person used under the names of their language, or under those of the bot. */
export function namesOfBot(
  commands: readonly Command[],
  locale: string,
  used: { readonly name: string; readonly values: OptionValues },
): { name: string; values: OptionValues } {
  const whole = findNamed(commands, used.name, locale); // those of a message's menu may have spaces in their names
  const [root = '', ...path] = whole === undefined ? used.name.split(' ') : [used.name];
  const command = whole ?? findNamed(commands, root, locale);
  const names = [command?.name ?? root];
  let options = command?.options ?? [];
  for (const part of path) {
    const found = findNamed(options, part, locale);
    names.push(found?.name ?? part);
    options = found !== undefined && 'options' in found ? (found.options ?? []) : [];
  }
  const values = Object.entries(used.values).map(
    ([name, value]) => [findNamed(options, name, locale)?.name ?? name, value] as const,
  );
  return { name: names.join(' '), values: Object.fromEntries(values) };
}

function findNamed<One extends Named>(all: readonly One[], name: string, locale: string): One | undefined {
  return all.find((one) => nameIn(one, locale) === name) ?? all.find((one) => one.name === name);
}

function nameIn({ name, name_localizations: names }: Named, locale: string): string {
  return names?.[locale] ?? name;
}

function shown(one: Described, locale: string): { name: string; description: string } {
  return {
    name: nameIn(one, locale),
    description: one.description_localizations?.[locale] ?? one.description,
  };
}
