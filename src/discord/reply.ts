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
import { buttonRows, type Button, type Row } from './controls.js';

export interface ReplyFile {
  readonly name: string;
  readonly content: string;
}

export interface Reply {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** A file must also stand in a component. */
  readonly file?: ReplyFile | undefined;
  /** Called when Discord shows it, each time that it is shown; for what is to find the message again. */
  readonly onShown?: ((place: ShownPlace) => void) | undefined;
}

/** Where a reply stands. */
export interface ShownPlace {
  readonly messageId: string;
  readonly channelId: string;
}

/** A part of a reply; rows of controls may stand among them. */
export type Part = APIComponentInContainer;

/** A reply of plain words, in markdown of our own making. */
export function say(text: string, buttons: readonly Button[] = []): Reply {
  return { components: [words(text), ...buttonRows(buttons)] };
}

/** A reply in a frame, with buttons below it. */
export function frame(parts: readonly Part[], buttons: readonly Button[] = []): Reply {
  return {
    components: [{ type: ComponentType.Container, components: [...parts] }, ...buttonRows(buttons)],
  };
}

/** The same reply with rows of controls below it. */
export function withRows(reply: Reply, rows: readonly Row[]): Reply {
  return { ...reply, components: [...reply.components, ...rows] };
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
