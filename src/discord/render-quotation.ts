/** A checked quotation as a message: the verdict first, then the article's words, where they stand, and what differs. */
import type { ParagraphReference, QuotationAnswer, QuotationPlace } from '../answers/answer.js';
import { FLAG_LABELS } from '../answers/flag-labels.js';
import type { Passage } from '../answers/passage.js';
import { VERDICT_LABELS } from '../answers/verdict-labels.js';
import { markOf } from '../quotes/differences.js';
import type { Difference, Flag, Verdict } from '../quotes/verdict.js';
import { shortenAtWord } from '../text/shorten.js';
import { writeButtonId } from './buttons.js';
import { renderDetails, renderTitle } from './attribution.js';
import { MESSAGE_TEXT } from './limits.js';
import { renderList } from './lists.js';
import { escapeLine } from './markdown.js';
import { renderPassages } from './passages.js';
import { renderComparison } from './render-comparison.js';
import { NOT_READY } from './render-answer.js';
import { renderSpeaker } from './render-speaker.js';
import { frame, say, words, type Reply } from './reply.js';

/** Places shown with their text; further ones are named. */
const MOST_PLACES = 3;
/** Characters for the list of differences, and for that of further places. */
const LIST_ROOM = 900;
const FLAGS_ROOM = 600;
const LONGEST_DIFFERENCE = 120;

export const NO_WORDS = say('There is no letter and no digit in this, so there is nothing to look up.');

const MARKED = '-# The words stand in this order; an ellipsis or brackets mark what differs.';
const EXPLANATIONS: Partial<Record<Verdict, string>> = {
  paraphrase: '-# No article has these words. This passage may say the same: please compare.',
  'not-found': '-# No indexed article has these words.',
};

/** @param referTo - how a passage is remembered by the button for its context. */
export function renderQuotation(
  answer: QuotationAnswer,
  referTo: (passage: Passage) => ParagraphReference,
): Reply {
  if (answer.kind === 'not-ready') return NOT_READY;
  if (answer.kind === 'no-words') return NO_WORDS;
  const { verdict, places } = answer;
  const shown = places.slice(0, MOST_PLACES);
  const isMarked = verdict === 'altered' && places.length > 0 && places.every(isHonest);
  const explanation = isMarked ? MARKED : (EXPLANATIONS[verdict] ?? '');
  const head = [`**${VERDICT_LABELS[verdict]}**`, explanation].join('\n').trim();
  const [first] = places;
  const tail = [
    ...(first === undefined ? [] : [renderSpeaker(first), renderComparison(first)]),
    renderList('To look at twice:', (first?.flags ?? []).map(renderFlag), FLAGS_ROOM),
    renderList('Differences:', (first?.differences ?? []).map(renderDifference), LIST_ROOM),
    renderList('Also in:', places.slice(shown.length).map(renderFurther), LIST_ROOM),
  ].filter((list) => list !== '');
  const left = [head, ...tail].reduce((room, text) => room - text.length, MESSAGE_TEXT);
  const parts = [
    words(head),
    ...renderPassages(shown.map(pointOut), left),
    ...tail.map((list) => words(list)),
  ];
  if (first === undefined) return frame(parts);
  const id = writeButtonId({ kind: 'context', reference: referTo(first.passage) });
  return frame(parts, [{ id, label: 'Show the context' }]);
}

export function renderFlag({ kind, quoted, original }: Flag): string {
  const both = [quoted, original].filter((text) => text !== '').map((text) => `**${show(text)}**`);
  const change = quoted !== '' && original !== '' ? `${both[0]} for ${both[1]}` : both.join('');
  return `- ${FLAG_LABELS[kind]}: ${change}`;
}

/** Whether every change is marked, by an ellipsis or by brackets. */
function isHonest({ differences }: QuotationPlace): boolean {
  return differences.every((one) => markOf(one) !== undefined);
}

/** The looked-up words are what is pointed out in a passage. */
export function pointOut({ passage, span }: QuotationPlace) {
  return { ...passage, highlights: span.end > span.start ? [span] : [] };
}

export function renderDifference({ quoted, original, originalSpan }: Difference): string {
  const mark = markOf({ quoted, original, originalSpan });
  if (mark === 'ellipsis') return `- ${show(quoted)} stands for **${show(original)}**`;
  if (mark === 'brackets') return renderPutIn(quoted, original);
  if (original === '') return `- quoted **${show(quoted)}**, which the article does not have here`;
  if (quoted === '') return `- left out: the article has **${show(original)}**`;
  return `- quoted **${show(quoted)}**, the article has **${show(original)}**`;
}

function renderPutIn(quoted: string, original: string): string {
  const instead = original === '' ? '' : `, where the article has **${show(original)}**`;
  return `- put in by whoever quotes: ${show(quoted)}${instead}`;
}

function show(text: string): string {
  return escapeLine(shortenAtWord(text, LONGEST_DIFFERENCE));
}

/** Another article with the same words, by name. */
function renderFurther({ passage: { attribution, paragraph } }: QuotationPlace): string {
  return `- ${renderTitle(attribution)} (${renderDetails(attribution, [`¶${paragraph}`])})`;
}
