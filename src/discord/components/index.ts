/** All components. The router knows them from here alone. */
import { parseComponentId } from '../component-id.js';
import type { BoundComponent, Component } from '../component.js';
import { about, aboutAsked } from './about.js';
import { around, aroundPage } from './around.js';
import { cancelReindex } from './cancel-reindex.js';
import { context } from './context.js';
import { dismiss } from './dismiss.js';
import { gapsPage } from './gaps-page.js';
import { more, morePage } from './more.js';
import { nearest } from './nearest.js';
import { setChannels } from './set-channels.js';
import { setKeeping } from './set-keeping.js';
import { setLanguage } from './set-language.js';
import { setSources } from './set-sources.js';
import { setFollowUp, setPrivate } from './set-switches.js';
import { share } from './share.js';
import { timeline } from './timeline.js';
import { typedSources, typeSources } from './type-sources.js';
import { vote } from './vote.js';

/** Below an answer. */
const ANSWER = [
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

export const components: readonly Component[] = [...ANSWER, timeline, cancelReindex, gapsPage, ...SETTINGS];

/** Undefined for an id that this version of the program did not write. */
export function findComponent(
  customId: string,
  known: readonly Component[] = components,
): BoundComponent | undefined {
  const id = parseComponentId(customId);
  if (id === undefined) return undefined;
  return known.find(({ kind, version }) => kind === id.kind && version === id.version)?.bind(id.args);
}
