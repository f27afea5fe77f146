/** `/unfollow`: a channel follows a topic no longer. For people who may manage the channel or the server. */
import { ApplicationCommandType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import {
  completeFollow,
  findFollow,
  FOLLOWING,
  refuseFollowing,
  topicOption,
} from '../src/discord/watch/following.js';
import { renderUnfollowed } from '../src/discord/watch/render-follows.js';

export const unfollow: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'unfollow',
    description: 'No longer follow a topic in this channel',
    options: [
      { ...topicOption('The topic: one that this channel follows'), required: true, autocomplete: true },
    ],
    ...FOLLOWING,
  },
  isQuestion: false,
  refuse: refuseFollowing,
  isPrivate: () => true,
  complete: (typed, { store }, _options, channelId) => completeFollow(typed, store, channelId),
  run({ texts, rooms: { store } }, { channelId, options }) {
    const found = findFollow(options.getString('topic', true), store, channelId);
    if (found !== undefined) store.follows.remove(channelId, found.id);
    return renderUnfollowed(texts, found);
  },
};
