/** The buttons below the list of gaps: turn its pages. */
import { z } from 'zod';
import { defineComponent } from '../component.js';
import { renderGaps } from '../render-gaps.js';
import { refuseGaps, showGaps } from '../show-gaps.js';
import { KEEP } from '../stage.js';

const page = z
  .string()
  .regex(/^\d{1,4}$/u)
  .transform(Number);

export const gapsPage = defineComponent({
  kind: 'gaps-page',
  version: 1,
  args: z.tuple([page]),
  acknowledgement: 'update',
  async run(asking, [page], _use, { tell }) {
    // Somebody may be an administrator no longer.
    const refusal = refuseGaps(asking);
    if (refusal === undefined)
      return showGaps(asking, (grouped) => renderGaps(asking.ownTexts, grouped, page));
    await tell(refusal);
    return KEEP;
  },
});
