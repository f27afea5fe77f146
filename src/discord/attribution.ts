/** Where a passage comes from, as a reader needs it: title, source, author, date, paragraph, link. */
import type { Attribution, Passage } from '../answers/passage.js';
import { shortenAtWord } from '../text/shorten.js';
import { URL_LENGTH } from './limits.js';
import { escapeLine, link } from './markdown.js';
import { addTextFragment } from './text-fragment.js';
import type { Texts } from './texts/english.js';

/** Titles and names are the article's metadata; longer ones are shortened at a word, so that the passage has room. */
const LONGEST_TITLE = 200;
const LONGEST_NAME = 80;
/** Wire copy may stand in a hundred articles. */
const MOST_ALSO_IN = 3;

/** Heading of a passage: two lines, and a third where other articles have the same words. */
export function renderHeading(texts: Texts, passage: Passage): string {
  const { attribution, text, highlights } = passage;
  const [pointedOut] = highlights;
  const url =
    attribution.url === undefined || pointedOut === undefined
      ? attribution.url
      : addTextFragment(attribution.url, text.slice(pointedOut.start, pointedOut.end));
  const details = renderDetails(texts, { ...attribution, url }, [renderPlace(passage)]);
  return `### ${renderTitle(attribution)}\n-# ${details}${renderAlsoIn(texts, passage)}`;
}

/** "¶7", or "¶7–8". */
export function renderPlace({ paragraph, last }: Pick<Passage, 'paragraph' | 'last'>): string {
  return last > paragraph ? `¶${paragraph}–${last}` : `¶${paragraph}`;
}

/** The other articles with the same words, on a line of their own; nothing where there are none. */
function renderAlsoIn(texts: Texts, { alsoIn }: Passage): string {
  if (alsoIn.length === 0) return '';
  const names = alsoIn
    .slice(0, MOST_ALSO_IN)
    .map(({ articleId, title, source }) => `${title} (${source ?? articleId})`)
    .map((name) => texts.isolate(escapeLine(shortenAtWord(name, LONGEST_NAME))));
  const more = alsoIn.length > MOST_ALSO_IN ? [texts.passage.more(alsoIn.length - MOST_ALSO_IN)] : [];
  return `\n-# ${texts.passage.alsoIn} ${[...names, ...more].join(' · ')}`;
}

/** On a line of its own; beside other words it is to be isolated. */
export function renderTitle({ title }: Attribution): string {
  return escapeLine(shortenAtWord(title, LONGEST_TITLE));
}

/** Source, author, date and link of an article, with `more` between date and link. */
export function renderDetails(texts: Texts, attribution: Attribution, more: readonly string[] = []): string {
  const { articleId, source, author, date, url } = attribution;
  const details = [
    renderName(texts, source ?? articleId),
    author === undefined ? undefined : renderName(texts, author),
    date === undefined ? undefined : renderDate(date),
    ...more.map(texts.isolate),
    url === undefined || url.length > URL_LENGTH ? undefined : link(texts.passage.read, url),
  ];
  return details.filter((detail) => detail !== undefined).join(' · ');
}

function renderName({ isolate }: Texts, name: string): string {
  return isolate(escapeLine(shortenAtWord(name, LONGEST_NAME)));
}

/** In the reader's own form of dates. A day without a time is put at noon UTC: the same day nearly everywhere. */
export function renderDate(date: string): string {
  const time = Date.parse(date.includes('T') ? date : `${date}T12:00:00Z`);
  return `<t:${Math.floor(time / 1000)}:D>`;
}
