/** *Apps > Check quote* on a message: `/source` for each quotation in it. */
import { ApplicationCommandType } from 'discord.js';
import type { MessageCommand } from '../src/discord/command.js';
import { findQuotations } from '../src/discord/quoted-text.js';
import { MOST_QUOTATIONS, renderQuotations } from '../src/discord/render-quotations.js';

export const checkQuote: MessageCommand = {
  payload: { type: ApplicationCommandType.Message, name: 'Check quote' },
  isQuestion: true,
  isPrivate: () => true,
  async run({ texts, settings, rooms: { answerer } }, { targetMessage }) {
    const quotations = findQuotations(targetMessage.content, MOST_QUOTATIONS);
    const checked = quotations.map(async (quote) => ({
      quote,
      answer: await answerer.checkQuotation(quote, settings.sources),
    }));
    return renderQuotations(texts, await Promise.all(checked), answerer.referTo);
  },
};
