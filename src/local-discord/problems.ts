/** What is wrong with a body, and how Discord words it: code 50035 with `errors` nested by the path of the field. */
import type { z } from 'zod';
import { ApiError, type FieldErrors } from './api-error.js';

export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}

const INVALID_FORM_BODY = 50035;
const LEAF = '_errors';

/**
 * Reads what enters by a schema; unknown keys are dropped, as Discord does.
 *
 * @param prefix where the value stands in the body, so that paths are those of the whole body.
 * @throws ApiError 50035 naming each wrong field.
 */
export function parseBody<Output>(
  schema: z.ZodType<Output>,
  body: unknown,
  prefix: readonly PropertyKey[] = [],
): Output {
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return result.data;
  throw invalidForm(
    result.error.issues.flatMap((issue) => toProblems(issue)),
    prefix,
  );
}

/** @throws ApiError 50035 when there is a problem at all. */
export function refuseProblems(problems: readonly Problem[], prefix: readonly PropertyKey[] = []): void {
  if (problems.length > 0) throw invalidForm(problems, prefix);
}

function invalidForm(problems: readonly Problem[], prefix: readonly PropertyKey[]): ApiError {
  const errors: FieldErrors = {};
  for (const { path, code, message } of problems) {
    let node = errors;
    for (const key of [...prefix, ...path].map(String)) node = childOf(node, key);
    const leaf = node[LEAF];
    if (Array.isArray(leaf)) leaf.push({ code, message });
    else node[LEAF] = [{ code, message }];
  }
  return new ApiError(400, INVALID_FORM_BODY, 'Invalid Form Body', errors);
}

function childOf(node: FieldErrors, key: string): FieldErrors {
  const found = node[key];
  if (found !== undefined && !Array.isArray(found)) return found;
  const made: FieldErrors = {};
  node[key] = made;
  return made;
}

function toProblems(issue: z.core.$ZodIssue): Problem[] {
  const { path } = issue;
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code'];
    return [{ path, code: typeof code === 'string' ? code : 'BASE_TYPE_INVALID', message: issue.message }];
  }
  if ('input' in issue && issue.input === undefined) {
    return [{ path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
  }
  return [{ path, ...wordIssue(issue) }];
}

function wordIssue(issue: z.core.$ZodIssue): Omit<Problem, 'path'> {
  switch (issue.code) {
    case 'invalid_value': {
      const choices = issue.values.map(String).join(', ');
      return { code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${choices}}.` };
    }
    case 'invalid_union':
      return {
        code: 'UNION_TYPE_CHOICES',
        message: 'Value of field "type" is not one of those allowed here.',
      };
    case 'too_big':
      return {
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be less than or equal to ${issue.maximum}.`,
      };
    case 'too_small':
      return {
        code: 'NUMBER_TYPE_MIN',
        message: `int value should be greater than or equal to ${issue.minimum}.`,
      };
    default:
      return { code: 'BASE_TYPE_BAD_TYPE', message: issue.message };
  }
}
