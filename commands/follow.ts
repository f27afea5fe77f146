/** `/follow`: a channel is told what is new on a topic. For people who may manage the channel or the server. */
import { ApplicationCommandType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { say } from '../src/discord/reply.js';
import { FOLLOWING, mayPost, refuseFollowing, topicOption } from '../src/discord/watch/following.js';
import { followTopic } from '../src/discord/watch/follow-topic.js';
import { renderFollows } from '../src/discord/watch/render-follows.js';

export const follow: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'follow',
    description: 'Follow a topic in this channel: new passages are posted here, five a day; or see which',
    options: [topicOption('A name or a few words; without it you see what this channel follows')],
    ...FOLLOWING,
  },
  isQuestion: true,
  refuse: refuseFollowing,
  isPrivate: () => true,
  async run({ texts, guildId, parentId, rooms }, interaction) {
    const { channelId, options } = interaction;
    const topic = options.getString('topic');
    if (topic === null) return renderFollows(texts, rooms.store.follows.list(channelId));
    if (!mayPost(interaction)) return say(texts.follows.closed);
    return followTopic(texts, rooms, { guildId, channelId, parentId, topic: topic.trim() });
  },
};
