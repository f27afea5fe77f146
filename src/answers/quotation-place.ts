/** A place that a quotation matches, with all that is shown of it. */
import type { Article } from '../articles/article.js';
import { findMarks, findSpeech, type Speaker } from '../quotes/speaker.js';
import type { QuotationMatch } from '../quotes/verdict.js';
import type { Span } from '../text/span.js';
import type { QuotationPlace, SpeakerName } from './quotation-answer.js';
import { cutPassage } from './passage.js';

/** "he said" is worth showing; a verb far away from its subject is not. */
const LONGEST_SAID = 80;

/** Of further places of the same words nobody reads who said them. */
const MOST_SPEAKERS = 10;

export function toPlaces(matches: readonly QuotationMatch[]): QuotationPlace[] {
  return matches.map((match, rank) => toPlace(match, rank < MOST_SPEAKERS));
}

function toPlace(match: QuotationMatch, isSpeakerNamed: boolean): QuotationPlace {
  const { article, first, last, span, differences, flags } = match;
  const passage = cutPassage(article, first, last, [span]);
  const [highlight = { start: 0, end: passage.text.length }] = passage.highlights;
  const from = article.paragraphs[first - 1]?.start ?? 0;
  const speaker = isSpeakerNamed ? findSpeech(article, span).speaker : undefined;
  return {
    passage,
    span: highlight,
    differences: differences.map((one) => ({ ...one, originalSpan: moved(one.originalSpan, -from) })),
    flags,
    ...findMarks(article, span),
    speaker: speaker === undefined ? undefined : nameSpeaker(article, speaker),
  };
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function nameSpeaker({ text }: Article, { name, verb, person, isGuess }: Speaker): SpeakerName {
  const cut = ({ start, end }: Span): string => text.slice(start, end);
  const both = verb === undefined ? name : { start: Math.min(name.start, verb.start), end: Math.max(name.end, verb.end) };
  const isShort = verb !== undefined && both.end - both.start <= LONGEST_SAID;
  return {
    name: cut(name),
    said: isShort ? cut(both) : '',
    person: person === undefined ? undefined : { name: cut(person.name), sentence: cut(person.sentence) },
    isGuess,
  };
} // prettier-ignore
