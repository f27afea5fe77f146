/**
 * Questions that nobody asked, made of a collection's own sentences. With the articles they were made of left out of the
 * search, they show what this collection gives when it does not have the answer: see `calibrate`.
 */
import type { Article } from '../articles/article.js';
import type { Snapshot } from '../index/snapshot.js';
import { splitSentences } from '../text/sentences.js';
import { termOf, tokenize } from '../text/terms.js';
import { randomFrom } from './random.js';

export interface PseudoQuestion {
  readonly text: string;
  /** Positions of the articles that it was made of. */
  readonly articles: ReadonlySet<number>;
}

const OPENERS = ['Who', 'What', 'When', 'Where', 'Why', 'How', 'Which', 'Did'];
/** Sentences that a question is made of. */
const SENTENCES = [1, 2, 4];
/** Content words of a question; short and long ones are equally likely on a logarithmic scale. */
const WORDS = { fewest: 2, most: 24 };

/**
 * The same for the same snapshot; a few less than `count` where articles have no words. Made one by one as they are asked
 * for: all at once would hold up everybody's answers for half a second.
 */
export function* makePseudoQuestions({ articles }: Snapshot, count: number): Generator<PseudoQuestion> {
  const random = randomFrom(articles.length);
  for (let made = 0; made < count; made++) {
    const question = makeOne(articles, random);
    if (question.text !== '') yield question;
  }
}

function makeOne(articles: readonly Article[], random: () => number): PseudoQuestion {
  const any = (length: number): number => Math.floor(random() * length);
  const words = Math.round(WORDS.fewest * (WORDS.most / WORDS.fewest) ** random());
  // Long questions often ask for several articles at once.
  const isOfSeveral = random() < 0.5;
  let from = any(articles.length);
  const used = new Set([from]);
  const found: string[] = [];
  for (let left = SENTENCES[any(SENTENCES.length)] ?? 1; left > 0; left--) {
    const { text = '', language } = articles[from] ?? {};
    const sentences = splitSentences(text, language);
    const { start, end } = sentences[any(sentences.length)] ?? { start: 0, end: 0 };
    found.push(...contentWords(text.slice(start, end)));
    if (isOfSeveral && left > 1) used.add((from = any(articles.length)));
  }
  while (found.length > words) found.splice(any(found.length), 1);
  const opener = OPENERS[any(OPENERS.length)];
  return { text: found.length === 0 ? '' : `${opener} ${found.join(' ')}?`, articles: used };
}

function contentWords(sentence: string): string[] {
  return tokenize(sentence)
    .filter(({ folded }) => termOf(folded) !== undefined)
    .map(({ start, end }) => sentence.slice(start, end));
}
