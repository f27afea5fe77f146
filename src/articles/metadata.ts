/** Metadata as people write it becomes metadata as the schema wants it, or a reason why not. */
import { parse as parseYaml, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { metadataSchema, type Metadata } from './article.js';
import { because, type FileReason } from './file-reason.js';
import { ArticleProblem } from './problem.js';

const recordSchema = z.record(z.string(), z.unknown());
/** What may be said of an article, in the order of the schema. */
export const METADATA_KEYS: readonly string[] = Object.keys(metadataSchema.shape);

/**
 * Metadata of a sidecar. A key that is not known is a slip of the pen, and is named.
 *
 * @throws ArticleProblem "failed" that names the sidecar, the key and the reason.
 */
export function parseSidecar(yaml: string, name: string): Metadata {
  return validate(readYaml(yaml, name), name);
}

/** Metadata of front matter, where other programs keep keys of their own: unknown ones are ignored. */
export function parseFrontMatter(yaml: string): Metadata {
  const values = readYaml(yaml, because('frontMatter'), 2);
  return validate(
    Object.fromEntries(Object.entries(values).filter(([key]) => METADATA_KEYS.includes(key))),
    because('frontMatter'),
  );
}

/** Metadata found on a page: what does not fit is no fault of the administrator's, and is left out. */
export function keepValid(values: Readonly<Record<string, unknown>>): Metadata {
  const kept = Object.entries(values).filter(([key, value]) => {
    const single = metadataSchema.safeParse(tidy({ [key]: value }));
    return single.success && Object.keys(single.data).length > 0;
  });
  return metadataSchema.parse(tidy(Object.fromEntries(kept)));
}

/** @param firstLine - line of the file that the YAML begins in. */
function readYaml(yaml: string, name: string | FileReason, firstLine = 1): Record<string, unknown> {
  try {
    // The core schema keeps dates as they are written; warnings would go to standard error.
    const values: unknown = parseYaml(yaml, { schema: 'core', logLevel: 'error' });
    return recordSchema.parse(values ?? {});
  } catch (cause) {
    if (cause instanceof YAMLParseError) {
      const line = firstLine - 1 + (cause.linePos?.[0].line ?? 1);
      // Its own line number counts from the first line of the YAML.
      const reason = cause.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/u, '') ?? '';
      throw new ArticleProblem('failed', because('withinLine', name, String(line), reason), { cause });
    }
    throw new ArticleProblem('failed', because('within', name, because('noPairs')), { cause });
  }
}

function validate(values: Record<string, unknown>, name: string | FileReason): Metadata {
  const { success, data, error } = metadataSchema.safeParse(tidy(values));
  if (success) return data;
  const reasons = error.issues.map(explainIssue).reduce((before, next) => because('both', before, next));
  throw new ArticleProblem('failed', because('within', name, reasons));
}

function explainIssue(issue: z.core.$ZodIssue): FileReason {
  const key = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return because('unknownKey', issue.keys.join(', '), METADATA_KEYS.join(', '));
  if (key === 'date') return because('badDate');
  if (key === 'url') return because('badUrl');
  return because('within', key, issue.message);
}

/** Empty values count as missing, a number as its digits, several lines as one, one text of tags as a list. */
function tidy(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tidied: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const tidyValue = key === 'tags' ? tidyTags(value) : tidyText(value);
    if (tidyValue !== null && tidyValue !== undefined && tidyValue !== '') tidied[key] = tidyValue;
  }
  return tidied;
}

function tidyText(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : value;
}

function tidyTags(value: unknown): unknown {
  if (typeof value === 'string')
    return value
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean);
  if (!Array.isArray(value)) return value;
  return value.map(tidyText);
}
