/** Which articles a question is asked of: one, those of a source, those of a time. */
import { z } from 'zod';
import { UserError } from '../errors.js';

export interface Filters {
  readonly source?: string | undefined;
  /** Whole names of the sources that are searched at all, such as a server has chosen; an empty list allows all. */
  readonly sources?: readonly string[] | undefined;
  /** First day, as "2023-02-17". */
  readonly since?: string | undefined;
  /** The day after the last one. */
  readonly before?: string | undefined;
}

const fold = (name: string): string => name.trim().toLowerCase();

/** Whether a source may be searched; an empty list allows all, articles without a source too. */
export function isAllowed(source: string | undefined, allowed: readonly string[]): boolean {
  return allowed.length === 0 || (source !== undefined && allowed.some((one) => fold(one) === fold(source)));
}

/** A year, a month or a day becomes its first day. */
const day = z
  .string()
  .trim()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u)
  .transform((text) => `${text}-01-01`.slice(0, 'yyyy-mm-dd'.length))
  .pipe(z.iso.date());

/** What a command line or an option gives: null and undefined are the same nothing. */
export interface TypedFilters {
  readonly source?: string | null | undefined;
  readonly since?: string | null | undefined;
  readonly before?: string | null | undefined;
}

/** @throws UserError for what is no date, in words. */
export function parseFilters({ source, since, before }: TypedFilters): Filters {
  return {
    source: source?.trim() || undefined,
    since: parseDay('since', since),
    before: parseDay('before', before),
  };
}

function parseDay(name: string, typed: string | null | undefined): string | undefined {
  if (typed === null || typed === undefined) return undefined;
  const { success, data } = day.safeParse(typed);
  if (!success)
    throw new UserError(`"${name}" must be a day, a month or a year, such as 2023-02-17, 2023-02 or 2023.`);
  return data;
}
