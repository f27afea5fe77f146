/** The option `article`: a title to choose while typing, and what was chosen or typed after all. */
import { ApplicationCommandOptionType, type APIApplicationCommandStringOption } from 'discord.js';
import type { Answerer } from '../answers/answer.js';
import type { Attribution } from '../answers/passage.js';
import { shortId } from '../answers/references.js';
import { shortenAtWord } from '../text/shorten.js';
import type { Choice } from './command.js';
import { AUTOCOMPLETE_CHOICES, CHOICE, OPTION_TEXT } from './limits.js';

export function articleOption(description: string): APIApplicationCommandStringOption {
  return {
    type: ApplicationCommandOptionType.String,
    name: 'article',
    description,
    autocomplete: true,
    max_length: OPTION_TEXT,
  };
}

/** At most 25 articles whose title, source or id holds what was typed. */
export function completeArticle(typed: string, answerer: Answerer): Choice[] {
  return answerer.suggest(typed, AUTOCOMPLETE_CHOICES).map(toChoice);
}

/** The id that was meant; what means nothing is passed on, so that the answer can say so. */
export function readArticle(typed: string | null, answerer: Answerer): string | undefined {
  return typed === null ? undefined : (answerer.identify(typed) ?? typed);
}

function toChoice({ title, source, articleId }: Attribution): Choice {
  const name = source === undefined ? title : `${title} (${source})`;
  return {
    name: shortenAtWord(name, CHOICE),
    value: articleId.length <= CHOICE ? articleId : `#${shortId(articleId)}`,
  };
}
