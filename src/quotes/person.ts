/**
 * Whom "he" or "she" means: of the persons named before it, the one for whom most speaks. A guess, shown as one, with the
 * sentence that names the person.
 */
import type { Article, Paragraph } from '../articles/article.js';
import type { Span } from '../text/span.js';
import { sayingBefore, sayingBehind, sayingTurned } from './clause.js';
import { MASK, maskSegments, moveSegments, segmentsOf, sentencesOf } from './masked-text.js';
import { namesIn, wholeNameOf, type Gender, type PersonName } from './person-names.js';
import { findSegments } from './quoted-segments.js';
import { DETERMINERS, ROLES } from './speech-words.js';
import { mainSubject } from './subject.js';
import { tokensOf } from './tokens.js';

export interface Person {
  readonly name: Span;
  /** The whole sentence that names the person. */
  readonly sentence: Span;
}

/** Paragraphs that are looked through, and so many characters of each: what is further away is not meant. */
const FURTHEST_BACK = 8;
const MOST_READ = 3000;
/** Words of "the new mayor", at most. */
const LONGEST_DESCRIPTION = 4;

/** What speaks for a name; chosen by hand on the cases of `test/quotes/pronoun-cases.txt` and on news. */
const WEIGHTS = {
  /** Who said what was said before, who the sentence is about, and anybody else in it. */
  speaker: 3,
  subject: 2.5,
  asked: 3.2,
  other: 1,
  possessive: 0.3,
  gender: 1,
  /** Capitals that nothing shows to be a person's name. */
  unknown: -0.5,
  unknownShort: -0.8,
  /** "The mayor": a name tells more. */
  described: -1,
  /** A sentence about "him" is about somebody named before it. */
  besidePronoun: -2,
  /** Each sentence further back. */
  sentence: -0.6,
  paragraph: -0.7,
} as const;

const GENDERS: Readonly<Record<string, Gender>> = { he: 'male', him: 'male', she: 'female', her: 'female' };

/** @param at - position of the pronoun's paragraph. @returns undefined for pronouns of several persons, and when nobody is named. */
export function findPerson(article: Article, at: number, pronoun: Span): Person | undefined {
  const gender = GENDERS[article.text.slice(pronoun.start, pronoun.end).toLowerCase()];
  if (gender === undefined) return undefined;
  let best: { readonly name: PersonName; readonly paragraph: Paragraph; readonly score: number } | undefined;
  let distance = 0;
  for (let back = at; back >= Math.max(0, at - FURTHEST_BACK); back--) {
    const paragraph = article.paragraphs[back];
    if (paragraph === undefined) continue;
    for (const sentence of readSentences(article, paragraph, pronoun.start).toReversed()) {
      const isAnswer = back < at && distance <= 1;
      for (const { name, score } of weighNames(article, sentence, gender, isAnswer)) {
        const total = score + distance * WEIGHTS.sentence + (at - back) * WEIGHTS.paragraph;
        if (best === undefined || total > best.score) best = { name, paragraph, score: total };
      }
      distance++;
    }
  }
  if (best === undefined) return undefined;
  const { name, paragraph } = best;
  const word = article.text.slice(name.start, name.end);
  const whole = name.isShort ? wholeNameOf(article, word, gender, name.start) : undefined;
  const { start, end } = whole ?? name;
  const home = article.paragraphs.find((one) => one.start <= start && one.end >= end) ?? paragraph;
  return { name: { start, end }, sentence: wholeSentence(article, home, { start, end }) };
}

interface MaskedSentence extends Span {
  readonly masked: string;
}

/** The sentences of a paragraph up to a place, without what is quoted in them. */
function readSentences({ text }: Article, paragraph: Paragraph, before: number): MaskedSentence[] {
  const end = Math.min(paragraph.end, before);
  const start = Math.max(paragraph.start, end - MOST_READ);
  const segments = findSegments(text.slice(start, end)).filter(({ isOuter }) => isOuter);
  const masked = maskSegments(text, { start, end }, moveSegments(segments, start));
  return sentencesOf(masked, start).map((one) => ({
    ...one,
    masked: masked.slice(one.start - start, one.end - start),
  }));
}

