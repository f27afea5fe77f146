/** A place that a quotation matches, with all that is shown of it. */
import type { Article } from '../articles/article.js';
import { findSpeech, type Speaker } from '../quotes/speaker.js';
import type { QuotationMatch } from '../quotes/verdict.js';
import type { Span } from '../text/span.js';
import type { QuotationPlace, SpeakerName } from './quotation-answer.js';
import { cutPassage } from './passage.js';

/** "he said" is worth showing; a verb far away from its subject is not. */
const LONGEST_SAID = 80;

export function toPlace({ article, first, last, span, differences, flags }: QuotationMatch): QuotationPlace {
  const passage = cutPassage(article, first, last, [span]);
  const [highlight = { start: 0, end: passage.text.length }] = passage.highlights;
  const from = article.paragraphs[first - 1]?.start ?? 0;
  const { isQuoted, isNested, speaker } = findSpeech(article, span);
  return {
    passage,
    span: highlight,
    differences: differences.map((one) => ({ ...one, originalSpan: moved(one.originalSpan, -from) })),
    flags,
    isQuoted,
    isNested,
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
