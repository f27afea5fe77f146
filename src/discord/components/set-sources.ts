/** The select of sources in the settings: which are searched; none: all. */
import { z } from 'zod';
import { defineSetting, knownSources } from '../show-settings.js';
import { sourceKey } from '../render-settings.js';

export const setSources = defineSetting({
  kind: 'set-sources',
  args: z.tuple([]),
  read(asking, _args, { values }) {
    const chosen = new Set(values);
    return { sources: knownSources(asking).filter((name) => chosen.has(sourceKey(name))) };
  },
});
