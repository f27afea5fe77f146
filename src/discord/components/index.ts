/** All components. The router knows them from here alone. */
import { parseComponentId } from '../component-id.js';
import type { BoundComponent, Component } from '../component.js';
import { cancelReindex } from './cancel-reindex.js';
import { context } from './context.js';
import { gapsPage } from './gaps-page.js';
import { nearest } from './nearest.js';
import { setChannels } from './set-channels.js';
import { setKeeping } from './set-keeping.js';
import { setLanguage } from './set-language.js';
import { setSources } from './set-sources.js';
import { setFollowUp, setPrivate } from './set-switches.js';
import { timeline } from './timeline.js';
import { typedSources, typeSources } from './type-sources.js';

/** Of `/settings`. */
const SETTINGS = [
  setChannels,
  setSources,
  typeSources,
  typedSources,
  setLanguage,
  setKeeping,
  setPrivate,
  setFollowUp,
];

export const components: readonly Component[] = [
  nearest,
  context,
  timeline,
  cancelReindex,
  gapsPage,
  ...SETTINGS,
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
