/** A checked quotation as a message: the verdict first, then the article's words, where they stand, and what differs. */
import type { ParagraphReference, QuotationAnswer, QuotationPlace } from '../answers/answer.js';
import type { Passage } from '../answers/passage.js';
import { markOf } from '../quotes/differences.js';
import { renderDetails, renderTitle } from './attribution.js';
import { writeComponentId, writeReference } from './component-id.js';
import { lasting } from './lasting.js';
import { MESSAGE_TEXT } from './limits.js';
import { renderList } from './lists.js';
import { renderPassages } from './passages.js';
import { renderComparison } from './render-comparison.js';
import { renderDifference, renderFlag, renderOneSided } from './render-difference.js';
import { renderSpeaker } from './render-speaker.js';
import { frame, say, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

/** Places shown with their text; further ones are named. */
const MOST_PLACES = 3;
/** Characters for the list of differences, and for that of further places. */
const LIST_ROOM = 900;
const FLAGS_ROOM = 600;

type Checked = Extract<QuotationAnswer, { readonly kind: 'checked' }>;

/** @param referTo - how a passage is remembered by the button for its context. */
export function renderQuotation(
  texts: Texts,
  answer: QuotationAnswer,
  referTo: (passage: Passage) => ParagraphReference,
): Reply {
  if (answer.kind === 'not-ready') return say(texts.general.notReady);
  if (answer.kind === 'no-words') return say(texts.quotation.noWords);
  const { places } = answer;
  const head = renderVerdict(texts, answer);
  const tail = renderTail(texts, answer);
  const left = [head, ...tail].reduce((room, text) => room - text.length, MESSAGE_TEXT);
  const shown = passagesOf(answer);
  const passages = renderPassages(texts, shown, left);
  const parts = [...lasting('verdict', [head]), ...passages, ...lasting('foot', tail)];
  const [first] = places;
  if (first === undefined) return frame(parts);
  const args = writeReference(referTo(first.passage));
  const id = writeComponentId({ kind: 'context', version: 1, args });
  return frame(parts, [{ id, label: texts.answer.showContext }]);
}

/** The passages that are shown, as far as there is room for them. */
export function passagesOf(answer: QuotationAnswer): Passage[] {
  return answer.kind === 'checked' ? answer.places.slice(0, MOST_PLACES).map(pointOut) : [];
}

function renderVerdict(texts: Texts, answer: Checked): string {
  const explanation = explain(texts, answer);
  const label = `**${texts.quotation.verdicts[answer.verdict]}**`;
  return explanation === undefined ? label : `${label}\n-# ${explanation}`;
}

function explain({ quotation }: Texts, { verdict, places, meaning }: Checked): string | undefined {
  const isPart = meaning?.leavesOutOrAdds === true;
  switch (verdict) {
    case 'paraphrase':
      return isPart ? quotation.partParaphrase : quotation.paraphrase;
    case 'not-found':
      return quotation.notFound;
    case 'altered':
      if (places.length > 0 && places.every(isHonest)) return quotation.marked;
      // What may move the meaning is called out below, one by one.
      return isPart && places.every(({ flags }) => flags.length === 0)
        ? quotation.leavesOutOrAdds
        : undefined;
    default:
      return undefined;
  }
}

/** What is known of the first place, and the names of those that are not shown. */
function renderTail(texts: Texts, { verdict, places, meaning }: Checked): string[] {
  const [first] = places;
  if (first === undefined) return [];
  const { lookTwice, differences, onOneSide } = texts.quotation;
  const flags = first.flags.map((flag) => renderFlag(texts, flag));
  const changes = first.differences.map((difference) => renderDifference(texts, difference));
  // Of an altered quotation the differences say it already.
  const oneSided = verdict === 'paraphrase' && meaning !== undefined ? renderOneSided(texts, meaning) : [];
  const further = places.slice(MOST_PLACES).map((place) => renderFurther(texts, place));
  return [
    renderSpeaker(texts, first),
    renderComparison(texts, first),
    renderList(texts, lookTwice, flags, FLAGS_ROOM),
    renderList(texts, differences, changes, LIST_ROOM),
    renderList(texts, onOneSide, oneSided, LIST_ROOM),
    renderList(texts, texts.passage.alsoIn, further, LIST_ROOM),
  ].filter((list) => list !== '');
}

/** Whether every change is marked, by an ellipsis or by brackets. */
function isHonest({ differences }: QuotationPlace): boolean {
  return differences.every((one) => markOf(one) !== undefined);
}

/** The looked-up words are what is pointed out in a passage. */
export function pointOut({ passage, span }: QuotationPlace) {
  return { ...passage, highlights: span.end > span.start ? [span] : [] };
}

/** Another article with the same words, by name. */
function renderFurther(texts: Texts, { passage: { attribution, paragraph } }: QuotationPlace): string {
  return `- ${texts.isolate(renderTitle(attribution))} (${renderDetails(texts, attribution, [`¶${paragraph}`])})`;
}
