/** What was chosen from a select. A select of an earlier version may offer what there is no longer. */
import type { z } from 'zod';
import { UserError } from '../errors.js';
import type { Asking } from './asking.js';

/** @throws UserError for what this version does not offer. */
export function parseChoice<T>(schema: z.ZodType<T>, chosen: unknown, { ownTexts }: Asking): T {
  const { success, data } = schema.safeParse(chosen);
  if (!success) throw new UserError(ownTexts.general.outdated);
  return data;
}
