/** The sentence that answers, or two, inside a passage: what a reader should look at first. */
import type { Postings } from '../index/postings.js';
import type { Snapshot } from '../index/snapshot.js';
import { answerTypeOf, hasOther, wordsOfType } from '../search/answer-type.js';
import { idf } from '../search/bm25.js';
import { rememberByChunk } from '../search/chunk-memo.js';
import { termsOfNames } from '../search/question-names.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { termsOf, tokenize } from '../text/terms.js';

/** A sentence with something of the type that is asked for: so much of the most that shared terms can give. */
const TYPE_WEIGHT = 0.3;
/** A word of the same family counts by half: stems keep "invade" and "invasion" apart. */
const AKIN = 0.5;
/** Names and numbers tell what a question is about, more than what it asks of it; and later sentences have a pronoun for them. */
const NAMED = 0.6;
/** "He is also the oldest": what the sentence before has counts by half in one that only goes on about it. */
const HANDED_ON = 0.5;
const REFERS_BACK = /^\P{L}*(?:(?:and|but) )?(?:he|she|it|they|this|these|those|his|her|its|their|such)\b/iu;
/** Iran is not akin to Iraq. */
const SHORTEST_BEGINNING = 4;
const SHARE_OF_BEGINNING = 0.6;
/** A second sentence is pointed out when it is nearly as good as the first. */
const NEARLY_AS_GOOD = 0.9;
/** About ten megabytes. */
const MEMO_SIZE = 5_000;

/**
 * Finds the sentences of a chunk that answer, as spans of its article's text: the best one first, at most two. A chunk may
 * be a window of a long paragraph.
 */
export type Highlighter = (row: number) => Span[];

/** The question is read once, for as many chunks as are shown. */
export function createHighlighter(snapshot: Snapshot, question: string): Highlighter {
  const wanted = wantedBy(question);
  return (row) => {
    const from = snapshot.chunkAt(row)?.start ?? 0;
    const best = findBest(sentencesAt(snapshot, row), wanted, snapshot.chunkPostings);
    return best.map(({ start, end }) => ({ start: from + start, end: from + end }));
  };
}

/**
 * Finds the sentences that share most with the question. A shared term counts by its rarity in the collection and by its
 * rarity among the sentences of this very text: what all of them hold tells none apart. Words of one family count as well, and
 * what the sentence before has where a pronoun stands for it.
 *
 * @returns at most two spans of `text`, the best first; none when no sentence shares a term with the question.
 */
export function findAnsweringSentences(
  text: string,
  question: string,
  postings: Postings,
  language?: string,
): Span[] {
  return findBest(readSentences(text, language), wantedBy(question), postings);
}

interface Wanted {
  readonly terms: ReadonlySet<string>;
  /** Those of them that are names or numbers. */
  readonly names: ReadonlySet<string>;
  /** What a sentence gains by having something of the type that is asked for. */
  readonly judge: (sentence: string) => number;
}

function wantedBy(question: string): Wanted {
  const names = new Set(termsOfNames(question));
  return { terms: new Set(termsOf(question)), names, judge: createTypeJudge(question) };
}

function findBest(sentences: readonly Sentence[], wanted: Wanted, postings: Postings): Span[] {
  const found = lookFor(wanted, sentences, postings);
  const [best, second] = sentences
    .map(({ span, words }, at) => {
      let shared = 0;
      for (const { weight, closeness } of found) shared += weight * (closeness[at] ?? 0);
      return { span, score: shared === 0 ? 0 : shared + wanted.judge(words) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  if (best === undefined) return [];
  const isClose = second !== undefined && second.score >= NEARLY_AS_GOOD * best.score;
  return isClose ? [best.span, second.span] : [best.span];
}

interface Sentence {
  readonly span: Span;
  readonly words: string;
  readonly terms: ReadonlySet<string>;
  /** Whether it begins with a pronoun. */
  readonly refersBack: boolean;
}

function readSentences(text: string, language?: string): Sentence[] {
  return splitSentences(text, language).map((span) => {
    const words = text.slice(span.start, span.end);
    return { span, words, terms: new Set(termsOf(words)), refersBack: REFERS_BACK.test(words) };
  });
}

/** The sentences of the chunk in a row. */
const sentencesAt = rememberByChunk<readonly Sentence[]>(readSentences, MEMO_SIZE);

/** 1 when a term is among those of a sentence, `AKIN` when one akin to it is, else 0. */
function closenessIn(terms: ReadonlySet<string>, wanted: string): number {
  if (terms.has(wanted)) return 1;
  for (const term of terms) if (areAkin(term, wanted)) return AKIN;
  return 0;
}

/** Whether most of both is the same beginning, as of "invad" and "invas". Years of one decade are no family. */
function areAkin(one: string, other: string): boolean {
  const longer = Math.max(one.length, other.length);
  const length = Math.max(SHORTEST_BEGINNING, Math.ceil(SHARE_OF_BEGINNING * longer));
  const isLong = Math.min(one.length, other.length) >= length;
  return isLong && one.slice(0, length) === other.slice(0, length) && !/\p{N}/u.test(one);
}

interface Found {
  readonly weight: number;
  /** How near each sentence comes to having the term, from 0 to 1. */
  readonly closeness: readonly number[];
}

/** The question's terms that some sentence has; their weights sum to 1. */
function lookFor(
  { terms: wanted, names }: Wanted,
  sentences: readonly Sentence[],
  postings: Postings,
): Found[] {
  const found: Found[] = [];
  for (const term of wanted) {
    const closeness = sentences.map(({ terms }) => closenessIn(terms, term));
    const holding = closeness.filter((one) => one > 0).length;
    if (holding === 0) continue;
    const rarity = idf(postings, term) * Math.log(1 + sentences.length / holding);
    found.push({
      weight: names.has(term) ? NAMED * rarity : rarity,
      closeness: handOn(closeness, sentences),
    });
  }
  const sum = found.reduce((total, { weight }) => total + weight, 0);
  return found.map(({ weight, closeness }) => ({ weight: weight / sum, closeness }));
}

/** Each sentence that refers back gets what the one before has, which may have got it itself. */
function handOn(own: readonly number[], sentences: readonly Sentence[]): number[] {
  let before = 0;
  return own.map((closeness, at) => {
    const given = sentences[at]?.refersBack === true ? HANDED_ON * before : 0;
    before = Math.max(closeness, given);
    return before;
  });
}

function createTypeJudge(question: string): (sentence: string) => number {
  const type = answerTypeOf(question);
  if (type === undefined) return () => 0;
  const known = new Set(tokenize(question).map(({ folded }) => folded));
  return (sentence) => (hasOther(wordsOfType(type, sentence, tokenize(sentence)), known) ? TYPE_WEIGHT : 0);
}
