/** `/why`: how an answer came about. Only whoever asks sees it. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { explainAnswer } from '../src/discord/explaining.js';

/** Longer than any id with spaces and marks around it. */
const LONGEST_ID = 40;

export const why: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'why',
    description: 'See how an answer was found: index, model, scores, and the passages that came next',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'id',
        description: 'The id of the answer, as it stands below it in small print',
        required: true,
        max_length: LONGEST_ID,
      },
    ],
  },
  isQuestion: false,
  isPrivate: () => true,
  run: (asking, { options }) => explainAnswer(asking, options.getString('id', true)),
};
