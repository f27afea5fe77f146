/** Golden forms: no messages, but seen all the same. See `messages.test.ts`. */
import { expect, test } from 'vitest';
import { toModal } from '../../src/discord/form.js';
import { renderAboutForm, renderSourcesForm } from '../../src/discord/render-forms.js';
import type { Texts } from '../../src/discord/texts/english.js';
import { textsFor } from '../../src/discord/texts/texts-for.js';
import { foreignWordsOfForm } from '../support/foreign-words.js';

const TITLE = 'A *visit* to the island';
const SOURCES = ['Example Times', 'The *Other* Paper'];

const formsIn = (texts: Texts): object[] =>
  [renderAboutForm(texts, 'K7F3Q9AB', TITLE), renderSourcesForm(texts, SOURCES)].map(toModal);

test.each(['en', 'de', 'fa'])('forms in "%s"', async (language) => {
  const written = `${JSON.stringify(formsIn(textsFor(language)), undefined, 2)}\n`;
  await expect(written).toMatchFileSnapshot(`messages/forms.${language}.json`);
});

test('have no English word of ours in Arabic', () => {
  const found = formsIn(textsFor('ar')).flatMap((form) => foreignWordsOfForm(form, [TITLE, SOURCES]));
  expect(found).toEqual([]);
});
