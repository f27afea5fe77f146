/** The button in the settings for more sources than a select can offer, and the form that it opens. */
import { z } from 'zod';
import { UserError } from '../../errors.js';
import { shortenAtWord } from '../../text/shorten.js';
import { defineComponent } from '../component.js';
import { writeComponentId } from '../component-id.js';
import { defineSetting, knownSources } from '../show-settings.js';

const NAMES = 'names';
/** Of a name that is not known, when it is told. */
const LONGEST_NAME = 80;

export const typeSources = defineComponent({
  kind: 'type-sources',
  version: 1,
  args: z.tuple([]),
  acknowledgement: 'modal',
  open({ ownTexts: { settings: told }, isManager, guildId, rooms: { store } }) {
    if (!isManager) throw new UserError(told.managersOnly);
    const { sources } = store.settings.get(guildId);
    const field = {
      id: NAMES,
      label: told.sourceNames,
      isLong: true,
      isOptional: true,
      value: sources.join('\n'),
    };
    const id = writeComponentId({ kind: 'typed-sources', version: 1, args: [] });
    return { id, title: told.typeSources, fields: [field] };
  },
});

export const typedSources = defineSetting({
  kind: 'typed-sources',
  args: z.tuple([]),
  read(asking, _args, { fields }) {
    const { isolate, quoted, settings: told } = asking.ownTexts;
    const known = new Map(knownSources(asking).map((name) => [name.toLowerCase(), name]));
    const typed = (fields.get(NAMES) ?? '').split('\n').map((line) => line.trim());
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
