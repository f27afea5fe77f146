/** The select of channels in the settings: where the bot answers; none: everywhere. */
import { z } from 'zod';
import { SELECT_OPTIONS } from '../limits.js';
import { parseChoice } from '../parse-choice.js';
import { defineSetting } from '../show-settings.js';

const channels = z.array(z.string().regex(/^\d{15,21}$/u)).max(SELECT_OPTIONS);

export const setChannels = defineSetting({
  kind: 'set-channels',
  args: z.tuple([]),
  read: (asking, _args, { values }) => ({ channels: parseChoice(channels, values, asking) }),
});
