/** The subjects of verbs, as far as they can be guessed from the order of words. */
import type { Span } from '../text/span.js';
import { AUXILIARIES, CLAUSE_WORDS, DETERMINERS, PREPOSITIONS, PRONOUNS, ROLES } from './speech-words.js';
import { isSkipped, isVerb, PAUSE, POSSESSIVE, spanOf, type Token } from './tokens.js';

export const LONGEST_SUBJECT = 16;

/** A subject that follows: up to a pause, a preposition or another verb. */
export function subjectFrom(tokens: readonly Token[], from: number): Span | undefined {
  const first = tokens[from];
  if (first === undefined || !mayBeginSubject(first)) return undefined;
  if (PRONOUNS.has(first.key)) return spanOf([first]);
  let end = from + 1;
  while (end < tokens.length && end < from + LONGEST_SUBJECT) {
    const token = tokens[end];
    if (token === undefined || PAUSE.test(token.gap) || /[.!?]\s/u.test(token.gap) || endsSubject(token))
      break;
    end++;
  }
  return spanOf(tokens.slice(from, end));
}

/** Whether a subject may begin with this word. */
export function mayBeginSubject({ text, key, gap }: Token): boolean {
  if (DETERMINERS.has(key)) return true;
  if (/[.!?;:,]/u.test(gap) || PREPOSITIONS.has(key) || CLAUSE_WORDS.has(key)) return false;
  return !AUXILIARIES.has(key) && !/^\p{Ll}+(?:ly|ing)$/u.test(text);
}

function endsSubject(token: Token): boolean {
  const { key, text } = token;
  if (POSSESSIVE.test(key) || (/^[\p{Lu}\p{N}]/u.test(text) && !DAYS.has(key))) return false;
  return (
    PREPOSITIONS.has(key) ||
    CLAUSE_WORDS.has(key) ||
    isVerb(token) ||
    isSkipped(token) ||
    DAYS.has(key) ||
    key === 'who'
  );
}

const DAYS = new Set('monday tuesday wednesday thursday friday saturday sunday'.split(' '));

/** The subject that stands before the verb at a position; undefined when it has none of its own there. */
export function subjectBefore(tokens: readonly Token[], verb: number): Span | undefined {
  let last = verb - 1;
  // "went on to say"
  if (tokens[last]?.key === 'to') while (last >= 0 && INFINITIVE.has(tokens[last]?.key ?? '')) last--;
  while (last >= 0 && isSkipped(tokens[last]) && !PAUSE.test(tokens[last + 1]?.gap ?? '')) last--;
  if (tokens[last]?.key === 'who') last = lastBeforePause(tokens, last) ?? last - 1;
  else if (PAUSE.test(tokens[last + 1]?.gap ?? '')) {
    const opened = lastBeforePause(tokens, last);
    if (opened === undefined) return undefined;
    last = opened;
  }
  if (
    last < 0 ||
    CLAUSE_WORDS.has(tokens[last]?.key ?? '') ||
    /[.!?]["”’]?\s/u.test(tokens[last + 1]?.gap ?? '')
  )
    return undefined;
  let first = last;
  while (first > 0 && last - first < LONGEST_SUBJECT) {
    const [token, before] = [tokens[first], tokens[first - 1]];
    if (token === undefined || before === undefined || PAUSE.test(token.gap)) break;
    if (CLAUSE_WORDS.has(before.key) || isVerb(before)) break;
    first--;
  }
  return trimSubject(tokens.slice(first, last + 1));
}

const INFINITIVE = new Set(
  'to went on goes proceeded continued began wanted wants used likes decided'.split(' '),
);

/** Where an apposition that ends at a position was opened: the last token before it. */
function lastBeforePause(tokens: readonly Token[], from: number): number | undefined {
  for (let at = from; at > 0 && from - at < LONGEST_SUBJECT; at--) {
    if (PAUSE.test(tokens[at]?.gap ?? '')) return at - 1;
  }
  return undefined;
}

/** What stands before a subject in its clause is taken away: "in an interview on Tuesday Trump". */
function trimSubject(tokens: readonly Token[]): Span | undefined {
  const first = tokens[0];
  if (first === undefined) return undefined;
  const pronoun = tokens.findLastIndex(({ key }) => PRONOUNS.has(key) && key !== 'her' && key !== 'him' && key !== 'them');
  if (pronoun === tokens.length - 1) return spanOf(tokens.slice(-1));
  if (!PREPOSITIONS.has(first.key)) return spanOf(tokens);
  const determiner = tokens.findLastIndex(({ key }) => DETERMINERS.has(key));
  const name = tokens.findLastIndex((token, at) => at > 0 && !/^\p{Lu}/u.test(token.text) || DAYS.has(token.key)) + 1;
  const start = name < tokens.length ? name : determiner;
  return start <= 0 ? undefined : spanOf(tokens.slice(start));
} // prettier-ignore

/** The first subject of a sentence: what stands before its first verb, as far as that can be guessed. */
export function mainSubject(tokens: readonly Token[]): Span | undefined {
  const [begin] = tokens;
  if (begin === undefined) return undefined;
  const pause = tokens.findIndex((token, at) => at > 0 && token.gap.includes(','));
  const isPhrase =
    PREPOSITIONS.has(begin.key) ||
    CLAUSE_WORDS.has(begin.key) ||
    /^(?:according|asked|\p{L}{2,}ing)$/u.test(begin.key) ||
    TIMES.has(tokens[pause - 1]?.key ?? '');
  if (isPhrase && pause === -1) return undefined;
  return subjectUntilVerb(tokens, isPhrase ? pause : 0);
}

/** "Eight years ago, he …": no subject ends with one of these. */
const TIMES = new Set(
  'ago earlier later year week month day night evening morning afternoon time'.split(' '),
);

function subjectUntilVerb(tokens: readonly Token[], from: number): Span | undefined {
  const first = tokens[from];
  if (first === undefined) return undefined;
  if (PRONOUNS.has(first.key)) return spanOf([first]);
  if (!DETERMINERS.has(first.key) && !/^\p{Lu}/u.test(first.text)) return undefined;
  let end = from + 1;
  while (end < tokens.length && end - from < LONGEST_SUBJECT) {
    const token = tokens[end];
    if (token === undefined || PAUSE.test(token.gap) || endsSubject(token)) break;
    if (/^\p{Ll}/u.test(token.text) && /(?:ed|es|ing)$/u.test(token.key)) break;
    // A small word behind a name is its verb; behind "the" and behind a possessive, a noun.
    const isNoun =
      isBeforeRole(tokens, end) ||
      DETERMINERS.has(first.key) ||
      tokens.slice(from, end).some(({ key }) => POSSESSIVE.test(key));
    if (/^\p{Ll}/u.test(token.text) && !isNoun) break;
    end++;
  }
  return spanOf(tokens.slice(from, end));
}

/** "Republican presidential candidate Donald Trump": small words up to what somebody is, and then a name. */
function isBeforeRole(tokens: readonly Token[], from: number): boolean {
  const name = tokens.findIndex(({ text }, at) => at > from && /^\p{Lu}/u.test(text));
  const between = tokens.slice(from, name);
  return (
    name !== -1 &&
    between.length <= 4 &&
    ROLES.has(between.at(-1)?.key ?? '') &&
    !between.some((token, at) => (at > 0 && PAUSE.test(token.gap)) || endsSubject(token))
  );
}
