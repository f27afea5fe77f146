/** Which catalogue a person, or a server, is spoken to from. */
import { ARABIC } from './arabic.js';
import { ENGLISH, type Texts } from './english.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { PERSIAN } from './persian.js';
import { SPANISH } from './spanish.js';

/** By language, without the region. */
export const CATALOGUES: Readonly<Record<string, Texts>> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  ar: ARABIC,
  fa: PERSIAN,
};

/**
 * @param locale - as Discord tells it ("es-419"), or any other name of a language, in BCP 47. Regions do not matter.
 * @returns the English texts for a language that there is no catalogue for.
 */
export function textsFor(locale: string): Texts {
  const [language = ''] = locale.toLowerCase().split(/[-_]/u);
  return Object.hasOwn(CATALOGUES, language) ? (CATALOGUES[language] ?? ENGLISH) : ENGLISH;
}
