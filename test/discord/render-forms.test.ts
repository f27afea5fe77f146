import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toModal } from '../../src/discord/form.js';
import { CUSTOM_ID, FORM_LABEL, FORM_TEXT, FORM_TITLE, PLACEHOLDER } from '../../src/discord/limits.js';
import { renderAboutForm, renderSourcesForm } from '../../src/discord/render-forms.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { hostileText } from '../support/hostile-text.js';
import { anyTexts } from '../support/texts.js';

const name = hostileText.filter((text) => text.trim() !== '');

test('whatever an article is called and sources are, forms stay inside all limits, and no word of ours is cut', () => {
  fc.assert(
    fc.property(
      anyTexts,
      fc.oneof(
        name,
        name.map((text) => text.repeat(20)),
      ),
      fc.array(name),
      (texts, title, sources) => {
        const forms = [renderAboutForm(texts, 'K7F3Q9AB', title), renderSourcesForm(texts, sources)];
        for (const form of forms) {
          const modal = toModal(form);
          expect(modal.title).toBe(form.title);
          expect(form.title.length).toBeLessThanOrEqual(FORM_TITLE);
          expect(modal.custom_id.length).toBeLessThanOrEqual(CUSTOM_ID);
          for (const { label, description = '', value = '' } of form.fields) {
            expect(label.length).toBeLessThanOrEqual(FORM_LABEL);
            expect(description.length).toBeLessThanOrEqual(PLACEHOLDER);
            expect(value.length).toBeLessThanOrEqual(FORM_TEXT);
          }
        }
      },
    ),
  );
});

test('of more sources than find room the form holds what Discord lets it hold', () => {
  const sources = Array.from({ length: 40 }, (_, at) => `Source ${at} ${'x'.repeat(180)}`);
  const { components } = toModal(renderSourcesForm(ENGLISH, sources));
  expect(components).toMatchObject([{ component: { value: sources.join('\n').slice(0, FORM_TEXT) } }]);
});
