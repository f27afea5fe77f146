/**
 * What the bot says, as data: pure functions make a reply, and one function turns it into what discord.js sends. So flags,
 * mentions and the kind of message are decided in one place.
 */
import {
  ComponentType,
  MessageFlags,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  type BaseMessageOptions,
} from 'discord.js';
import { BUTTON_LABEL } from './limits.js';

export interface ReplyFile {
  readonly name: string;
  readonly content: string;
}

export interface Reply {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** A file must also stand in a component. */
  readonly file?: ReplyFile | undefined;
}

/** A part of a reply. */
export type Part = APIComponentInContainer;

export interface Button {
  readonly id: string;
  readonly label: string;
}

/** A reply of plain words, in markdown of our own making. */
export function say(text: string, buttons: readonly Button[] = []): Reply {
  return { components: [words(text), ...buttonRow(buttons)] };
}

/** A reply in a frame. */
export function frame(parts: readonly Part[], buttons: readonly Button[] = []): Reply {
  return { components: [{ type: ComponentType.Container, components: [...parts] }, ...buttonRow(buttons)] };
}

/** A text, in markdown: whatever comes from an article or a user must have been escaped. */
export function words(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

export function separator(): Part {
  return { type: ComponentType.Separator, divider: true, spacing: 1 };
}

export function filePart(file: ReplyFile): Part {
  return { type: ComponentType.File, file: { url: `attachment://${file.name}` } };
}

/** What discord.js sends for a reply. No mention in it pings anybody. */
export function toPayload({ components, file }: Reply) {
  const files = file === undefined ? [] : [{ attachment: Buffer.from(file.content), name: file.name }];
  return {
    components: [...components],
    files,
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  } as const satisfies BaseMessageOptions & { flags: MessageFlags };
}

function buttonRow(buttons: readonly Button[]): APIMessageTopLevelComponent[] {
  if (buttons.length === 0) return [];
  const components = buttons.map(
    ({ id, label }) =>
      ({
        type: ComponentType.Button,
        style: 2,
        custom_id: id,
        label: label.slice(0, BUTTON_LABEL),
      }) as const,
  );
  return [{ type: ComponentType.ActionRow, components }];
}
