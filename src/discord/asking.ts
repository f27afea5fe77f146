/** Who asks, where, and in which language they are answered. The one place that reads this from Discord. */
import {
  ApplicationIntegrationType,
  PermissionFlagsBits,
  type BaseInteraction,
  type CacheType,
  type Channel,
  type Message,
  type PermissionsBitField,
} from 'discord.js';
import type { ServerSettings } from '../state/settings.js';
import type { Rooms } from './rooms.js';
import type { Texts } from './texts/english.js';
import { textsFor } from './texts/texts-for.js';

export interface Asking {
  /** Of the interaction, or of the message that asks: the same one when Discord sends it again. */
  readonly eventId: string;
  /** In the person's language when only they see the answer, else in the server's. */
  readonly texts: Texts;
  /** In the person's language. */
  readonly ownTexts: Texts;
  /** In the server's language: the one that it has set, else Discord's. */
  readonly publicTexts: Texts;
  /** Whether only the person sees the answer. */
  readonly isPrivate: boolean;
  readonly userId: string;
  /** As others see it; to be escaped. */
  readonly userName: string;
  /** Undefined in direct messages. */
  readonly guildId: string | undefined;
  readonly channelId: string | undefined;
  /** The channel that a thread belongs to; undefined elsewhere. */
  readonly parentId: string | undefined;
  /** Of the server; in direct messages those that it has to begin with. */
  readonly settings: ServerSettings;
  /** The person's. */
  readonly locale: string;
  /** All rights are those of a server that has the bot; elsewhere nobody has any. */
  readonly isAdministrator: boolean;
  /** May change the settings of the server. */
  readonly isManager: boolean;
  /** May remove other people's messages in the channel. */
  readonly isModerator: boolean;
  /** May change the channel. */
  readonly isChannelManager: boolean;
  readonly rooms: Rooms;
}

/** Discord does not tell the language of somebody who writes a message. */
export const UNKNOWN_LOCALE = 'en-US';

/** @param isPrivate - whether only the person will see the answer. */
export function askingOf<Cached extends CacheType>(
  interaction: BaseInteraction<Cached>,
  isPrivate: boolean,
  rooms: Rooms,
): Asking {
  const { user, guildId, channelId, channel, locale, guildLocale } = interaction;
  const settings = rooms.store.settings.get(guildId ?? undefined);
  const ownTexts = textsFor(locale);
  const publicTexts = textsFor(settings.language ?? guildLocale ?? locale);
  return {
    eventId: interaction.id,
    texts: isPrivate ? ownTexts : publicTexts,
    ownTexts,
    publicTexts,
    isPrivate,
    userId: user.id,
    userName: user.displayName,
    guildId: guildId ?? undefined,
    channelId: channelId ?? undefined,
    parentId: channel === null ? undefined : parentOf(channel),
    settings,
    locale,
    ...rightsIn(isInstalled(interaction) ? interaction.memberPermissions : null),
    rooms,
  };
}

/** Somebody who writes a message is answered in public. */
export function askingIn(message: Message, rooms: Rooms): Asking {
  const { author, guild, guildId, channelId, channel, member } = message;
  const settings = rooms.store.settings.get(guildId ?? undefined);
  const locale = guild?.preferredLocale ?? UNKNOWN_LOCALE;
  const texts = textsFor(settings.language ?? locale);
  return {
    eventId: message.id,
    texts,
    ownTexts: texts,
    publicTexts: texts,
    isPrivate: false,
    userId: author.id,
    userName: member?.displayName ?? author.displayName,
    guildId: guildId ?? undefined,
    channelId,
    parentId: parentOf(channel),
    settings,
    locale,
    ...rightsIn(null),
    rooms,
  };
}

function parentOf(channel: Channel): string | undefined {
  return channel.isThread() ? (channel.parentId ?? undefined) : undefined;
}

function rightsIn(
  permissions: Readonly<PermissionsBitField> | null,
): Pick<Asking, 'isAdministrator' | 'isManager' | 'isModerator' | 'isChannelManager'> {
  const has = (right: bigint): boolean => permissions?.has(right) ?? false;
  return {
    isAdministrator: has(PermissionFlagsBits.Administrator),
    isManager: has(PermissionFlagsBits.ManageGuild),
    isModerator: has(PermissionFlagsBits.ManageMessages),
    isChannelManager: has(PermissionFlagsBits.ManageChannels),
  };
}

/** A person may bring the bot to a server that does not have it; being an administrator there means nothing to the bot. */
function isInstalled<Cached extends CacheType>(interaction: BaseInteraction<Cached>): boolean {
  const owners = interaction.authorizingIntegrationOwners;
  const isBrought = owners[ApplicationIntegrationType.UserInstall] !== undefined;
  return (
    interaction.guildId !== null &&
    (!isBrought || owners[ApplicationIntegrationType.GuildInstall] !== undefined)
  );
}
