/**
 * Hard quotations, made on the fly from the articles of public sets: runs of an article's words with some of them changed,
 * and runs of articles that the collection does not have. The same in each run, for a seed.
 */
import type { Article } from '../../src/articles/article.js';
import type { Random } from './random.js';

export const LENGTHS = [6, 8, 10, 15, 25] as const;

export interface HardCase {
  readonly kind: string;
  /** Words the quotation had before it was changed. */
  readonly length: number;
  readonly quote: string;
  /** Where it is from; undefined when it is absent. */
  readonly articleId: string | undefined;
}

interface Making {
  readonly random: Random;
  /** Words to put in the place of others. */
  readonly vocabulary: readonly string[];
}

/** What is done to the words of a quotation. */
type Change = (words: readonly string[], making: Making) => string[];

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz';
/** Words left out of a quotation that is cut. */
const CUT = 6;

const CHANGES: Readonly<Record<string, Change>> = {
  '1 word': (words, making) => replaceSome(words, 1, making),
  '20 %': (words, making) => replaceSome(words, Math.round(words.length * 0.2), making),
  slips: (words, { random }) => words.map((word) => (random.next() < 0.3 ? slip(word, random) : word)),
  'all slips': (words, { random }) => words.map((word) => (random.next() < 0.75 ? slip(word, random) : word)),
  '35 %': (words, making) => replaceSome(words, Math.round(words.length * 0.35), making),
  '50 %': (words, making) => replaceSome(words, Math.round(words.length * 0.5), making),
  inserted: (words, making) => words.toSpliced(1 + making.random.below(words.length - 1), 0, anyWord(making), anyWord(making)),
  cut: (words, { random }) => words.toSpliced(2 + random.below(words.length - CUT - 4), CUT),
}; // prettier-ignore
export const KINDS = Object.keys(CHANGES);

/** @param count - cases of each kind and length. */
export function makeAltered(sources: readonly Article[], count: number, random: Random): HardCase[] {
  const making = { random, vocabulary: sources.slice(0, 800).flatMap(wordsOf) };
  return eachLength((length) =>
    KINDS.flatMap((kind) =>
      repeat(count, () => {
        const article = pick(sources, random);
        const words = anyRun(article, kind === 'cut' ? length + CUT : length, random);
        const quote = CHANGES[kind]?.(words, making).join(' ') ?? '';
        return { kind, length, quote, articleId: article.articleId };
      }),
    ),
  );
}

export function makeAbsent(withheld: readonly Article[], count: number, random: Random): HardCase[] {
  return eachLength((length) =>
    repeat(count, () => ({
      kind: 'absent',
      length,
      quote: anyRun(pick(withheld, random), length, random).join(' '),
      articleId: undefined,
    })),
  );
}

/** More articles of the same kind: copies in which every fifth word is another one of the article. */
export function varyArticle(article: Article, copy: number, random: Random): Article {
  const parts = article.text.split(/(\s+)/u);
  const words = parts.filter((_, at) => at % 2 === 0);
  const text = parts.map((part, at) => (at % 2 === 0 && random.next() < 0.2 ? pick(words, random) : part)).join('');
  const paragraphs = [{ number: 1, start: 0, end: text.length }];
  return { ...article, articleId: `${article.articleId}-${copy}`, text, paragraphs };
} // prettier-ignore

export function wordsOf({ text }: Article): string[] {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function anyRun(article: Article, length: number, random: Random): string[] {
  const words = wordsOf(article);
  const first = random.below(words.length - length);
  return words.slice(first, first + length);
}

function replaceSome(words: readonly string[], count: number, making: Making): string[] {
  const changed = [...words];
  const left = [...words.keys()];
  for (let n = 0; n < count; n++) {
    const [at = 0] = left.splice(making.random.below(left.length), 1);
    changed[at] = anyWord(making);
  }
  return changed;
}

function anyWord({ vocabulary, random }: Making): string {
  return pick(vocabulary, random).replace(/[^\p{L}\p{N}]/gu, '');
}

/** A letter left out, added, replaced, or two in the wrong order; short words stay. */
function slip(word: string, random: Random): string {
  if (word.length < 4) return word;
  const at = 1 + random.below(word.length - 2);
  const letter = ALPHABET.charAt(random.below(ALPHABET.length));
  const [before, behind] = [word.slice(0, at), word.slice(at + 1)];
  const kinds = [
    before + behind,
    before + letter + word.slice(at),
    before + letter + behind,
    word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + behind,
  ];
  return pick(kinds, random);
}

function pick<Thing>(things: readonly Thing[], random: Random): Thing {
  const thing = things[random.below(things.length)];
  if (thing === undefined) throw new Error('there is nothing to pick from');
  return thing;
}

function eachLength<Thing>(make: (length: number) => Thing[]): Thing[] {
  return LENGTHS.flatMap(make);
}

function repeat<Thing>(count: number, make: () => Thing): Thing[] {
  return Array.from({ length: count }, make);
}
