/** What stands around a passage of an answer: a page in a private message, which turns. */
import { z } from 'zod';
import type { Asking } from '../asking.js';
import { defineComponent } from '../component.js';
import { countArg, receiptArg, withReceipt } from '../receipts.js';
import { renderContextOf } from '../render-further.js';
import { say } from '../reply.js';
import type { Outcome } from '../stage.js';

/** No article has more pages on one side. */
const pageArg = z
  .string()
  .regex(/^(?:0|-?[1-9]\d{0,5})$/u)
  .transform(Number);
const args = z.tuple([receiptArg, countArg, pageArg]);

export const around = defineComponent({
  kind: 'around',
  version: 1,
  args,
  acknowledgement: 'private reply',
  run: showContext,
});

export const aroundPage = defineComponent({
  kind: 'around-page',
  version: 1,
  args,
  acknowledgement: 'update',
  run: showContext,
});

function showContext(asking: Asking, [receiptId, at, page]: z.infer<typeof args>): Outcome {
  return withReceipt(asking, receiptId, ({ shown }) => {
    const reference = shown[at];
    if (reference === undefined) return say(asking.texts.reader.gone);
    const context = asking.rooms.answerer.findContext(reference, page);
    return renderContextOf(asking.texts, { receiptId, at, shown, context });
  });
}
