/** Removes a public answer, for whoever asked and for moderators. */
import { z } from 'zod';
import type { Asking } from '../asking.js';
import { defineComponent, type Use } from '../component.js';
import { receiptArg } from '../receipts.js';
import { say } from '../reply.js';
import { KEEP, REMOVE } from '../stage.js';

export const dismiss = defineComponent({
  kind: 'dismiss',
  version: 1,
  args: z.tuple([receiptArg]),
  acknowledgement: 'update',
  async run(asking, [receiptId], use, stage) {
    if (mayDismiss(asking, receiptId, use)) {
      const { channelId, rooms } = asking;
      if (channelId !== undefined && use.messageId !== undefined)
        rooms.store.shownMessages.remove(channelId, use.messageId);
      return REMOVE;
    }
    await stage.tell(say(asking.ownTexts.reader.mayNotDismiss));
    return KEEP;
  },
});

/** Discord tells who used a command; of an answer to a message only the receipt may know it. */
function mayDismiss({ userId, isModerator, rooms }: Asking, receiptId: string, { askerId }: Use): boolean {
  return isModerator || askerId === userId || rooms.store.receipts.isAsker(receiptId, userId);
}
