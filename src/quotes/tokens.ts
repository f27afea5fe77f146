/** Tokens of the words around a quotation. English word order is taken for granted. */
import type { Span } from '../text/span.js';
import { AUXILIARIES, PARTICIPLES, VERBS_OF_SAYING } from './speech-words.js';

export interface Token extends Span {
  readonly text: string;
  readonly key: string;
  /** What stands between the token before and this one. */
  readonly gap: string;
}

const WORD = /[\p{L}\p{N}$%][\p{L}\p{N}.\-$%]*(?:['’](?!s\b)\p{L}+)*|['’]s\b/gu;
export const POSSESSIVE = /^['’]s$/u;

/** @param offset - where `text` begins in the text that the spans are of. */
export function tokensOf(text: string, offset: number): Token[] {
  let end = 0;
  // What stands in brackets is no part of the grammar around it: "Smith (D-Ohio) said".
  const open = text.replace(/\([^()]*\)/gu, (inside) => ' '.repeat(inside.length));
  return [...open.matchAll(WORD)].map((match) => {
    const word = match[0].replace(/\.+$/u, (dots) => (/\p{L}\.\p{L}/u.test(match[0]) || KEEPS_DOT.test(match[0]) ? dots : ''));
    const token = {
      text: word,
      key: word.toLowerCase(),
      gap: open.slice(end, match.index),
      start: offset + match.index,
      end: offset + match.index + word.length,
    };
    end = match.index + word.length;
    return token;
  });
} // prettier-ignore

const KEEPS_DOT = /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Prof|St|Jr|Sr)\.$/u;
/** What ends a part of a sentence. */
export const PAUSE = /[,;:—–―()“”"]|--| - /u;

/** Of saying. */
export function isVerb(token: Token | undefined): token is Token {
  return (
    token !== undefined &&
    VERBS_OF_SAYING.has(token.key) &&
    (/^\p{Ll}/u.test(token.text) || PARTICIPLES.has(token.key))
  );
}

const NOUNS_IN_LY = new Set('daily weekly monthly family ally bully rally assembly'.split(' '));

/** Adverbs and auxiliaries between a subject and its verb. */
export function isSkipped(token: Token | undefined): boolean {
  if (token === undefined || NOUNS_IN_LY.has(token.key)) return false;
  return AUXILIARIES.has(token.key) || /^\p{Ll}+ly$/u.test(token.text);
}

/** From the first to the last. */
export function spanOf(tokens: readonly Token[]): Span | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}
