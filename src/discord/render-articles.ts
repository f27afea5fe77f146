/** What is indexed, and the card of one article, as messages. */
import type { ArticleCard, NotReady, Shelf, UnknownArticle } from '../answers/answer.js';
import type { Attribution } from '../answers/passage.js';
import { shortenAtWord } from '../text/shorten.js';
import { renderDetails, renderTitle } from './attribution.js';
import { count, renderList } from './lists.js';
import { escapeLine } from './markdown.js';
import { NOT_READY, UNKNOWN_ARTICLE } from './render-answer.js';
import { frame, words, type Reply } from './reply.js';

/** Characters for each list. */
const LIST_ROOM = 1200;
const LONGEST_NAME = 80;

export function renderShelf(shelf: Shelf | NotReady): Reply {
  if ('kind' in shelf) return NOT_READY;
  const { articles, paragraphs, sources, newest } = shelf;
  const parts = [
    `### ${count(articles, 'article')}, ${count(paragraphs, 'paragraph')}`,
    renderList(
      '**Sources**',
      sources.map(
        ({ source, articles }) => `- ${escapeLine(shortenAtWord(source, LONGEST_NAME))}: ${articles}`,
      ),
      LIST_ROOM,
    ),
    renderList('**Newest**', newest.map(renderItem), LIST_ROOM),
  ];
  return frame(parts.filter((part) => part !== '').map(words));
}

export function renderCard(card: ArticleCard | UnknownArticle | NotReady): Reply {
  if ('kind' in card) return card.kind === 'not-ready' ? NOT_READY : UNKNOWN_ARTICLE;
  const { attribution, language, paragraphs, words: length, tags, related } = card;
  const facts = [`${count(paragraphs, 'paragraph')}, ${count(length, 'word')}`];
  if (language !== undefined) facts.push(`Language: ${escapeLine(language)}`);
  const parts = [
    `### ${renderTitle(attribution)}\n-# ${renderDetails(attribution)}`,
    facts.join('\n'),
    renderList('**Tags**', tags.map(renderText), LIST_ROOM / 2),
    renderList('**Related, as named by the article**', related.map(renderText), LIST_ROOM),
  ];
  return frame(parts.filter((part) => part !== '').map(words));
}

function renderItem(attribution: Attribution): string {
  return `- ${renderTitle(attribution)} (${renderDetails(attribution)})`;
}

function renderText(text: string): string {
  return `- ${escapeLine(shortenAtWord(text, 2 * LONGEST_NAME))}`;
}
