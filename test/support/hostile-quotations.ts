/** Quotations made to break or slow down whoever checks them, and an article to check them against. Same for a seed. */
import type { Article } from '../../src/articles/article.js';
import type { Random } from '../eval/random.js';
import { makeArticle } from './snapshots.js';

/** What an option of a command may hold. */
export const LONGEST_QUOTATION = 6000;

/** A quotation of one kind, given words that the collection has. */
type Making = (random: Random, words: readonly string[]) => string;

const CONTROLS = ['\0', '\u0001', '\u001B', '\u007F', '\u0085', '\u00AD', '\u200B', '\u200D', '\u202E', '\u2066', '\uFEFF', '\uFE0F', '\uD800', '\uDC00']; // prettier-ignore
const MARKS = ['"', '“', '”', '„', '«', '»', '‘', '’', "'", '`', '(', ')', '[', ']', '{', '}', '…', '...', '[…]', '—', '-', '.', ',', '%', '$']; // prettier-ignore
const SCRIPTS = ['中文新闻报道', 'ニュースを読む', 'ข่าวภาษาไทย', 'أخبار اليوم', 'כל החדשות', 'новости дня', 'समाचार आज', '오늘의 뉴스', 'ជំរាបសួរ', '👩‍👩‍👧🇺🇳', 'e\u0301', 'ﬀﬁ', '𝐁𝐨𝐥𝐝', 'Ⅻ', '٣٤٥', 'ß', 'İ']; // prettier-ignore

/** Of an article made of this, every place has a speaker of its own, and neighbours that are quotations as well. */
export const SPEECH = ['She', 'said', 'so.', '“He', 'said.', 'No,”'];

const KINDS: Readonly<Record<string, Making>> = {
  controls: (random, words) => fill(random, () => pick(random, words) + pick(random, CONTROLS), ' '),
  'controls inside words': (random, words) =>
    fill(random, () => [...pick(random, words)].join(pick(random, CONTROLS)), ' '),
  'unbalanced marks': (random, words) =>
    fill(random, () => pick(random, MARKS) + pick(random, words) + pick(random, MARKS), ' '),
  'marks alone': (random) => fill(random, () => pick(random, MARKS), ''),
  scripts: (random) => fill(random, () => pick(random, SCRIPTS), pick(random, ['', ' '])),
  'scripts among words': (random, words) =>
    fill(random, () => pick(random, random.below(2) === 0 ? SCRIPTS : words), ' '),
  'one word': (random, words) => repeated(random, pick(random, words), ' '),
  'a pattern': (random, words) => repeated(random, several(random, words, 4).join(' '), ' '),
  'a pattern of cuts': (random, words) => repeated(random, several(random, words, 5).join(' '), ' … '),
  'a pattern of speech': (random) => repeated(random, SPEECH.join(' '), ' '),
  'one letter': (random) => repeated(random, pick(random, ['a', 'x', '1', 'é', '中', '\u0301']), ''),
  letters: (random) => fill(random, () => String.fromCharCode(97 + random.below(26)), ' '),
  'dotted letters': (random) => repeated(random, pick(random, ['a.', '1.', '1,', "a'", '[a]', 'a-']), ''),
  'piled accents': (random, words) =>
    fill(random, () => pick(random, words) + '\u0301\u0327\u0323'.repeat(1 + random.below(40)), ' '),
  'any words': (random, words) => fill(random, () => pick(random, words), ' '),
  'misspelt words': (random, words) => fill(random, () => misspell(random, pick(random, words)), ' '),
  'runs of words': (random, words) => fill(random, () => runOf(random, words).join(' '), ' '),
  'misspelt runs': (random, words) =>
    fill(
      random,
      () =>
        runOf(random, words)
          .map((word) => misspell(random, word))
          .join(' '),
      ' ',
    ),
  numbers: (random) => fill(random, () => String(random.below(3000)), ' '),
  anything: (random) => fill(random, () => String.fromCharCode(random.below(0x10000)), ''),
};
export const HOSTILE_KINDS = Object.keys(KINDS);

export interface HostileQuotation {
  readonly kind: string;
  readonly quote: string;
}

/** Each kind in turn, from a few characters up to the most that may be asked. @param words - of articles, in their order. */
export function makeHostile(count: number, words: readonly string[], random: Random): HostileQuotation[] {
  return Array.from({ length: count }, (_, at) => {
    const kind = HOSTILE_KINDS[at % HOSTILE_KINDS.length] ?? '';
    return { kind, quote: KINDS[kind]?.(random, words) ?? '' };
  });
}

/** An article in which a pattern is repeated for as long as a file may be read: the quotations' counterpart. */
export function hostileArticle(articleId: string, words: readonly string[], characters: number): Article {
  const line = `${words.join(' ')} `;
  const paragraph = line.repeat(Math.max(1, Math.floor(20_000 / line.length))).trim();
  const count = Math.max(1, Math.floor(characters / paragraph.length));
  return makeArticle({ articleId, paragraphs: Array.from({ length: count }, () => paragraph) });
}

/** Half of them as long as may be, because length is what costs most. */
function lengthOf(random: Random): number {
  return random.below(2) === 0 ? LONGEST_QUOTATION : 1 + random.below(LONGEST_QUOTATION);
}

function fill(random: Random, next: () => string, between: string): string {
  const length = lengthOf(random);
  const parts: string[] = [];
  for (let size = 0; size < length;) {
    const part = next();
    parts.push(part);
    size += part.length + between.length;
  }
  return parts.join(between).slice(0, length);
}

function repeated(random: Random, part: string, between: string): string {
  return fill(random, () => part, between);
}

function several(random: Random, words: readonly string[], most: number): string[] {
  return Array.from({ length: 2 + random.below(most - 1) }, () => pick(random, words));
}

/** Neighbours in an article. */
function runOf(random: Random, words: readonly string[]): readonly string[] {
  const first = random.below(words.length);
  return words.slice(first, first + 3 + random.below(60));
}

/** A letter in the place of another. */
function misspell(random: Random, word: string): string {
  const at = random.below(word.length);
  return word.slice(0, at) + String.fromCharCode(97 + random.below(26)) + word.slice(at + 1);
}

function pick<Thing>(random: Random, things: readonly Thing[]): Thing {
  const thing = things[random.below(things.length)];
  if (thing === undefined) throw new Error('there is nothing to pick from');
  return thing;
}
