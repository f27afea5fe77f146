/** Posts a private answer for everybody, under the name of whoever asked. Pressed once, it is off. */
import { z } from 'zod';
import type { Receipt } from '../../state/receipts.js';
import type { Asking } from '../asking.js';
import { defineComponent } from '../component.js';
import { recall, receiptArg } from '../receipts.js';
import { rememberShown } from '../remember-shown.js';
import { fitAnswer, renderAnswer, type PassagesView } from '../render-answer.js';
import { say, type Reply } from '../reply.js';
import { KEEP } from '../stage.js';

export const share = defineComponent({
  kind: 'share',
  version: 1,
  args: z.tuple([receiptArg]),
  acknowledgement: 'update',
  async run(asking, [receiptId], _use, stage) {
    const { texts, rooms } = asking;
    const receipt = rooms.store.receipts.get(receiptId);
    const view = receipt === undefined ? say(texts.reader.gone) : viewOf(asking, receipt);
    if ('components' in view) {
      await stage.tell(view);
      return KEEP;
    }
    if (!isShared(asking, receipt)) await stage.post(renderPublic(asking, view, receipt?.question));
    return renderAnswer(texts, { ...view, isPrivate: true, isShared: true });
  },
});

/** What is shown of a private answer was shared: an earlier press may have got through although nobody saw it. */
function isShared({ rooms }: Asking, receipt: Receipt | undefined): boolean {
  const [first] = receipt?.shown ?? [];
  const messages = first === undefined ? [] : rooms.store.shownMessages.showing(first.article);
  return messages.some(({ receiptId }) => receiptId === receipt?.id);
}

/** The answer as far as its words still stand there; what to say when those of the first passage do not. */
function viewOf(asking: Asking, { id, shown, further }: Receipt): PassagesView | Reply {
  const { answer, general } = asking.texts;
  const recalled = recall(asking, shown);
  if (recalled.kind === 'not-ready') return say(general.notReady);
  // Without the best one, what is left may answer nothing.
  if (recalled.passages[0]?.at !== 0) return say(answer.changed);
  const passages = recalled.passages.map(({ passage }) => passage);
  return { receiptId: id, isPrivate: false, hasMore: further.length > 0, passages };
}

function renderPublic(asking: Asking, view: PassagesView, question: string | undefined): Reply {
  const { publicTexts, userName } = asking;
  const shared = { ...view, sharedBy: userName, question };
  const passages = view.passages.slice(0, fitAnswer(publicTexts, shared).count);
  const onShown = rememberShown({ ...asking, isPrivate: false }, passages, { receiptId: view.receiptId });
  return { ...renderAnswer(publicTexts, shared), onShown };
}
