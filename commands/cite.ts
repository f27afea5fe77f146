/** `/cite`: a paragraph byte for byte, by its place or by its permanent id. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';
import { parsePermalink } from '../src/answers/permalink.js';
import { articleOption, completeArticle } from '../src/discord/article-option.js';
import type { Asking } from '../src/discord/asking.js';
import {
  citeParagraph,
  followCitation,
  keepCited,
  standingPassages,
  type Cited,
} from '../src/discord/citing.js';
import type { SlashCommand } from '../src/discord/command.js';
import { OPTION_TEXT } from '../src/discord/limits.js';
import { askedPrivately, privateOption } from '../src/discord/private-option.js';
import { rememberShown } from '../src/discord/remember-shown.js';
import { renderCitation } from '../src/discord/render-citation.js';
import { say, type Reply } from '../src/discord/reply.js';
import { refuseElsewhere } from '../src/discord/server-rules.js';

export const cite: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'cite',
    description: 'Show a paragraph word for word, with its source and a permanent id, or look up such an id',
    options: [
      articleOption('The article to cite: type any part of its title'),
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'paragraph',
        description: 'The number of the paragraph, as it stands behind ¶',
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'permalink',
        description: 'Instead of both, a permanent id such as visit ¶7 · 1a2b3c4d',
        max_length: OPTION_TEXT,
      },
      privateOption('Whether only you see the paragraph'),
    ],
  },
  isQuestion: false,
  refuse: refuseElsewhere,
  isPrivate: askedPrivately,
  complete: (typed, { answerer }) => completeArticle(typed, answerer),
  run(asking, { options }) {
    const article = options.getString('article');
    const paragraph = options.getInteger('paragraph');
    const permalink =
      options.getString('permalink') ?? (paragraph === null ? asPermalink(asking, article) : null);
    if (permalink !== null) return answer(asking, followCitation(asking, permalink));
    if (article === null || paragraph === null) return say(asking.texts.cite.whatToName);
    return answer(asking, citeParagraph(asking, article, paragraph));
  },
};

function answer(asking: Asking, cited: Cited): Reply {
  const passages = standingPassages(cited);
  keepCited(asking, passages);
  const onShown = rememberShown(asking, passages);
  return { ...renderCitation(asking.texts, cited), onShown };
}

/** People put a permanent id where the article is asked for, too. */
function asPermalink({ rooms: { answerer } }: Asking, typed: string | null): string | null {
  const isArticle = typed === null || answerer.identify(typed) !== undefined;
  return isArticle || parsePermalink(typed) === undefined ? null : typed;
}
