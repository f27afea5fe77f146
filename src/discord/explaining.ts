/** Looks an answer up by the id that a reader typed, and tells how it came about, to those who may know. */
import type { Receipt } from '../state/receipts.js';
import type { Asking } from './asking.js';
import { renderReceipt, type Explained } from './render-receipt.js';
import { say, type Reply } from './reply.js';

/** What is copied along with an id: the marks that it is shown in. */
const MARKS = /[`'"#.\s]/gu;

export function explainAnswer(asking: Asking, typed: string): Reply {
  const { texts, rooms } = asking;
  const receipt = rooms.store.receipts.get(typed.replace(MARKS, ''));
  if (receipt === undefined || !mayKnow(asking, receipt)) return say(texts.why.unknown);
  const find = (references: Receipt['shown']): Explained['shown'] =>
    references.map((reference) => ({ reference, found: rooms.answerer.findShown(reference) }));
  return renderReceipt(texts, {
    receipt,
    votes: rooms.store.feedback.counts(receipt.id),
    shown: find(receipt.shown),
    further: find(receipt.further),
  });
}

/** An answer is the business of its server; in direct messages, and elsewhere, of whoever asked. */
function mayKnow({ guildId, userId, rooms }: Asking, receipt: Receipt): boolean {
  const isOfServer = guildId !== undefined && receipt.guildId === guildId;
  return isOfServer || rooms.store.receipts.isAsker(receipt.id, userId);
}
