/** The options `source`, `since` and `before`: which articles are searched. What is typed is read by the answers room. */
import {
  ApplicationCommandOptionType,
  type APIApplicationCommandStringOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { parseFilters, type Filters, type TypedFilters } from '../answers/filters.js';
import { UserError } from '../errors.js';
import type { Texts } from './texts/english.js';

/** No name of a source is longer. */
const LONGEST_SOURCE = 200;
const LONGEST_DATE = 20;

export function filterOptions(): APIApplicationCommandStringOption[] {
  return [
    text('source', 'Search articles of this source only: any part of its name', LONGEST_SOURCE),
    text('since', 'Search articles from this day on: 2023-02-17, 2023-02 or 2023', LONGEST_DATE),
    text('before', 'Search articles from before this day: 2023-02-17, 2023-02 or 2023', LONGEST_DATE),
  ];
}

function text(name: string, description: string, max_length: number): APIApplicationCommandStringOption {
  return { type: ApplicationCommandOptionType.String, name, description, max_length };
}

/** @throws UserError for what is no date, in the reader's language. */
export function readFilters(
  texts: Texts,
  { options }: Pick<ChatInputCommandInteraction, 'options'>,
): Filters {
  const [source, since, before] = ['source', 'since', 'before'].map((name) => options.getString(name));
  return {
    ...parseFilters({ source }),
    ...readPart(texts, 'since', { since }),
    ...readPart(texts, 'before', { before }),
  };
}

/** The answers room refuses in English; which option it was is known here. */
function readPart({ general }: Texts, name: 'since' | 'before', typed: TypedFilters): Filters {
  try {
    return { [name]: parseFilters(typed)[name] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(general.notADate(general.dateOptions[name]), { cause: error });
  }
}
