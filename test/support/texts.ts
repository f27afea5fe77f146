/** Catalogues as tests use them. */
import fc from 'fast-check';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { CATALOGUES } from '../../src/discord/texts/texts-for.js';

/** Any language that the bot speaks, English first. */
export const anyTexts = fc.constantFrom(ENGLISH, ...Object.values(CATALOGUES));