/** The names of a sentence that the pronoun may mean, with what the sentence says for each. */
function weighNames(
  article: Article,
  { start, masked }: MaskedSentence,
  gender: Gender,
  isAnswer: boolean,
): { readonly name: PersonName; readonly score: number }[] {
  const { speaker, subject } = rolesIn(masked, start);
  const named = namesIn(article, masked, start);
  const names = [...named, ...describedIn(article, speaker ?? subject)];
  const asked = isAnswer ? askedIn(masked, start) : undefined;
  const about = subject ?? speaker;
  const word = about === undefined ? '' : article.text.slice(about.start, about.end).toLowerCase();
  const isBeside = GENDERS[word] === gender;
  const firstIn = (span: Span | undefined): PersonName | undefined =>
    span === undefined
      ? undefined
      : names.find((one) => !one.isPossessive && one.start >= span.start && one.end <= span.end);
  const [first, second, third] = [firstIn(speaker), firstIn(subject), firstIn(asked)];
  return names
    .filter((name) => name.gender === undefined || name.gender === gender)
    .map((name) => {
      let score: number = WEIGHTS.other;
      if (name === second) score = WEIGHTS.subject;
      if (name === first) score = WEIGHTS.speaker;
      if (name === third) score = WEIGHTS.asked;
      else if (asked !== undefined && (name === first || name === second)) score = WEIGHTS.other;
      if (name.isPossessive) score = WEIGHTS.possessive;
      if (name.gender === gender) score += WEIGHTS.gender;
      if (!name.isKnown) score += name.isShort ? WEIGHTS.unknownShort : WEIGHTS.unknown;
      if (!named.includes(name)) score += WEIGHTS.described;
      if (isBeside) score += WEIGHTS.besidePronoun;
      return { name, score };
    });
}

/** A subject that says what somebody is, and not the name: "the new mayor". */
function describedIn({ text }: Article, subject: Span | undefined): PersonName[] {
  if (subject === undefined) return [];
  const words = [...text.slice(subject.start, subject.end).toLowerCase().matchAll(/[\p{L}-]+/gu)];
  // What follows may be a verb that was not known for one: "the new mayor came".
  const role = words.slice(0, LONGEST_DESCRIPTION).findLast(([word]) => ROLES.has(word));
  if (role === undefined || !DETERMINERS.has(words[0]?.[0] ?? '')) return [];
  const gender = /(?:woman|actress)$/u.test(role[0]) ? 'female' : /(?:man|actor)$/u.test(role[0]) ? 'male' : undefined;
  const end = subject.start + role.index + role[0].length;
  return [{ start: subject.start, end, gender, isKnown: true, isPossessive: false, isShort: false }];
} // prettier-ignore

/** Who speaks in a sentence, and whom it is about. */
function rolesIn(
  masked: string,
  start: number,
): { readonly speaker: Span | undefined; readonly subject: Span | undefined } {
  const joined = /^(?:(?:And|But|Yet|So|Still,|Even|even)\s+)+/u.exec(masked)?.[0].length ?? 0;
  const tokens = tokensOf(masked.slice(joined), start + joined);
  const quoted = /^[\s"“‘]*\uFFFC+[.\uFFFC]*["”’]?/u.exec(masked)?.[0].length ?? 0;
  const behind = quoted === 0 ? undefined : sayingBehind(tokensOf(masked.slice(quoted), start + quoted));
  const speaker = (sayingTurned(tokens) ?? behind ?? sayingBefore(tokens) ?? sayingBehind(tokens))?.subject;
  const subject = quoted === 0 ? mainSubject(tokens) : undefined;
  // "Lopez, who lost her daughter in Lima, said that Berg …": whatever has been put between, it is Lopez who said it.
  const isOpened =
    speaker !== undefined && subject !== undefined && masked.slice(subject.end - start).startsWith(',');
  return { speaker: isOpened ? subject : speaker, subject };
}

/** "Berg then asked Lopez which …": what is said next is the answer. */
function askedIn(masked: string, start: number): Span | undefined {
  if (masked.includes(MASK)) return undefined;
  const match = /(?<!\b(?:was|were|is|are|been|be|when|if) )\b(?:asked|asks|pressed|interviewed|challenged)\s+(?=\p{Lu})/u.exec(masked);
  return match === null ? undefined : { start: start + match.index, end: start + masked.length };
} // prettier-ignore

function wholeSentence(article: Article, paragraph: Paragraph, name: Span): Span {
  const segments = segmentsOf(article, paragraph).filter(({ isOuter }) => isOuter);
  const masked = maskSegments(article.text, paragraph, segments);
  const whole = sentencesOf(masked, paragraph.start).find(({ start, end }) => start <= name.start && end >= name.end);
  const { start, end } = whole ?? paragraph;
  return { start, end: start + article.text.slice(start, end).trimEnd().length };
} // prettier-ignore
