/** What the bot may read of a message: all of it in a direct channel, where it is mentioned, and what it wrote itself. */
import type { Message } from './message.js';
import { isDirect, type World } from './world.js';

/** A bot without the Message Content intent gets the other messages without what their author wrote. */
export function asSeenByBot(message: Message, world: World): Message {
  const seen = mayRead(message, world)
    ? message
    : { ...message, content: '', embeds: [], components: [], attachments: [] };
  const referenced = seen.referenced_message ?? undefined;
  return referenced === undefined ? seen : { ...seen, referenced_message: asSeenByBot(referenced, world) };
}

function mayRead({ channel_id, author, mentions }: Message, world: World): boolean {
  const { id } = world.bot;
  return isDirect(world.channel(channel_id)) || author.id === id || mentions.some((user) => user.id === id);
}
