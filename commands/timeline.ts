/** `/timeline`: a topic day by day, one sentence each, word for word. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { filterOptions, readFilters } from '../src/discord/filter-options.js';
import { askedPrivately, privateOption } from '../src/discord/private-option.js';
import { refuseElsewhere } from '../src/discord/server-rules.js';
import { answerTimeline } from '../src/discord/timelines.js';

/** A topic is a word or a few; what is longer is a question, and `/ask` is for those. */
const LONGEST_TOPIC = 200;

export const timeline: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'timeline',
    description: 'See a topic day by day: one sentence each, word for word with its article, oldest first',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        description: 'A word or a few: a name, a place, an event',
        required: true,
        max_length: LONGEST_TOPIC,
      },
      ...filterOptions(),
      privateOption('Whether only you see the timeline'),
    ],
  },
  isQuestion: true,
  refuse: refuseElsewhere,
  isPrivate: askedPrivately,
  async run(asking, { options }) {
    const topic = options.getString('topic', true);
    const { sources } = asking.settings;
    const filters = { ...readFilters(asking.texts, { options }), ...(sources.length > 0 && { sources }) };
    return answerTimeline(asking, topic, await asking.rooms.answerer.timeline(topic, filters));
  },
};
