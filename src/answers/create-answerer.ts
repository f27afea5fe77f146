/** The answerer: joins the index, the embedder, search and quotations into what commands may ask. */
import type { Embedder } from '../embedding/embedder.js';
import type { Reranker } from '../embedding/reranker.js';
import type { Snapshot } from '../index/snapshot.js';
import { checkQuotation } from '../quotes/check-quotation.js';
import type { Question } from '../search/search.js';
import { hasWord } from '../text/paragraphs.js';
import type { Answerer } from './answer.js';
import { ask, positionOf, type ThresholdSource } from './ask.js';
import type { NotReady } from './asked.js';
import { cite, followPermalink } from './cite.js';
import { findContext } from './context.js';
import { findCorrections } from './corrections.js';
import { isAllowed, type Filters } from './filters.js';
import { findNew } from './new-passages.js';
import { toPlaces } from './quotation-place.js';
import { readQuestion } from './read-question.js';
import { rememberQuestions } from './remember-questions.js';
import { findPassage, identifyArticle, referTo } from './references.js';
import { describeArticle, describeShelf, suggestArticles } from './shelf.js';
import { findShown, referToShown } from './shown-passages.js';
import { groupSimilar } from './similar-questions.js';
import { makeTimeline } from './timeline.js';

/** Where the answerer finds the generation that answers now. */
export interface SnapshotSource {
  /** Undefined until the first index is complete. */
  snapshot(): Snapshot | undefined;
}

const NOT_READY: NotReady = { kind: 'not-ready' };

/** Collections without a threshold of their own have the model's. */
const NO_THRESHOLDS: ThresholdSource = { lineOf: () => Promise.resolve(undefined) };

export function createAnswerer(
  index: SnapshotSource,
  embedder: Embedder,
  thresholds = NO_THRESHOLDS,
  reranker?: Reranker,
): Answerer {
  /** The snapshot is taken once: what is waited for in between is answered from the same one. */
  const from = <Result, Otherwise>(otherwise: Otherwise, use: (snapshot: Snapshot) => Result) => {
    const snapshot = index.snapshot();
    return snapshot === undefined ? otherwise : use(snapshot);
  };
  const readTopic = async (snapshot: Snapshot, topic: string, filter?: Filters): Promise<Question> => ({
    ...(await readQuestion(snapshot, embedder, topic)),
    filter,
  });
  const remembering = rememberQuestions(embedder);
  return {
    ask: async (question, options = {}) =>
      from(NOT_READY, (snapshot) => ask({ snapshot, embedder, thresholds, reranker }, question, options)),

    checkQuotation: async (quote, sources = []) =>
      from(NOT_READY, async (snapshot) => {
        if (!hasWord(quote)) return { kind: 'no-words' };
        const isSearched = (at: number): boolean => isAllowed(snapshot.articles[at]?.source, sources);
        const which = sources.length === 0 ? undefined : isSearched;
        const { verdict, matches, meaning } = await checkQuotation(snapshot, quote, embedder, which);
        return { kind: 'checked', verdict, places: toPlaces(matches), meaning };
      }),

    shelf: () => from(NOT_READY, describeShelf),
    card: (articleId) =>
      from(NOT_READY, (snapshot) => {
        const article = snapshot.articles[positionOf(snapshot, articleId)];
        return article === undefined ? { kind: 'unknown-article' } : describeArticle(article);
      }),
    suggest: (part, limit) => from([], (snapshot) => suggestArticles(snapshot, part, limit)),
    identify: (name) => from(undefined, (snapshot) => identifyArticle(snapshot, name)),

    referTo,
    findParagraph: (reference) =>
      from(NOT_READY, (snapshot) => {
        const passage = findPassage(snapshot, reference);
        return passage === undefined ? { kind: 'changed' } : { kind: 'found', passage };
      }),
    referToShown,
    findShown: (reference) => from(NOT_READY, (snapshot) => findShown(snapshot, reference)),
    findContext: (reference, page) => from(NOT_READY, (snapshot) => findContext(snapshot, reference, page)),
    cite: (article, paragraph, sources) =>
      from(NOT_READY, (snapshot) => cite(snapshot, article, paragraph, sources)),
    followPermalink: (typed, sources) =>
      from(NOT_READY, (snapshot) => followPermalink(snapshot, typed, sources)),

    timeline: async (topic, filters) =>
      from(NOT_READY, async (snapshot) => {
        const [read, { name }] = await Promise.all([readTopic(snapshot, topic, filters), embedder.ready()]);
        return makeTimeline(snapshot, read, name);
      }),
    newOn: async (topic, seen, filters) =>
      from(NOT_READY, async (snapshot) => {
        const read = await readTopic(snapshot, topic, filters);
        return { kind: 'found', ...findNew(snapshot, read, seen), committedAt: snapshot.committedAt };
      }),
    correct: (shown) => from([], (snapshot) => findCorrections(snapshot, shown)),
    groupSimilar: (questions) => groupSimilar(remembering, questions),
  };
}
