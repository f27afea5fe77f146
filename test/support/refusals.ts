/** Reads Discord's validation errors. */

/** Each wrong field of a refused request as `path: CODE`; empty when the answer names none. */
export function refusedFields(response: unknown): string[] {
  return typeof response === 'object' && response !== null && 'errors' in response
    ? leavesOf(response.errors)
    : [];
}

function leavesOf(node: unknown, path: readonly string[] = []): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => {
    if (key !== '_errors' || !Array.isArray(value)) return leavesOf(value, [...path, key]);
    return value.map((leaf: { code: string }) => `${path.join('.')}: ${leaf.code}`);
  });
}
