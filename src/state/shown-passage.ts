/** A passage as the state remembers it: where it stands and what its words were, never the words themselves. */
import { z } from 'zod';

/** Short name of an article: 12 hexadecimal digits. */
export const articleSchema = z.string().regex(/^[0-9a-f]{12}$/u);
/** Of a passage's text: 8 hexadecimal digits. */
export const textHashSchema = z.string().regex(/^[0-9a-f]{8}$/u);
export const paragraphSchema = z.int().min(1);

const offset = z.int().min(0);

export const shownPassageSchema = z.object({
  article: articleSchema,
  /** Numbers of the first and the last paragraph in it, from 1. */
  paragraph: paragraphSchema,
  last: paragraphSchema,
  hash: textHashSchema,
  highlights: z.array(z.object({ start: offset, end: offset }).readonly()).readonly(),
  score: z.number(),
});

export type ShownPassage = Readonly<z.infer<typeof shownPassageSchema>>;
