/** The answerer: joins the index, the embedder, search and quotations into what commands may ask. */
import type { Article } from '../articles/article.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Reranker } from '../embedding/reranker.js';
import type { Snapshot } from '../index/snapshot.js';
import { checkQuotation } from '../quotes/check-quotation.js';
import { hasWord } from '../text/paragraphs.js';
import { scopeOf } from '../search/scope.js';
import type {
  Answer,
  Answerer,
  NotReady,
  ParagraphReference,
  ReferencedPassage,
  UnknownArticle,
} from './answer.js';
import { answerWithReranker } from './answer-question.js';
import { hintAtLanguage } from './other-language.js';
import type { Line } from './quantile-line.js';
import { toPlace } from './quotation-place.js';
import { readQuestion } from './read-question.js';
import { findContext, findPassage, identifyArticle, referTo } from './references.js';
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
  reranker?: Reranker,
): Answerer {
  return {
    async ask(question, { articleId, ...filters } = {}) {
      const snapshot = index.snapshot();
      if (snapshot === undefined) return NOT_READY;
      const article = articleId === undefined ? undefined : positionOf(snapshot, articleId);
      if (article === -1) return UNKNOWN_ARTICLE;
      if (!hasWord(question)) return { kind: 'declined', confidence: 0, nearest: undefined };
      const filter = { article, ...filters };
      const isFiltered = Object.values(filters).some((value) => value !== undefined);
      if (isFiltered && scopeOf(snapshot, filter).size === 0) return NO_ARTICLE;
      const hint = hintAtLanguage(snapshot, question);
      if (hint !== undefined) return { kind: 'declined', confidence: 0, nearest: undefined, hint };
      const answers = splitQuestions(question).map(async (part) => {
        const read = await readQuestion(snapshot, embedder, part);
        const asked = { ...read, filter };
        return answerWithReranker(snapshot, asked, reranker, await thresholds.lineOf(snapshot));
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

    findParagraph: (reference) => findReferenced(index, reference, findPassage),
    findContext: (reference) => findReferenced(index, reference, findContext),
  };
}

/** Position in `Snapshot.articles`, or -1. */
function positionOf(snapshot: Snapshot, articleId: string): number {
  return snapshot.articles.findIndex((article) => article.articleId === articleId);
}

function findReferenced(
  index: SnapshotSource,
  reference: ParagraphReference,
  find: typeof findPassage,
): ReferencedPassage {
  const snapshot = index.snapshot();
  if (snapshot === undefined) return NOT_READY;
  const passage = find(snapshot, reference);
  return passage === undefined ? { kind: 'changed' } : { kind: 'found', passage };
}
