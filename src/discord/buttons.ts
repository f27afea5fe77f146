/**
 * What a button remembers. All of it stands in the button's id, so that it works after a restart and for as long as the
 * message exists. An id that does not parse belongs to another version of this program, and is answered in words.
 */
import { z } from 'zod';
import type { ParagraphReference } from '../answers/answer.js';

/** Shows the passage that came nearest to an unanswered question. */
interface NearestButton {
  readonly kind: 'nearest';
  readonly reference: ParagraphReference;
}

export type ButtonMeaning = NearestButton;

const nearestSchema = z
  .string()
  .regex(/^nearest:1:[0-9a-f]{12}:[1-9]\d{0,6}:[0-9a-f]{8}$/u)
  .transform((id): NearestButton => {
    const [, , article = '', paragraph = '', hash = ''] = id.split(':');
    return { kind: 'nearest', reference: { article, paragraph: Number(paragraph), hash } };
  });

/** The id of a button: at most 100 characters. */
export function writeButtonId({ kind, reference }: ButtonMeaning): string {
  return `${kind}:1:${reference.article}:${reference.paragraph}:${reference.hash}`;
}

/** Undefined for an id that this version did not write. */
export function parseButtonId(id: string): ButtonMeaning | undefined {
  return nearestSchema.safeParse(id).data;
}
