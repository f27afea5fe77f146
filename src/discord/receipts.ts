/** Back from the id of a receipt to what it knows, for the buttons of an answer. */
import { z } from 'zod';
import type { NotReady } from '../answers/answer.js';
import type { Passage } from '../answers/passage.js';
import type { PassageReference } from '../answers/shown-passages.js';
import type { Receipt } from '../state/receipts.js';
import type { Asking } from './asking.js';
import { say } from './reply.js';
import type { Outcome } from './stage.js';

/** As `Receipts.add` makes it. */
export const receiptArg = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/u);

/** A number of passages, from 0. */
export const countArg = z
  .string()
  .regex(/^\d{1,4}$/u)
  .transform(Number);

/** Answers in words when the receipt was dropped for newer ones, or could not be kept. */
export function withReceipt(
  { texts, rooms }: Asking,
  receiptId: string,
  use: (receipt: Receipt) => Outcome,
): Outcome {
  const receipt = rooms.store.receipts.get(receiptId);
  return receipt === undefined ? say(texts.reader.gone) : use(receipt);
}

export type Recalled =
  | {
      readonly kind: 'found';
      /** Those whose words still stand there, with their places in what was looked for. */
      readonly passages: readonly { readonly at: number; readonly passage: Passage }[];
      readonly isSomeChanged: boolean;
    }
  | NotReady;

export function recall({ rooms }: Asking, references: readonly PassageReference[]): Recalled {
  const found = references.map((reference) => rooms.answerer.findShown(reference));
  if (found.some(({ kind }) => kind === 'not-ready')) return { kind: 'not-ready' };
  const passages = found.flatMap((one, at) => (one.kind === 'found' ? [{ at, passage: one.passage }] : []));
  return { kind: 'found', passages, isSomeChanged: passages.length < references.length };
}
