/** The button in the settings for more sources than a select can offer, and the form that it opens. */
import { z } from 'zod';
import { UserError } from '../../errors.js';
import { shortenAtWord } from '../../text/shorten.js';
import { defineComponent } from '../component.js';
import { renderSourcesForm, SOURCES_FIELD } from '../render-forms.js';
import { defineSetting, knownSources } from '../show-settings.js';

/** Of a name that is not known, when it is told. */
const LONGEST_NAME = 80;

export const typeSources = defineComponent({
  kind: 'type-sources',
  version: 1,
  args: z.tuple([]),
  acknowledgement: 'modal',
  open({ ownTexts, isManager, guildId, rooms: { store } }) {
    if (!isManager) throw new UserError(ownTexts.settings.managersOnly);
    return renderSourcesForm(ownTexts, store.settings.get(guildId).sources);
  },
});

export const typedSources = defineSetting({
  kind: 'typed-sources',
  args: z.tuple([]),
  read(asking, _args, { fields }) {
    const { isolate, quoted, settings: told } = asking.ownTexts;
    const known = new Map(knownSources(asking).map((name) => [name.toLowerCase(), name]));
    const typed = (fields.get(SOURCES_FIELD) ?? '').split('\n').map((line) => line.trim());
    const sources = typed
      .filter((name) => name !== '')
      .map((name) => {
        const source = known.get(name.toLowerCase());
        if (source !== undefined) return source;
        throw new UserError(told.unknownSource(isolate(quoted(shortenAtWord(name, LONGEST_NAME)))));
      });
    return { sources: [...new Set(sources)] };
  },
});
