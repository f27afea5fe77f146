/** A message of the bot's own as it stands in Discord: what stays of it when its passages are amended. */
import { ComponentType, type APIMessageTopLevelComponent } from 'discord.js';
import type { Row } from '../controls.js';
import { NOTHING_LASTING, readLasting, type LastingTexts } from '../lasting.js';

export interface StandingMessage {
  readonly lasting: LastingTexts;
  /** Rows of controls, in frames too; they stand below everything afterwards. */
  readonly rows: readonly Row[];
  readonly hasFile: boolean;
}

/** Of a message that the bot may not read. */
export const UNREADABLE: StandingMessage = { lasting: NOTHING_LASTING, rows: [], hasFile: false };

export function readStanding(components: readonly APIMessageTopLevelComponent[]): StandingMessage {
  const parts = components.flatMap((one) => (one.type === ComponentType.Container ? one.components : [one]));
  return {
    lasting: readLasting(components),
    rows: parts.filter((part) => part.type === ComponentType.ActionRow),
    hasFile: parts.some(({ type }) => type === ComponentType.File),
  };
}
