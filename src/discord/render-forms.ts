/** The forms that a button opens, as data. */
import { shortenAtWord } from '../text/shorten.js';
import { idOf } from './answer-buttons.js';
import { writeComponentId } from './component-id.js';
import type { Form } from './form.js';
import { PLACEHOLDER } from './limits.js';
import type { Texts } from './texts/english.js';

/** The field for what is asked about an article. */
export const QUESTION_FIELD = 'question';
/** The field for names of sources, one a line. */
export const SOURCES_FIELD = 'names';
/** As of `/ask`. */
const LONGEST_QUESTION = 2000;

/** @param title - of the article that is asked. */
export function renderAboutForm({ reader }: Texts, receiptId: string, title: string): Form {
  const field = {
    id: QUESTION_FIELD,
    label: reader.yourQuestion,
    description: shortenAtWord(title, PLACEHOLDER),
    longest: LONGEST_QUESTION,
    isLong: true,
  };
  return { id: idOf('about-asked', receiptId), title: reader.about, fields: [field] };
}

/** @param sources - those that are searched now; none stands for all. */
export function renderSourcesForm({ settings }: Texts, sources: readonly string[]): Form {
  const field = {
    id: SOURCES_FIELD,
    label: settings.sourceNames,
    isLong: true,
    isOptional: true,
    value: sources.join('\n'),
  };
  const id = writeComponentId({ kind: 'typed-sources', version: 1, args: [] });
  return { id, title: settings.typeSources, fields: [field] };
}
