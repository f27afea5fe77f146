/**
 * Ids of buttons, selects and forms: what they are for, which version wrote them, and all that they remember, so that they
 * work after a restart and for as long as their message exists. "kind:version:argument:argument…"
 */
import { z } from 'zod';
import type { ParagraphReference } from '../answers/answer.js';
import { CUSTOM_ID } from './limits.js';

export interface ComponentId {
  readonly kind: string;
  readonly version: number;
  readonly args: readonly string[];
}

const idSchema = z
  .string()
  .max(CUSTOM_ID)
  .regex(/^[a-z-]+:[1-9]\d{0,3}(?::[^:]*)*$/u)
  .transform((id): ComponentId => {
    const [kind = '', version = '', ...args] = id.split(':');
    return { kind, version: Number(version), args };
  });

/** @throws Error for what does not fit into an id: a mistake in the program. */
export function writeComponentId({ kind, version, args }: ComponentId): string {
  const id = [kind, version, ...args].join(':');
  if (args.some((arg) => arg.includes(':')) || !idSchema.safeParse(id).success) {
    throw new Error(`No component can have the id ${JSON.stringify(id)}`);
  }
  return id;
}

/** Undefined for an id that no version writes. */
export function parseComponentId(id: string): ComponentId | undefined {
  return idSchema.safeParse(id).data;
}

/** Arguments that lead to a paragraph. Handlers with more arguments join the tuple to theirs. */
export const referenceArgs = z
  .tuple([
    z.string().regex(/^[0-9a-f]{12}$/u),
    z
      .string()
      .regex(/^[1-9]\d{0,6}$/u)
      .transform(Number),
    z.string().regex(/^[0-9a-f]{8}$/u),
  ])
  .transform(([article, paragraph, hash]): ParagraphReference => ({ article, paragraph, hash }));

export function writeReference({ article, paragraph, hash }: ParagraphReference): string[] {
  return [article, String(paragraph), hash];
}
