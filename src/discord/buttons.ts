/**
 * What a button remembers. All of it stands in the button's id, so that it works after a restart and for as long as the
 * message exists. An id that does not parse belongs to another version of this program, and is answered in words.
 */
import { z } from 'zod';
import type { ParagraphReference } from '../answers/answer.js';

/** Shows the passage that came nearest to an unanswered question, or what stands around a quotation. */
export interface ButtonMeaning {
  readonly kind: 'nearest' | 'context';
  readonly reference: ParagraphReference;
}

const buttonSchema = z
  .string()
  .regex(/^(?:nearest|context):1:[0-9a-f]{12}:[1-9]\d{0,6}:[0-9a-f]{8}$/u)
  .transform((id): ButtonMeaning => {
    const [kind, , article = '', paragraph = '', hash = ''] = id.split(':');
    const reference = { article, paragraph: Number(paragraph), hash };
    return { kind: kind === 'context' ? 'context' : 'nearest', reference };
  });

/** The id of a button: at most 100 characters. */
export function writeButtonId({ kind, reference }: ButtonMeaning): string {
  return `${kind}:1:${reference.article}:${reference.paragraph}:${reference.hash}`;
}

/** Undefined for an id that this version did not write. */
export function parseButtonId(id: string): ButtonMeaning | undefined {
  return buttonSchema.safeParse(id).data;
}
