/** Short references to passages, for buttons that must keep working after a restart and notice a changed article. */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import { hashOf } from '../text/hash.js';
import type { ParagraphReference } from './answer.js';
import { cutPassage, type Passage } from './passage.js';

const ARTICLE_DIGITS = 12;
const PASSAGE_DIGITS = 8;
/** A passage joins at most this many further (very short) paragraphs when it is looked for again. */
const MOST_JOINED = 8;

/** Short name of an article: 12 hexadecimal digits. */
export function shortId(articleId: string): string {
  return hashOf(articleId).slice(0, ARTICLE_DIGITS);
}

export function referTo(passage: Passage): ParagraphReference {
  return {
    article: shortId(passage.attribution.articleId),
    paragraph: passage.paragraph,
    hash: hashOf(passage.text).slice(0, PASSAGE_DIGITS),
  };
}

/** The passage that was meant, or undefined when its article is gone or has other words there now. */
export function findPassage(snapshot: Snapshot, reference: ParagraphReference): Passage | undefined {
  const article = snapshot.articles.find((one) => shortId(one.articleId) === reference.article);
  return article === undefined ? undefined : findIn(article, reference);
}

function findIn(article: Article, { paragraph, hash }: ParagraphReference): Passage | undefined {
  const furthest = Math.min(paragraph + MOST_JOINED, article.paragraphs.length);
  for (let last = paragraph; last <= furthest; last++) {
    const passage = cutPassage(article, paragraph, last);
    if (referTo(passage).hash === hash) return passage;
  }
  return undefined;
}
