/** The select in the settings of how long questions are kept. "off" deletes those of the server at once. */
import { z } from 'zod';
import { KEEP_QUESTIONS } from '../../state/retention.js';
import { parseChoice } from '../parse-choice.js';
import { defineSetting } from '../show-settings.js';

const keeping = z.tuple([z.enum(KEEP_QUESTIONS)]);

export const setKeeping = defineSetting({
  kind: 'set-keeping',
  args: z.tuple([]),
  read(asking, _args, { values }) {
    const [keepQuestions] = parseChoice(keeping, values, asking);
    return { keepQuestions };
  },
});
