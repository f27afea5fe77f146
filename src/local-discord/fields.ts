/** Pieces of the schemas: each says what Discord says when it is not met. */
import { z } from 'zod';
import type { Problem } from './problems.js';

/** A string of `min` to `max` UTF-16 units. */
export function text(min: number, max: number): z.ZodString {
  return z.string().refine(({ length }) => length >= min && length <= max, lengthError(min, max));
}

/** A list of `min` to `max` entries. */
export function list<Entry extends z.ZodType>(entry: Entry, min: number, max: number): z.ZodArray<Entry> {
  return z.array(entry).refine(({ length }) => length >= min && length <= max, lengthError(min, max));
}

/** A whole number from `min` to `max`. */
export function whole(min: number, max: number): z.ZodInt {
  return z.int().min(min).max(max);
}

/** A field that may be missing or null, which is the same. */
export function maybe<Output>(schema: z.ZodType<Output>) {
  return schema.nullish().transform((value) => value ?? undefined);
}

/** A field that has a value of its own where it is missing or null. */
export function or<Output>(schema: z.ZodType<Output>, fallback: Output) {
  return schema.nullish().transform((value) => value ?? fallback);
}

export const snowflake = z.string().regex(/^\d{15,21}$/u, 'Value is not snowflake.');

/** An address of one of the given schemes. */
export function address(max: number, schemes: readonly string[]): z.ZodString {
  return text(1, max).refine((value) => isAddress(value, schemes), {
    error: `Scheme must be one of (${schemes.map((scheme) => `'${scheme}'`).join(', ')}).`,
    params: { code: 'URL_TYPE_INVALID_SCHEME' },
  });
}

function isAddress(value: string, schemes: readonly string[]): boolean {
  return URL.canParse(value) && schemes.includes(new URL(value).protocol.slice(0, -1));
}

function lengthError(min: number, max: number): { error: string; params: { code: string } } {
  return min === 0
    ? { error: `Must be ${max} or fewer in length.`, params: { code: 'BASE_TYPE_MAX_LENGTH' } }
    : { error: `Must be between ${min} and ${max} in length.`, params: { code: 'BASE_TYPE_BAD_LENGTH' } };
}

/** Hands problems found by hand to zod. */
export function report(context: z.core.$RefinementCtx, problems: readonly Problem[]): void {
  for (const { path, code, message } of problems) {
    context.addIssue({ code: 'custom', path: [...path], message, params: { code } });
  }
}

/** The values that occur more than once, each with the positions after the first. */
export function repeated<Entry>(entries: readonly Entry[], key: (entry: Entry) => unknown): number[] {
  const seen = new Set<unknown>();
  return entries.flatMap((entry, position) => {
    const value = key(entry);
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [position];
  });
}
