/** Right or wrong: kept for the editors, and a wrongly answered question with it where the server's settings allow it. */
import { z } from 'zod';
import type { Vote, VoteOutcome } from '../../state/feedback.js';
import type { Receipt } from '../../state/receipts.js';
import type { Asking } from '../asking.js';
import { defineComponent } from '../component.js';
import { receiptArg, withReceipt } from '../receipts.js';
import { say } from '../reply.js';

export const vote = defineComponent({
  kind: 'vote',
  version: 1,
  args: z.tuple([receiptArg, z.enum(['right', 'wrong'])]),
  acknowledgement: 'private reply',
  run: (asking, [receiptId, vote]) =>
    withReceipt(asking, receiptId, (receipt) => {
      const outcome = asking.rooms.store.feedback.vote(receiptId, asking.userId, vote);
      const isKept = keepQuestion(asking, receipt, vote);
      return say(wordsFor(asking, outcome, isKept));
    }),
});

/**
 * Also after a vote that was there before: the question may not have been kept then.
 *
 * @returns whether the question is kept for the editors.
 */
function keepQuestion({ rooms: { store } }: Asking, receipt: Receipt, vote: Vote): boolean {
  const { id: receiptId, guildId, question } = receipt;
  if (vote === 'right' && store.feedback.counts(receiptId).wrong === 0) store.gaps.remove(receiptId, 'wrong');
  if (vote === 'right' || question === undefined) return false;
  store.gaps.add({ guildId, question, reason: 'wrong', receiptId });
  return store.settings.get(guildId).keepQuestions !== 'off';
}

function wordsFor({ texts: { reader } }: Asking, outcome: VoteOutcome, isKept: boolean): string {
  switch (outcome) {
    case 'counted':
      return isKept ? reader.reported : reader.counted;
    case 'changed':
      return reader.voteChanged;
    case 'same':
      return reader.sameVote;
    case 'unknown':
      return reader.gone;
  }
}
