/** The languages in which a person can have the client, called what they call themselves. */
import { LOCALES } from './validate-commands.js';

/** Commands have no names in these, see `LOCALES`. */
const OF_PEOPLE_ALONE = ['ar', 'he'];

export const LANGUAGES: readonly { readonly tag: string; readonly name: string }[] = [
  ...LOCALES,
  ...OF_PEOPLE_ALONE,
]
  .map((tag) => ({ tag, name: new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag }))
  .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
