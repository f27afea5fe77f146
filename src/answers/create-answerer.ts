/** The answerer: joins the index, the embedder, search and quotations into what commands may ask. */
import type { Article } from '../articles/article.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Snapshot } from '../index/snapshot.js';
import { checkQuotation } from '../quotes/check-quotation.js';
import type { QuotationMatch } from '../quotes/verdict.js';
import { hasWord } from '../text/paragraphs.js';
import type { Answer, Answerer, NotReady, QuotationPlace, UnknownArticle } from './answer.js';
import { answerQuestion } from './answer-question.js';
import { filterOf } from './filters.js';
import { hintAtLanguage } from './other-language.js';
import { cutPassage } from './passage.js';
import type { Line } from './quantile-line.js';
import { readQuestion } from './read-question.js';
import { findPassage, identifyArticle, referTo } from './references.js';
import { mergeAnswers, splitQuestions } from './several-questions.js';
import { describeArticle, describeShelf, suggestArticles } from './shelf.js';

/** Where the answerer finds the generation that answers now. */
export interface SnapshotSource {
  /** Undefined until the first index is complete. */
  snapshot(): Snapshot | undefined;
}

const NOT_READY: NotReady = { kind: 'not-ready' };
const NO_ARTICLE: Answer = {
  kind: 'declined',
  confidence: 0,
  nearest: undefined,
  hint: 'No article is from this source and time.',
};
const UNKNOWN_ARTICLE: UnknownArticle = { kind: 'unknown-article' };

/** Where the answerer finds the threshold of a collection. */
export interface ThresholdSource {
  lineOf(snapshot: Snapshot): Promise<Line | undefined>;
}

/** Collections without a threshold of their own have the model's. */
const NO_THRESHOLDS: ThresholdSource = { lineOf: () => Promise.resolve(undefined) };

export function createAnswerer(
  index: SnapshotSource,
  embedder: Embedder,
  thresholds = NO_THRESHOLDS,
): Answerer {
  return {
    async ask(question, { articleId, ...filters } = {}) {
      const snapshot = index.snapshot();
      if (snapshot === undefined) return NOT_READY;
      const article = articleId === undefined ? undefined : positionOf(snapshot, articleId);
      if (article === -1) return UNKNOWN_ARTICLE;
      if (!hasWord(question)) return { kind: 'declined', confidence: 0, nearest: undefined };
      const isSearched = filterOf(snapshot, filters);
      if (isSearched !== undefined && !snapshot.articles.some((_, at) => isSearched(at))) return NO_ARTICLE;
      const hint = hintAtLanguage(snapshot, question);
      if (hint !== undefined) return { kind: 'declined', confidence: 0, nearest: undefined, hint };
      const answers = splitQuestions(question).map(async (part) => {
        const read = await readQuestion(snapshot, embedder, part);
        return answerQuestion(snapshot, { ...read, article, isSearched }, await thresholds.lineOf(snapshot));
      });
      return mergeAnswers(await Promise.all(answers));
    },

    async checkQuotation(quote) {
      const snapshot = index.snapshot();
      if (snapshot === undefined) return NOT_READY;
      if (!hasWord(quote)) return { kind: 'no-words' };
      const { verdict, matches } = await checkQuotation(snapshot, quote, embedder);
      return { kind: 'checked', verdict, places: matches.map(toPlace) };
    },

    shelf() {
      const snapshot = index.snapshot();
      return snapshot === undefined ? NOT_READY : describeShelf(snapshot);
    },

    card(articleId) {
      const snapshot = index.snapshot();
      if (snapshot === undefined) return NOT_READY;
      const article: Article | undefined = snapshot.articles[positionOf(snapshot, articleId)];
      return article === undefined ? UNKNOWN_ARTICLE : describeArticle(article);
    },

    suggest(part, limit) {
      const snapshot = index.snapshot();
      return snapshot === undefined ? [] : suggestArticles(snapshot, part, limit);
    },

    identify(name) {
      const snapshot = index.snapshot();
      return snapshot === undefined ? undefined : identifyArticle(snapshot, name);
    },

    referTo,

    findParagraph(reference) {
      const snapshot = index.snapshot();
      if (snapshot === undefined) return NOT_READY;
      const passage = findPassage(snapshot, reference);
      return passage === undefined ? { kind: 'changed' } : { kind: 'found', passage };
    },
  };
}

/** Position in `Snapshot.articles`, or -1. */
function positionOf(snapshot: Snapshot, articleId: string): number {
  return snapshot.articles.findIndex((article) => article.articleId === articleId);
}

function toPlace({ article, first, last, span, differences }: QuotationMatch): QuotationPlace {
  const passage = cutPassage(article, first, last, [span]);
  const [highlight = { start: 0, end: passage.text.length }] = passage.highlights;
  return { passage, span: highlight, differences };
}
