/** `/source`: where a quotation comes from, and whether it is what the article says. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import type { SlashCommand } from '../src/discord/command.js';
import { OPTION_TEXT } from '../src/discord/limits.js';
import { askedPrivately, privateOption } from '../src/discord/private-option.js';
import { rememberShown } from '../src/discord/remember-shown.js';
import { passagesOf, renderQuotation } from '../src/discord/render-quotation.js';

export const source: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'source',
    description: 'Check a quotation: which article has it, and was a word changed?',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'quote',
        description: 'The words to look up, with or without quotation marks',
        required: true,
        max_length: OPTION_TEXT,
      },
      privateOption('Whether only you see the result'),
    ],
  },
  isQuestion: true,
  isPrivate: askedPrivately,
  async run(asking, { options }) {
    const { texts, settings, rooms } = asking;
    const { checkQuotation, referTo } = rooms.answerer;
    const answer = await checkQuotation(options.getString('quote', true), settings.sources);
    const verdict = answer.kind === 'checked' ? answer.verdict : undefined;
    const onShown = rememberShown(asking, passagesOf(answer), { verdict });
    return { ...renderQuotation(texts, answer, referTo), onShown };
  },
};
