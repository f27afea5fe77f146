/** Whether a message asks the bot something, and what. No privileged intent is needed for messages that mention the bot. */
import { ChannelType, type Message } from 'discord.js';

/**
 * The question in a message, without the mention; empty when there is nothing but the mention. In direct messages
 * everything is meant for the bot.
 *
 * @returns undefined for a message that is none of the bot's business: from a bot, a webhook or the system, with no mention
 *   of the bot in its text (a reply to it alone is none), or for everyone.
 */
export function questionOf(message: Message): string | undefined {
  const { author, client, content, channel } = message;
  if (author.bot || message.system || message.webhookId !== null || message.mentions.everyone)
    return undefined;
  const mention = new RegExp(`<@!?${client.user.id}>`, 'gu');
  const isMeant = channel.type === ChannelType.DM || content.search(mention) >= 0;
  return isMeant ? content.replace(mention, ' ').trim() : undefined;
}
