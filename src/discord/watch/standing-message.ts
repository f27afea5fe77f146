/** A message of the bot's own as it stands in Discord: what stays of it when its passages are amended. */
import { ComponentType, type APIMessageTopLevelComponent } from 'discord.js';
import type { Row } from '../controls.js';
import { NOTHING_LASTING, readLasting, type LastingTexts } from '../lasting.js';

export interface StandingMessage {
  readonly lasting: LastingTexts;
  /** Rows of controls, in frames too; they stand below everything afterwards. */
  readonly rows: readonly Row[];
}

/** Of a message that the bot may not read. */
export const UNREADABLE: StandingMessage = { lasting: NOTHING_LASTING, rows: [] };

export function readStanding(components: readonly APIMessageTopLevelComponent[]): StandingMessage {
  return { lasting: readLasting(components), rows: components.flatMap(rowsIn) };
}

function rowsIn(component: APIMessageTopLevelComponent): Row[] {
  if (component.type === ComponentType.ActionRow) return [component];
  if (component.type !== ComponentType.Container) return [];
  return component.components.filter((part) => part.type === ComponentType.ActionRow);
}
