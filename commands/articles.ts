/** `/articles`: what is indexed, or the card of one article. */
import { ApplicationCommandType } from 'discord.js';
import { articleOption, completeArticle, readArticle } from '../src/discord/article-option.js';
import type { SlashCommand } from '../src/discord/command.js';
import { renderCard, renderShelf } from '../src/discord/render-articles.js';

export const articles: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'articles',
    description: 'See which articles are searched, from which sources, and the newest of them',
    options: [articleOption('Show the card of this article: type any part of its title')],
  },
  isQuestion: false,
  isPrivate: () => true,
  complete: (typed, { answerer }) => completeArticle(typed, answerer),
  run({ texts, guildId, rooms: { answerer, store } }, { options }) {
    const articleId = readArticle(options.getString('article'), answerer);
    return articleId === undefined
      ? renderShelf(texts, answerer.shelf(), store.settings.get(guildId).keepQuestions)
      : renderCard(texts, answerer.card(articleId));
  },
};
