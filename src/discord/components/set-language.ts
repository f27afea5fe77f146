/** The select of a language in the settings: of what everybody sees. */
import { z } from 'zod';
import { parseChoice } from '../parse-choice.js';
import { OWN_LANGUAGE } from '../render-settings.js';
import { defineSetting } from '../show-settings.js';
import { CATALOGUES } from '../texts/texts-for.js';

const language = z.tuple([z.enum([OWN_LANGUAGE, ...Object.keys(CATALOGUES)])]);

export const setLanguage = defineSetting({
  kind: 'set-language',
  args: z.tuple([]),
  read(asking, _args, { values }) {
    const [chosen] = parseChoice(language, values, asking);
    return { language: chosen === OWN_LANGUAGE ? undefined : chosen };
  },
});
