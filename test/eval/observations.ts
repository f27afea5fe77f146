/** What is seen when questions are asked of collections that hold the answer, and of others that do not. */
import type { Article } from '../../src/articles/article.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { search, type Evidence } from '../../src/search/search.js';
import { cutCollections, indexArticles, pick } from './collections.js';
import type { QuestionSet, SetQuestion } from './sets.js';
import type { CachedVectors } from './vectors.js';

/** Articles in a collection, beside half of the set and all of it. */
const SIZES = [1, 4, 16, 64, 256];

/**
 * - answerable: the collection holds an article that answers;
 * - withheld: the articles that answer are elsewhere (in a large collection another one may still know);
 * - near: the same, and the one article there is the closest of those that do not answer;
 * - never: no article of the set answers; where the set names the article about the subject, it is there.
 */
export type Situation = 'answerable' | 'withheld' | 'near' | 'never';

export interface Observation {
  readonly set: string;
  readonly question: string;
  readonly situation: Situation;
  /** Articles in the collection. */
  readonly size: number;
  readonly evidence: Evidence;
}

/** Asks every question of a set of collections of every size, once with the answer and once without. */
export async function observe(set: QuestionSet, vectors: CachedVectors): Promise<Observation[]> {
  const vectorOf = await embedQuestions(set, vectors);
  const total = set.articles.length;
  const observations: Observation[] = [];
  for (const size of [...SIZES.filter((size) => size < total / 2), Math.floor(total / 2), total]) {
    const asked = assign(cutCollections(set.articles, size), set.questions);
    for (const [collection, questions] of asked) {
      const snapshot = await indexArticles(collection, vectors);
      for (const { question, situation } of questions) {
        const { evidence } = ask(snapshot, question, vectorOf);
        observations.push({ set: set.name, question: question.question, situation, size, evidence });
      }
    }
  }
  return [...observations, ...(await observeNear(set, vectors, vectorOf))];
}

type Asked = Map<readonly Article[], { readonly question: SetQuestion; readonly situation: Situation }[]>;

/** Which questions are put to which collection. */
function assign(collections: readonly Article[][], questions: readonly SetQuestion[]): Asked {
  const asked: Asked = new Map();
  for (const question of questions) {
    const situations: Situation[] = question.answerable ? ['answerable', 'withheld'] : ['never'];
    for (const situation of situations) {
      const collection = choose(collections, question, situation);
      if (collection !== undefined)
        asked.set(collection, [...(asked.get(collection) ?? []), { question, situation }]);
    }
  }
  return asked;
}

type VectorOf = ReadonlyMap<SetQuestion, Float32Array>;

async function embedQuestions({ questions }: QuestionSet, vectors: CachedVectors): Promise<VectorOf> {
  const made = await vectors.of(
    'question',
    questions.map(({ question }) => question),
  );
  return new Map(questions.map((question, at) => [question, made[at] ?? new Float32Array(0)]));
}

function ask(snapshot: Snapshot, question: SetQuestion, vectorOf: VectorOf) {
  const vector = vectorOf.get(question) ?? new Float32Array(snapshot.dimensions);
  return search(snapshot, { text: question.question, vector }, 50);
}

/** The collection to ask, or undefined when the cut has none of this kind. */
function choose(
  collections: readonly Article[][],
  { question, relevant, related }: SetQuestion,
  situation: Situation,
): Article[] | undefined {
  const holding = (ids: readonly string[]) =>
    collections.filter((collection) => collection.some(({ articleId }) => ids.includes(articleId)));
  if (situation === 'answerable') return pick(holding(relevant), question);
  if (situation === 'never' && related.length > 0) return pick(holding(related), question);
  const answering = new Set(holding(relevant));
  return pick(
    collections.filter((collection) => !answering.has(collection)),
    question,
  );
}

/** Each question asked of a collection of one: the article that search ranks highest among those that do not answer. */
async function observeNear(
  set: QuestionSet,
  vectors: CachedVectors,
  vectorOf: VectorOf,
): Promise<Observation[]> {
  const all = await indexArticles(set.articles, vectors);
  const observations: Observation[] = [];
  for (const question of set.questions.filter(({ answerable }) => answerable)) {
    const article = ask(all, question, vectorOf)
      .candidates.map(({ chunk }) => set.articles[all.chunkAt(chunk)?.article ?? -1])
      .find((one) => one !== undefined && !question.relevant.includes(one.articleId));
    if (article === undefined) continue;
    const { evidence } = ask(await indexArticles([article], vectors), question, vectorOf);
    observations.push({ set: set.name, question: question.question, situation: 'near', size: 1, evidence });
  }
  return observations;
}
