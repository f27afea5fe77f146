/** The button below the progress of a re-index. The run itself then says in its message what came of it. */
import { z } from 'zod';
import { defineComponent } from '../component.js';
import { say } from '../reply.js';
import { KEEP } from '../stage.js';

/** Of the run: the id of the interaction that began it. */
const name = z.string().regex(/^\d{15,21}$/u);

export const cancelReindex = defineComponent({
  kind: 'cancel-reindex',
  version: 1,
  args: z.tuple([name]),
  acknowledgement: 'update',
  async run({ ownTexts: { run }, isAdministrator, rooms: { reindexer } }, [name], _use, { tell }) {
    if (!isAdministrator) await tell(say(run.administratorsOnly));
    else if (!reindexer.cancel(name)) await tell(say(run.notRunning));
    return KEEP;
  },
});
