/** Who says something, by which verb: before a quotation, behind it, and in the middle of a sentence. */
import type { Span } from '../text/span.js';
import { ADDRESSING, PARTICIPLES, PRONOUNS } from './speech-words.js';
import { LONGEST_SUBJECT, mainSubject, mayBeginSubject, subjectBefore, subjectFrom } from './subject.js';
import { isSkipped, isVerb, PAUSE, POSSESSIVE, spanOf, type Token } from './tokens.js';

/** Who says something, by which verb. */
export interface Saying {
  readonly subject: Span;
  readonly verb: Span | undefined;
}

const MOST_LOOKED_THROUGH = 40;
/** "Smith said the deal was what he called …": so many words lie between the two verbs at most. */
const FURTHEST_PRONOUN = 14;

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

/** "…, said Maria Lopez, …" anywhere in a sentence: the verb first, and a name behind it. */
export function sayingTurned(tokens: readonly Token[]): Saying | undefined {
  const at = tokens.findIndex((token, n) => {
    const next = tokens[n + 1];
    const isTurned = isVerb(token) && !PARTICIPLES.has(token.key) && !ADDRESSING.has(token.key) && (n === 0 || /[,”"\uFFFC]/u.test(token.gap));
    return isTurned && next !== undefined && /^\p{Lu}/u.test(next.text) && next.gap.trim() === '';
  });
  return at === -1 ? undefined : withSubject(subjectFrom(tokens, at + 1), tokens[at]);
} // prettier-ignore

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
  return PAUSE.test(tokens[last + 1]?.gap ?? '') || inside.some(isOther) ? undefined : spanOf(inside);
}

/** What no subject has inside. */
function isOther(token: Token, n: number): boolean {
  return (
    (n > 0 && PAUSE.test(token.gap)) ||
    token.key === 'who' ||
    (isSkipped(token) && !POSSESSIVE.test(token.key)) ||
    isVerb(token)
  );
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
    const named =
      earlier !== undefined && at - earlier <= FURTHEST_PRONOUN ? subjectOfVerb(tokens, earlier) : undefined;
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
