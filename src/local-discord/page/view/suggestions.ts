/** What the message box offers while somebody types: commands behind a slash, names behind an at sign. */
import { findCommands, findMention, startCommand, type Draft } from '../draft.js';
import type { State } from '../state.js';
import type { ChoiceItem } from './choices.js';

export interface Suggestions {
  readonly label: string;
  readonly items: readonly (ChoiceItem & { readonly draft: Draft })[];
}

export function suggest(text: string, { commands, world }: State): Suggestions {
  const found = findCommands(text, commands);
  if (found.length > 0) return { label: 'Commands', items: found.map(toItem) };
  const typed = findMention(text);
  const people = world === undefined ? [] : [world.bot, ...world.members];
  if (typed === undefined) return { label: 'Commands', items: [] };
  const head = text.slice(0, text.length - typed.length);
  const items = people
    .filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()))
    .map(({ id, name }) => ({
      key: id,
      title: `@${name}`,
      detail: id === world?.bot.id ? 'the bot' : '',
      draft: { kind: 'text', text: `${head}${name} ` } as const,
    }));
  return { label: 'Mentions', items };
}

function toItem(command: Parameters<typeof startCommand>[0]) {
  return {
    key: command.id + command.name,
    title: `/${command.name}`,
    detail: command.description,
    draft: startCommand(command),
  };
}
