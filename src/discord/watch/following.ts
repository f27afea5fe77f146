/** What `/follow` and `/unfollow` have in common: where they work, for whom, and the option that names a topic. */
import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandStringOption,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { shortenAtWord } from '../../text/shorten.js';
import type { Follow } from '../../state/follows.js';
import type { Store } from '../../state/store.js';
import type { Asking } from '../asking.js';
import type { Choice } from '../command.js';
import { AUTOCOMPLETE_CHOICES, CHOICE } from '../limits.js';
import { say, type Reply } from '../reply.js';

/** Shown to people who may manage the channel; a server can show the commands to others, so who they are is asked again. */
export const FOLLOWING = {
  default_member_permissions: String(PermissionFlagsBits.ManageChannels),
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
};

export function topicOption(description: string) {
  return {
    type: ApplicationCommandOptionType.String,
    name: 'topic',
    description,
    max_length: CHOICE,
  } as const satisfies APIApplicationCommandStringOption;
}

export function refuseFollowing({ texts, guildId, isChannelManager, isManager }: Asking): Reply | undefined {
  if (guildId === undefined) return say(texts.follows.serverOnly);
  return isChannelManager || isManager ? undefined : say(texts.follows.managersOnly);
}

/** Whether the bot may post in the channel of a command. */
export function mayPost({ appPermissions, channel }: ChatInputCommandInteraction): boolean {
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  return appPermissions.has([
    ViewChannel,
    channel?.isThread() === true ? SendMessagesInThreads : SendMessages,
  ]);
}

/** Topics of a channel that hold what was typed, in the order in which they were followed. */
export function completeFollow(typed: string, { follows }: Store, channelId: string): Choice[] {
  const wanted = typed.trim().toLowerCase();
  return follows
    .list(channelId)
    .filter(({ topic }) => topic.toLowerCase().includes(wanted))
    .slice(0, AUTOCOMPLETE_CHOICES)
    .map(({ topic, id }) => ({ name: shortenAtWord(topic, CHOICE), value: id }));
}

/** A choice of the list, or a topic that was typed. */
export function findFollow(typed: string, { follows }: Store, channelId: string): Follow | undefined {
  return follows.list(channelId).find(({ id }) => id === typed) ?? follows.find(channelId, typed);
}
