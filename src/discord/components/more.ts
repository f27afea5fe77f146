/** Passages that came next, or the closest ones to a question that was declined: a page in a private message, which turns. */
import { z } from 'zod';
import type { Asking } from '../asking.js';
import { defineComponent } from '../component.js';
import { countArg, recall, receiptArg, withReceipt } from '../receipts.js';
import { PAGE, renderFurther } from '../render-further.js';
import type { Outcome } from '../stage.js';

const args = z.tuple([receiptArg, countArg]);

export const more = defineComponent({
  kind: 'more',
  version: 1,
  args,
  acknowledgement: 'private reply',
  run: showPage,
});

export const morePage = defineComponent({
  kind: 'more-page',
  version: 1,
  args,
  acknowledgement: 'update',
  run: showPage,
});

function showPage(asking: Asking, [receiptId, from]: z.infer<typeof args>): Outcome {
  return withReceipt(asking, receiptId, ({ outcome, further }) =>
    renderFurther(asking.texts, {
      receiptId,
      isDeclined: outcome !== 'answer',
      from,
      total: further.length,
      recalled: recall(asking, further.slice(from, from + PAGE)),
    }),
  );
}
