/** A checked quotation as a message: the verdict first, then the article's words, where they stand, and what differs. */
import type { QuotationAnswer, QuotationPlace } from '../answers/answer.js';
import { VERDICT_LABELS } from '../answers/verdict-labels.js';
import type { Difference, Verdict } from '../quotes/verdict.js';
import { shortenAtWord } from '../text/shorten.js';
import { renderDetails, renderTitle } from './attribution.js';
import { MESSAGE_TEXT } from './limits.js';
import { renderList } from './lists.js';
import { escapeLine } from './markdown.js';
import { renderPassages } from './passages.js';
import { NOT_READY } from './render-answer.js';
import { frame, say, words, type Reply } from './reply.js';

/** Places shown with their text; further ones are named. */
const MOST_PLACES = 3;
/** Characters for the list of differences, and for that of further places. */
const LIST_ROOM = 900;
const LONGEST_DIFFERENCE = 120;

export const NO_WORDS = say('There is no letter and no digit in this, so there is nothing to look up.');

const EXPLANATIONS: Partial<Record<Verdict, string>> = {
  paraphrase: '-# No article has these words. This passage may say the same: please compare.',
  'not-found': '-# No indexed article has these words.',
};

export function renderQuotation(answer: QuotationAnswer): Reply {
  if (answer.kind === 'not-ready') return NOT_READY;
  if (answer.kind === 'no-words') return NO_WORDS;
  const { verdict, places } = answer;
  const shown = places.slice(0, MOST_PLACES);
  const head = [`**${VERDICT_LABELS[verdict]}**`, EXPLANATIONS[verdict] ?? ''].join('\n').trim();
  const tail = [
    renderList('Differences:', (places[0]?.differences ?? []).map(renderDifference), LIST_ROOM),
    renderList('Also in:', places.slice(shown.length).map(renderFurther), LIST_ROOM),
  ].filter((list) => list !== '');
  const left = [head, ...tail].reduce((room, text) => room - text.length, MESSAGE_TEXT);
  return frame([
    words(head),
    ...renderPassages(shown.map(pointOut), left),
    ...tail.map((list) => words(list)),
  ]);
}

/** The looked-up words are what is pointed out in a passage. */
export function pointOut({ passage, span }: QuotationPlace) {
  return { ...passage, highlights: span.end > span.start ? [span] : [] };
}

export function renderDifference({ quoted, original }: Difference): string {
  if (original === '') return `- quoted **${show(quoted)}**, which the article does not have here`;
  if (quoted === '') return `- left out: the article has **${show(original)}**`;
  return `- quoted **${show(quoted)}**, the article has **${show(original)}**`;
}

function show(text: string): string {
  return escapeLine(shortenAtWord(text, LONGEST_DIFFERENCE));
}

/** Another article with the same words, by name. */
function renderFurther({ passage: { attribution, paragraph } }: QuotationPlace): string {
  return `- ${renderTitle(attribution)} (${renderDetails(attribution, [`¶${paragraph}`])})`;
}
