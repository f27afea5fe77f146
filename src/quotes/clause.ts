/** Tokens of the words around a quotation, and the subjects of the verbs in them. English word order is taken for granted. */
import type { Span } from '../text/span.js';
import {
  ADDRESSING,
  AUXILIARIES,
  CLAUSE_WORDS,
  DETERMINERS,
  PARTICIPLES,
  PREPOSITIONS,
  PRONOUNS,
  VERBS_OF_SAYING,
} from './speech-words.js';

export interface Token extends Span {
  readonly text: string;
  readonly key: string;
  /** What stands between the token before and this one. */
  readonly gap: string;
}

/** Who says something, by which verb. */
export interface Saying {
  readonly subject: Span;
  readonly verb: Span | undefined;
}

const WORD = /[\p{L}\p{N}$%][\p{L}\p{N}.\-$%]*(?:['’](?!s\b)\p{L}+)*|['’]s\b/gu;
const POSSESSIVE = /^['’]s$/u;
const LONGEST_SUBJECT = 16;
const MOST_LOOKED_THROUGH = 40;

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
const PAUSE = /[,;:—–―()“”"]|--| - /u;

function isVerb(token: Token | undefined): token is Token {
  return (
    token !== undefined &&
    VERBS_OF_SAYING.has(token.key) &&
    (/^\p{Ll}/u.test(token.text) || PARTICIPLES.has(token.key))
  );
}

const NOUNS_IN_LY = new Set('daily weekly monthly family ally bully rally assembly'.split(' '));

function isSkipped(token: Token | undefined): boolean {
  if (token === undefined || NOUNS_IN_LY.has(token.key)) return false;
  return AUXILIARIES.has(token.key) || /^\p{Ll}+ly$/u.test(token.text);
}

/** Behind a quotation: `said Mr. Smith`, `Smith said`, `Smith, a lawyer, said`, `according to Smith`, `— Smith`. */
export function sayingBehind(tokens: readonly Token[]): Saying | undefined {
  const [first, second] = tokens;
  // "…," claiming …: the quotation goes on, and its subject stands before it.
  if (first === undefined || PARTICIPLES.has(first.key)) return undefined;
  if (first.key === 'according' && second?.key === 'to') return withSubject(subjectFrom(tokens, 2), first);
  if (/^[\s,.]*(?:—|–|―|--|-)\s*$/u.test(first.gap) && /^\p{Lu}/u.test(first.text))
    return withSubject(subjectFrom(tokens, 0));
  const at = tokens.findIndex((token) => !isSkipped(token));
  const verb = tokens[at];
  if (isVerb(verb) && !PARTICIPLES.has(verb.key)) {
    const behind = ADDRESSING.has(verb.key) ? undefined : subjectFrom(tokens, at + 1);
    if (behind !== undefined) return { subject: behind, verb };
  }
  for (const [n, token] of tokens.slice(0, MOST_LOOKED_THROUGH).entries()) {
    if (!isActive(tokens, n) || PARTICIPLES.has(token.key) || n === 0) continue;
    const subject = withApposition(tokens, n) ?? wholeSubject(tokens, n) ?? subjectBefore(tokens, n);
    if (subject !== undefined) return { subject, verb: token };
  }
  return undefined;
}

/** "Smith, secretary for trade, schools and health, said": what comes first, when a pause follows it and the verb another. */
function withApposition(tokens: readonly Token[], verb: number): Span | undefined {
  const subject = /^\p{Lu}/u.test(tokens[0]?.text ?? '') ? subjectFrom(tokens, 0) : undefined;
  const next = tokens.findIndex(({ start }) => subject !== undefined && start >= subject.end);
  return next > 0 && next <= verb && tokens[next]?.gap.startsWith(',') === true ? subject : undefined;
}

/** "the senator and former candidate said": all that stands before the verb, when nothing else is in it. */
function wholeSubject(tokens: readonly Token[], verb: number): Span | undefined {
  const last = tokens.findLastIndex((token, n) => n < verb && !isSkipped(token));
  const inside = tokens.slice(0, last + 1);
  const [first] = inside;
  if (first === undefined || inside.length > LONGEST_SUBJECT || !mayBeginSubject({ ...first, gap: '' }))
    return undefined;
  const isOther = (token: Token, n: number): boolean =>
    (n > 0 && PAUSE.test(token.gap)) ||
    token.key === 'who' ||
    (isSkipped(token) && !POSSESSIVE.test(token.key)) ||
    isVerb(token);
  return PAUSE.test(tokens[last + 1]?.gap ?? '') || inside.some(isOther) ? undefined : spanOf(inside);
}

function withSubject(subject: Span | undefined, verb?: Span): Saying | undefined {
  return subject === undefined ? undefined : { subject, verb };
}

/** The last verb of saying before a quotation, with its subject, or that of an earlier verb or of the main clause. */
export function sayingBefore(tokens: readonly Token[]): Saying | undefined {
  const verbs = [...tokens.keys()].filter(
    (at) => at >= tokens.length - MOST_LOOKED_THROUGH && isActive(tokens, at),
  );
  for (const [n, at] of verbs.toReversed().entries()) {
    const subject = subjectOfVerb(tokens, at);
    if (subject === undefined) continue;
    const last = verbs.at(-1) ?? at;
    // "Smith said he believes": it is Smith who says it.
    const earlier = isShortPronoun(subject, tokens) ? verbs[verbs.length - n - 2] : undefined;
    const named = earlier !== undefined && at - earlier <= 4 ? subjectOfVerb(tokens, earlier) : undefined;
    return { subject: named ?? subject, verb: tokens[last] };
  }
  const main = verbs.length === 0 ? undefined : mainSubject(tokens.slice(0, verbs.at(-1)));
  if (main !== undefined) return { subject: main, verb: tokens[verbs.at(-1) ?? 0] };
  const at = tokens.findLastIndex((token, n) => token.key === 'to' && tokens[n - 1]?.key === 'according');
  return at === -1 ? undefined : withSubject(subjectFrom(tokens, at + 1), tokens[at - 1]);
}

/** "were told" is not said by its subject. */
function isActive(tokens: readonly Token[], at: number): boolean {
  return (
    isVerb(tokens[at]) && !(BE.has(tokens[at - 1]?.key ?? '') && !PARTICIPLES.has(tokens[at]?.key ?? ''))
  );
}

const BE = new Set(['was', 'were', 'is', 'are', 'been', 'be', 'being']);

function subjectOfVerb(tokens: readonly Token[], at: number): Span | undefined {
  const isParticiple =
    PARTICIPLES.has(tokens[at]?.key ?? '') &&
    !BE.has(tokens[at - 1]?.key ?? '') &&
    !POSSESSIVE.test(tokens[at - 1]?.key ?? '');
  return isParticiple ? subjectWith(tokens, at) : subjectBefore(tokens, at);
}

/** "…, with a spokesman saying": a participle with a subject of its own. */
function subjectWith(tokens: readonly Token[], at: number): Span | undefined {
  const start = tokens.findLastIndex(({ key }, n) => n < at && key === 'with');
  if (start === -1 || at - start > LONGEST_SUBJECT) return undefined;
  const inside = tokens.slice(start + 1, at);
  return inside.some(({ gap }) => PAUSE.test(gap)) ? undefined : spanOf(inside);
}

function isShortPronoun({ start, end }: Span, tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.start === start && token.end === end && PRONOUNS.has(token.key));
}

/** A subject that follows: up to a pause, a preposition or another verb. */
function subjectFrom(tokens: readonly Token[], from: number): Span | undefined {
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

function mayBeginSubject({ text, key, gap }: Token): boolean {
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
function subjectBefore(tokens: readonly Token[], verb: number): Span | undefined {
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
      DETERMINERS.has(first.key) || tokens.slice(from, end).some(({ key }) => POSSESSIVE.test(key));
    if (/^\p{Ll}/u.test(token.text) && !isNoun) break;
    end++;
  }
  return spanOf(tokens.slice(from, end));
}

function spanOf(tokens: readonly Token[]): Span | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}
