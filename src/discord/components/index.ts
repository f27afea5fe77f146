/** All components. The router knows them from here alone. */
import { parseComponentId } from '../component-id.js';
import type { BoundComponent, Component } from '../component.js';
import { cancelReindex } from './cancel-reindex.js';
import { context } from './context.js';
import { nearest } from './nearest.js';

export const components: readonly Component[] = [nearest, context, cancelReindex];

/** Undefined for an id that this version of the program did not write. */
export function findComponent(
  customId: string,
  known: readonly Component[] = components,
): BoundComponent | undefined {
  const id = parseComponentId(customId);
  if (id === undefined) return undefined;
  return known.find(({ kind, version }) => kind === id.kind && version === id.version)?.bind(id.args);
}
