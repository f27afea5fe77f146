/** `/ask`: passages that answer a question, or a plain no. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { answerQuestion } from '../src/discord/answering.js';
import { articleOption, completeArticle, readArticle } from '../src/discord/article-option.js';
import type { SlashCommand } from '../src/discord/command.js';
import { filterOptions, readFilters } from '../src/discord/filter-options.js';
import { askedPrivately, privateOption } from '../src/discord/private-option.js';

/** The longest question Discord lets through; a longer one is a text, and `/source` is for those. */
const LONGEST_QUESTION = 2000;

export const ask: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'ask',
    description: 'Ask the articles: answers in their own words, with source and paragraph',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What you want to know, as you would ask a person',
        required: true,
        max_length: LONGEST_QUESTION,
      },
      articleOption('Search this article only: type any part of its title'),
      ...filterOptions(),
      privateOption('Whether only you see the answer'),
    ],
  },
  isQuestion: true,
  isPrivate: askedPrivately,
  complete: (typed, { answerer }) => completeArticle(typed, answerer),
  run(asking, { options }) {
    const articleId = readArticle(options.getString('article'), asking.rooms.answerer);
    const filters = readFilters(asking.texts, { options });
    return answerQuestion(asking, options.getString('question', true), { articleId, ...filters });
  },
};
