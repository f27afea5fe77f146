/** All components. The router knows them from here alone. */
import { parseComponentId } from '../component-id.js';
import type { BoundComponent, Component } from '../component.js';
import { about, aboutAsked } from './about.js';
import { around, aroundPage } from './around.js';
import { context } from './context.js';
import { dismiss } from './dismiss.js';
import { more, morePage } from './more.js';
import { nearest } from './nearest.js';
import { share } from './share.js';
import { vote } from './vote.js';

export const components: readonly Component[] = [
  nearest,
  context,
  around,
  aroundPage,
  more,
  morePage,
  share,
  dismiss,
  vote,
  about,
  aboutAsked,
];

/** Undefined for an id that this version of the program did not write. */
export function findComponent(
  customId: string,
  known: readonly Component[] = components,
): BoundComponent | undefined {
  const id = parseComponentId(customId);
  if (id === undefined) return undefined;
  return known.find(({ kind, version }) => kind === id.kind && version === id.version)?.bind(id.args);
}
