/** Several quotations of one message, each with its verdict, in a form short enough for ten of them in one reply. */
import type { ParagraphReference, QuotationAnswer } from '../answers/answer.js';
import type { Passage } from '../answers/passage.js';
import { VERDICT_LABELS } from '../answers/verdict-labels.js';
import { shortenAtWord } from '../text/shorten.js';
import { renderExcerpt } from './excerpt.js';
import { MESSAGE_TEXT } from './limits.js';
import { renderList } from './lists.js';
import { escapeLine } from './markdown.js';
import { NOT_READY } from './render-answer.js';
import { NO_WORDS, pointOut, renderDifference, renderFlag, renderQuotation } from './render-quotation.js';
import { frame, separator, words, type Part, type Reply } from './reply.js';

/** So many quotations of one message are checked: with three components each they stay within Discord's limit. */
export const MOST_QUOTATIONS = 10;
const LONGEST_REMINDER = 60;
const LONGEST_TITLE = 40;
/** Characters for the differences of one quotation. */
const DIFFERENCES_ROOM = 150;

export interface CheckedQuotation {
  readonly quote: string;
  readonly answer: QuotationAnswer;
}

/** The verdicts in the order of the quotations; a single one is shown at full length. */
export function renderQuotations(
  checked: readonly CheckedQuotation[],
  referTo: (passage: Passage) => ParagraphReference,
): Reply {
  const [first] = checked;
  if (first === undefined) return NO_WORDS;
  if (checked.length === 1) return renderQuotation(first.answer, referTo);
  if (checked.some(({ answer }) => answer.kind === 'not-ready')) return NOT_READY;
  const parts: Part[] = [];
  let left = MESSAGE_TEXT;
  for (const [at, one] of checked.entries()) {
    const texts = renderOne(one, Math.floor(left / (checked.length - at)));
    left -= texts.reduce((sum, text) => sum + text.length, 0);
    parts.push(...(at > 0 ? [separator()] : []), ...texts.map((text) => words(text)));
  }
  return frame(parts);
}

/** One text with the verdict, one with the article's words where there is room for the sentence they stand in. */
function renderOne({ quote, answer }: CheckedQuotation, room: number): string[] {
  if (answer.kind !== 'checked') return [];
  const [place] = answer.places;
  const head = [
    `-# “${escapeLine(shortenAtWord(quote, LONGEST_REMINDER))}”`,
    `**${VERDICT_LABELS[answer.verdict]}**`,
  ].join('\n');
  if (place === undefined) return [head];
  const { attribution, paragraph } = place.passage;
  const source = escapeLine(shortenAtWord(attribution.source ?? attribution.articleId, LONGEST_TITLE));
  const title = escapeLine(shortenAtWord(attribution.title, LONGEST_TITLE));
  const more = [
    ` · ${title} · ${source} · ¶${paragraph}`,
    renderList(
      '',
      [...place.flags.map(renderFlag), ...place.differences.map(renderDifference)],
      DIFFERENCES_ROOM,
    ),
  ].join('');
  const excerpt = renderExcerpt(pointOut(place), room - head.length - more.length);
  if (excerpt !== undefined) return [head + more, excerpt];
  return [head.length + more.length <= room ? head + more : head];
}
