/**
 * Tokens (words as found) and terms (words as indexed). A term is folded, without accents, and stemmed by
 * Porter's second algorithm, so that "officials" finds "official"; irregular forms are those of their word, and stop words
 * have no term. Indexes hold terms: when words get other ones, `CHUNKING_VERSION` has to be counted up.
 */
import stem from 'wink-porter2-stemmer';
import { wordOfForm } from './irregular-words.js';
import type { Span } from './span.js';
import { listWords, visitWords } from './words.js';

/** A word as it stands in the text. */
export interface Token extends Span {
  /** Lower case, without accents, apostrophes, dots of abbreviations and thousands separators: "U.S." is "us". */
  readonly folded: string;
}

/** The comma in 900,000; not that in 3,5, nor the point in 3.5, without which it would be 35. */
const THOUSANDS = /,(?=\p{N}{3}(?!\p{N}))/gu;

/** Function words and the verbs of asking; chosen so that no name or number is among them. */
const STOP_WORDS = new Set(
  `a about above after again against all am an and any are as at be because been before being below between both
   but by can could did do does doing down during each few for from further had has have having he her here hers
   herself him himself his how i if in into is it its itself just me more most my myself no nor not now of off on
   once only or other our ours ourselves out over own same she should so some such than that the their theirs them
   themselves then there these they this those through to too under until up very was we were what when where which
   while who whom whose why will with would you your yours yourself yourselves im ive id ill youre youve hes shes
   theyre weve dont doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt cant hasnt havent hadnt
   tell say says said please`.split(/\s+/u),
);

/** News uses some 100,000 different words; beyond this the memo starts again rather than grow. */
const MEMO_SIZE = 200_000;
const stems = new Map<string, string>();

/** The words of a text, in order, with their places. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  visitWords(text, (start, end) => {
    const folded = foldWord(text.slice(start, end));
    if (folded !== '') tokens.push({ start, end, folded });
  });
  return tokens;
}

/** The terms of a text, in order and with repetitions; stop words are left out. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const word of listWords(text)) {
    const term = termOfWord(word);
    if (term !== undefined) terms.push(term);
  }
  return terms;
}

/** The term of one word as it stands in a text, or undefined for a stop word. */
export function termOfWord(word: string): string | undefined {
  const folded = foldWord(word);
  return folded === '' ? undefined : termOf(folded);
}

/** The term of one folded token, or undefined for a stop word. */
export function termOf(folded: string): string | undefined {
  if (STOP_WORDS.has(folded)) return undefined;
  let term = stems.get(folded);
  if (term === undefined) {
    term = stem(wordOfForm(folded));
    if (stems.size >= MEMO_SIZE) stems.clear();
    stems.set(folded, term);
  }
  return term;
}

/** Nearly all words: nothing in them but letters to make small. */
const PLAIN = /^[a-zA-Z]+$/u;

function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  const isNumber = /^\p{N}+[.,]/u.test(word);
  const base = isNumber ? word.replace(THOUSANDS, '') : word.replace(/['’]s$/iu, '').replace(/[.'’]/gu, '');
  return base
    .normalize('NFKD')
    .replace(/[\p{M}\u00AD\u200C-\u200D\u2060]/gu, '')
    .toLowerCase();
}
