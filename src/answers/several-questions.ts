/**
 * What is asked in a message: two questions are looked up each by itself, or the passages of one would crowd out those of the
 * other; and of a long story only what it asks is looked up.
 */
import { splitSentences } from '../text/sentences.js';
import { termsOf } from '../text/terms.js';
import type { Asked } from './asked.js';
import { needsContext } from './follow-up.js';
import type { Passage } from './passage.js';

/** More are taken for a text, which is looked up as a whole. */
const MOST_QUESTIONS = 3;
/** "Why did he?" needs what stands before it. */
const FEWEST_TERMS = 2;
const MAX_PASSAGES = 3;
const MAX_FURTHER = 12;
/** Terms from which on a text is a story rather than a question. */
const A_STORY = 40;
/** With so many terms of its own a question is looked up alone, whatever it points back to. */
const ENOUGH_TERMS = 4;

/** The questions of a text, in order; the whole text where it is one, or parts of it do not stand by themselves. */
export function splitQuestions(text: string): string[] {
  const parts = text.split(/(?<=\?)\s+/u).filter((part) => part.trim() !== '');
  const areWhole = parts.every((part) => part.trim().endsWith('?') && termsOf(part).length >= FEWEST_TERMS);
  if (parts.length > 1 && parts.length <= MOST_QUESTIONS && areWhole) return parts;
  return termsOf(text).length >= A_STORY ? findQuestions(text) : [text];
}

/** The questions within a story, each with the sentence before it where it says little by itself; the story where it asks nothing. */
function findQuestions(story: string): string[] {
  const sentences = splitSentences(story).map(({ start, end }) => story.slice(start, end).trim());
  const asked = sentences.flatMap((sentence, at) => {
    if (!sentence.endsWith('?')) return [];
    const pointsBack = needsContext(sentence) && termsOf(sentence).length < ENOUGH_TERMS;
    return pointsBack ? `${sentences[at - 1] ?? ''} ${sentence}`.trim() : sentence;
  });
  return asked.length > 0 && asked.length <= MOST_QUESTIONS ? asked : [story];
}

/** Passages of each question in turn; answered when one of them is. */
export function mergeAnswers(answers: readonly Asked[]): Asked {
  const best = answers.toSorted((a, b) => b.confidence - a.confidence)[0];
  if (best === undefined) throw new RangeError('at least one question was asked');
  const answered = answers.flatMap((answer) => (answer.kind === 'answered' ? [answer.passages] : []));
  if (answered.length < 2) return answered.length === 0 ? best : (answers.find(isAnswered) ?? best);
  const passages: Passage[] = [];
  for (let rank = 0; rank < MAX_PASSAGES; rank++) {
    for (const list of answered) {
      const next = list[rank];
      if (next !== undefined && !passages.some((one) => overlaps(one, next))) passages.push(next);
    }
  }
  const shown = passages.slice(0, MAX_PASSAGES);
  const further = (): readonly Passage[] => mergeFurther(answers, shown);
  const hasFurther =
    passages.length > MAX_PASSAGES || answers.some((one) => one.details?.hasFurther === true);
  const details = best.details === undefined ? undefined : { ...best.details, further, hasFurther };
  return { kind: 'answered', confidence: best.confidence, passages: shown, details };
}

/** What came next of each question in turn, and what the others left no room for. */
function mergeFurther(answers: readonly Asked[], shown: readonly Passage[]): Passage[] {
  const lists = answers.map((answer) => [
    ...(answer.kind === 'answered' ? answer.passages : []),
    ...(answer.details?.further() ?? []),
  ]);
  const further: Passage[] = [];
  for (let rank = 0; lists.some((list) => rank < list.length); rank++) {
    for (const next of lists.flatMap((list) => list[rank] ?? [])) {
      if (![...shown, ...further].some((one) => overlaps(one, next))) further.push(next);
    }
  }
  return further.slice(0, MAX_FURTHER);
}

function isAnswered({ kind }: Asked): boolean {
  return kind === 'answered';
}

function overlaps(one: Passage, other: Passage): boolean {
  const isSame = one.attribution.articleId === other.attribution.articleId;
  return isSame && one.paragraph <= other.last && other.paragraph <= one.last;
}
