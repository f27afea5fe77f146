/** How close a message is to each of Discord's limits. */
import { flatten, textsOf } from './component-tree.js';
import * as limits from './limits.js';
import { MessageFlag, type Message } from './message.js';
import { ComponentType, type Component } from './validate-components.js';

export interface LimitUse {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

/** Of a message with components V2 their limits, of any other those of content and embeds. */
export function measureLimits(message: Message): LimitUse[] {
  const isV2 = (message.flags & MessageFlag.componentsV2) !== 0;
  return [
    ...(isV2 ? measureV2(message) : measureV1(message)),
    ...measureControls(flatten(message.components).map(({ component }) => component)),
    { name: 'Files', used: message.attachments.length, limit: limits.MESSAGE_ATTACHMENTS },
  ];
}

function measureV2({ components }: Message): LimitUse[] {
  const total = textsOf(components).reduce((sum, { length }) => sum + length, 0);
  return [
    { name: 'Text of all components', used: total, limit: limits.V2_TEXT },
    { name: 'Components', used: flatten(components).length, limit: limits.V2_COMPONENTS },
  ];
}

function measureV1({ content, embeds, components }: Message): LimitUse[] {
  return [
    { name: 'Content', used: content.length, limit: limits.CONTENT_LENGTH },
    { name: 'Embeds', used: embeds.length, limit: limits.EMBEDS },
    { name: 'Rows', used: components.length, limit: limits.ACTION_ROWS },
  ];
}

/** The fullest row, and the longest label and id: each of them has the limit for itself. */
function measureControls(components: readonly Component[]): LimitUse[] {
  const rows = components.map((one) => (one.type === ComponentType.row ? one.components.length : 0));
  const labels = components.map((one) => ('label' in one ? (one.label ?? '').length : 0));
  const ids = components.map((one) => ('custom_id' in one ? (one.custom_id ?? '').length : 0));
  return [
    { name: 'Buttons in the fullest row', used: highest(rows), limit: limits.ROW_BUTTONS },
    { name: 'Longest label', used: highest(labels), limit: limits.LABEL_LENGTH },
    { name: 'Longest custom id', used: highest(ids), limit: limits.CUSTOM_ID_LENGTH },
  ];
}

function highest(values: readonly number[]): number {
  return Math.max(0, ...values);
}
