/** One slip of the finger in every name of a question, the same in each run: to measure what such slips cost. */
import { hashOf } from '../text/hash.js';
import { termOf, tokenize } from '../text/terms.js';
import { randomFrom } from '../answers/random.js';

/** Shorter words have too few letters to be known again. */
const SHORTEST_NAME = 4;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Names are words that begin with a capital; the first word of a question counts when it is no word of asking. */
export function misspellNames(question: string, id: string): string {
  const random = randomFrom(Number.parseInt(hashOf(id).slice(0, 8), 16));
  let shown = '';
  let at = 0;
  for (const { start, end, folded } of tokenize(question)) {
    const word = question.slice(start, end);
    if (!/^\p{Lu}\p{L}+$/u.test(word) || word.length < SHORTEST_NAME || termOf(folded) === undefined)
      continue;
    shown += question.slice(at, start) + slip(word, random);
    at = end;
  }
  return shown + question.slice(at);
}

/** A letter left out, doubled, exchanged with the next, or another one; the first letter is the last one to be mistaken. */
function slip(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, behind] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  const other = LETTERS.charAt(Math.floor(random() * LETTERS.length));
  const slips = [
    before + behind,
    before + letter + letter + behind,
    before + behind.charAt(0) + letter + behind.slice(1),
    before + other + behind,
  ];
  const slipped = slips[Math.floor(random() * slips.length)] ?? word;
  return slipped === word ? before + behind : slipped;
}
