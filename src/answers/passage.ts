/** A passage: verbatim text of one or more adjacent paragraphs, with all that a reader needs to find it again. */
import type { Article } from '../articles/article.js';
import type { Span } from '../text/span.js';

/** Which article a passage comes from. Only what the article itself says is there. */
export interface Attribution {
  readonly articleId: string;
  readonly title: string;
  readonly source?: string | undefined;
  readonly author?: string | undefined;
  /** ISO 8601 date or time, as the article gives it. */
  readonly date?: string | undefined;
  readonly url?: string | undefined;
}

export interface Passage {
  readonly attribution: Attribution;
  /** Other articles with nearly the same words, such as wire copy; mostly none. */
  readonly alsoIn: readonly Attribution[];
  /** Number of the first paragraph in it; `last` is that of the last one (mostly the same). */
  readonly paragraph: number;
  readonly last: number;
  /** Number of the paragraph that answers best, where neighbours were joined; else it is `paragraph`. */
  readonly answering?: number | undefined;
  /** The article's own characters, whole paragraphs. */
  readonly text: string;
  /** Spans of `text` to point out: the sentences that answer, or the words that were looked up. */
  readonly highlights: readonly Span[];
  readonly score: number;
  /** BCP 47 tag of the text, where the article names one. */
  readonly language?: string | undefined;
}

/**
 * Cuts a passage out of its article.
 *
 * @param first - number of its first paragraph, from 1.
 * @param last - number of its last paragraph.
 * @param highlights - spans of the article's text; what lies outside the passage is dropped.
 * @throws RangeError when the article has no such paragraphs: the caller mixed up two generations.
 */
export function cutPassage(
  article: Article,
  first: number,
  last: number,
  highlights: readonly Span[] = [],
  score = 1,
): Passage {
  const from = article.paragraphs[first - 1];
  const to = article.paragraphs[last - 1];
  if (from === undefined || to === undefined || last < first) {
    throw new RangeError(`${article.articleId} has no paragraphs ${first} to ${last}`);
  }
  return {
    attribution: attributionOf(article),
    alsoIn: [],
    paragraph: first,
    last,
    text: article.text.slice(from.start, to.end),
    highlights: highlights
      .filter((span) => span.start >= from.start && span.end <= to.end)
      .map((span) => ({ start: span.start - from.start, end: span.end - from.start })),
    score,
    language: article.language,
  };
}

export function attributionOf(article: Article): Attribution {
  const { articleId, title, source, author, date, url } = article;
  return { articleId, title, source, author, date, url };
}
