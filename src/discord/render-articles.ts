/** What is indexed, and the card of one article, as messages. */
import type { ArticleCard, NotReady, Shelf, UnknownArticle } from '../answers/answer.js';
import type { Attribution } from '../answers/passage.js';
import type { KeepQuestions } from '../state/retention.js';
import { shortenAtWord } from '../text/shorten.js';
import { renderDetails, renderTitle } from './attribution.js';
import { renderList } from './lists.js';
import { escapeLine } from './markdown.js';
import { frame, say, words, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

/** Characters for each list. */
const LIST_ROOM = 1200;
const LONGEST_NAME = 80;

/** @param keepQuestions - what the server has set; readers are told. */
export function renderShelf(texts: Texts, shelf: Shelf | NotReady, keepQuestions: KeepQuestions): Reply {
  if ('kind' in shelf) return say(texts.general.notReady);
  const { isolate, number } = texts;
  const told = texts.articles;
  const { articles, paragraphs, sources, newest } = shelf;
  const parts = [
    `### ${told.list([told.articles(articles), told.paragraphs(paragraphs)])}`,
    renderList(
      texts,
      `**${told.sources}**`,
      sources.map(
        ({ source, articles }) =>
          `- ${isolate(escapeLine(shortenAtWord(source, LONGEST_NAME)))}: ${number(articles)}`,
      ),
      LIST_ROOM,
    ),
    renderList(
      texts,
      `**${told.newest}**`,
      newest.map((one) => renderItem(texts, one)),
      LIST_ROOM,
    ),
    `-# ${texts.settings.keeping[keepQuestions]}`,
  ];
  return frame(parts.filter((part) => part !== '').map(words));
}

export function renderCard(texts: Texts, card: ArticleCard | UnknownArticle | NotReady): Reply {
  const { notReady, unknownArticle } = texts.general;
  if ('kind' in card) return say(card.kind === 'not-ready' ? notReady : unknownArticle);
  const told = texts.articles;
  const { attribution, language, paragraphs, words: length, tags, related } = card;
  const facts = [told.list([told.paragraphs(paragraphs), told.words(length)])];
  if (language !== undefined)
    facts.push(`${told.language} ${texts.isolate(escapeLine(texts.languageName(language)))}`);
  const parts = [
    `### ${renderTitle(attribution)}\n-# ${renderDetails(texts, attribution)}`,
    facts.join('\n'),
    renderList(texts, `**${told.tags}**`, tags.map(renderText), LIST_ROOM / 2),
    renderList(texts, `**${told.related}**`, related.map(renderText), LIST_ROOM),
  ];
  return frame(parts.filter((part) => part !== '').map(words));
}

function renderItem(texts: Texts, attribution: Attribution): string {
  return `- ${texts.isolate(renderTitle(attribution))} (${renderDetails(texts, attribution)})`;
}

function renderText(text: string): string {
  return `- ${escapeLine(shortenAtWord(text, 2 * LONGEST_NAME))}`;
}
