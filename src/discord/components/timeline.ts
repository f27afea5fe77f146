/** The buttons below a timeline: show its earlier or later days in place of those that are shown. */
import { z } from 'zod';
import { defineComponent } from '../component.js';
import { say } from '../reply.js';
import { KEEP } from '../stage.js';
import { turnTimeline } from '../timelines.js';

const number = z
  .string()
  .regex(/^\d{1,6}$/u)
  .transform(Number);

export const timeline = defineComponent({
  kind: 'timeline',
  version: 1,
  args: z.tuple([z.string().regex(/^[0-9A-Z]{8}$/u), number, number, number, z.string()]),
  acknowledgement: 'update',
  /** What is shown stays, should there be no other page. */
  async run(asking, [id, page, leftOut, undated, topic], _use, { tell }) {
    const turned = turnTimeline(asking, { id, leftOut, undated, topic }, page);
    if ('page' in turned) return turned.page;
    await tell(say(turned.problem));
    return KEEP;
  },
});
