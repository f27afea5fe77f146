/** The JSON that scripts read. Field names are a contract: add, never rename. Unknown values are null, never absent. */
import type { Answer, QuotationAnswer, SpeakerName } from '../answers/answer.js';
import type { Attribution, Passage } from '../answers/passage.js';
import { outcomeOf } from '../answers/outcome.js';
import { attributionOf } from '../answers/passage.js';
import type { Article } from '../articles/article.js';
import { UserError } from '../errors.js';
import type { Meaning } from '../quotes/meaning.js';
import { renderHint } from './hint.js';

const NOT_READY = 'There is no index yet. Run: npm run cli -- index';

/** @throws UserError when there is nothing to print: no index, or no such article. */
export function answerToJson(question: string, answer: Answer): object {
  if (answer.kind === 'not-ready') throw new UserError(NOT_READY);
  if (answer.kind === 'unknown-article')
    throw new UserError('No article with this id. List them with: npm run cli -- articles');
  const isAnswered = answer.kind === 'answered';
  return {
    question,
    answered: isAnswered,
    outcome: outcomeOf(answer),
    confidence: answer.confidence,
    passages: isAnswered ? answer.passages.map(passageToJson) : [],
    hint: isAnswered || answer.hint === undefined ? null : renderHint(answer.hint),
    nearest: isAnswered || answer.nearest === undefined ? null : passageToJson(answer.nearest),
  };
}

/** @throws UserError when there is no index, or nothing to look up. */
export function quotationToJson(quote: string, answer: QuotationAnswer): object {
  if (answer.kind === 'not-ready') throw new UserError(NOT_READY);
  if (answer.kind === 'no-words')
    throw new UserError('The quotation has no letter and no digit: there is nothing to look up.');
  return {
    quote,
    verdict: answer.verdict,
    meaning: answer.meaning === undefined ? null : meaningToJson(answer.meaning),
    matches: answer.places.map(({ passage, span, differences, flags, isQuoted, isNested, speaker }) => ({
      articleId: passage.attribution.articleId,
      title: passage.attribution.title,
      source: passage.attribution.source ?? null,
      paragraph: passage.paragraph,
      start: span.start,
      end: span.end,
      text: passage.text,
      differences: differences.map(({ quoted, original }) => ({ quoted, original })),
      flags: flags.map(({ kind, quoted, original }) => ({ kind, quoted, original })),
      inQuotationMarks: isQuoted,
      nestedQuotation: isNested,
      speaker: speaker === undefined ? null : speakerToJson(speaker),
    })),
  };
}

function meaningToJson({ leavesOutOrAdds, onlyQuoted, onlyOriginal }: Meaning): object {
  return { leavesOutOrAdds, onlyInQuotation: onlyQuoted, onlyInArticle: onlyOriginal };
}

export function articleToJson(article: Article): object {
  return {
    ...attributionToJson(attributionOf(article)),
    language: article.language ?? null,
    tags: article.tags,
    paragraphs: article.paragraphs.length,
  };
}

function passageToJson(passage: Passage): object {
  return {
    ...attributionToJson(passage.attribution),
    paragraph: passage.answering ?? passage.paragraph,
    lastParagraph: passage.last,
    alsoIn: passage.alsoIn.map(attributionToJson),
    text: passage.text,
    score: passage.score,
    highlights: passage.highlights.map(({ start, end }) => [start, end]),
  };
}

function speakerToJson({ name, said, person, isGuess }: SpeakerName): object {
  return {
    name,
    said: said === '' ? null : said,
    person: person?.name ?? null,
    personSentence: person?.sentence ?? null,
    probably: isGuess || person !== undefined,
  };
}

function attributionToJson({ articleId, title, source, author, date, url }: Attribution): object {
  return {
    articleId,
    title,
    source: source ?? null,
    author: author ?? null,
    date: date ?? null,
    url: url ?? null,
  };
}
