/** Several quotations of one message, each with its verdict, in a form short enough for ten of them in one reply. */
import type { ParagraphReference, QuotationAnswer } from '../answers/answer.js';
import type { Passage } from '../answers/passage.js';
import { shortenAtWord } from '../text/shorten.js';
import { renderExcerpt } from './excerpt.js';
import { MESSAGE_TEXT } from './limits.js';
import { renderList } from './lists.js';
import { escapeLine } from './markdown.js';
import { renderDifference, renderFlag } from './render-difference.js';
import { pointOut, renderQuotation } from './render-quotation.js';
import { frame, say, separator, words, type Part, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

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
  texts: Texts,
  checked: readonly CheckedQuotation[],
  referTo: (passage: Passage) => ParagraphReference,
): Reply {
  const [first] = checked;
  if (first === undefined) return say(texts.quotation.noWords);
  if (checked.length === 1) return renderQuotation(texts, first.answer, referTo);
  if (checked.some(({ answer }) => answer.kind === 'not-ready')) return say(texts.general.notReady);
  const parts: Part[] = [];
  let left = MESSAGE_TEXT;
  for (const [at, one] of checked.entries()) {
    const shown = renderOne(texts, one, Math.floor(left / (checked.length - at)));
    left -= shown.reduce((sum, text) => sum + text.length, 0);
    parts.push(...(at > 0 ? [separator()] : []), ...shown.map((text) => words(text)));
  }
  return frame(parts);
}

/** One text with the verdict, one with the article's words where there is room for the sentence they stand in. */
function renderOne(texts: Texts, { quote, answer }: CheckedQuotation, room: number): string[] {
  if (answer.kind !== 'checked') return [];
  const [place] = answer.places;
  const head = [
    `-# ${texts.quoted(show(texts, quote, LONGEST_REMINDER))}`,
    `**${texts.quotation.verdicts[answer.verdict]}**`,
  ].join('\n');
  if (place === undefined) return [head];
  const { attribution, paragraph } = place.passage;
  const source = show(texts, attribution.source ?? attribution.articleId, LONGEST_TITLE);
  const title = show(texts, attribution.title, LONGEST_TITLE);
  const changes = [
    ...place.flags.map((flag) => renderFlag(texts, flag)),
    ...place.differences.map((difference) => renderDifference(texts, difference)),
  ];
  const more = [
    ` · ${title} · ${source} · ${texts.isolate(`¶${paragraph}`)}`,
    renderList(texts, '', changes, DIFFERENCES_ROOM),
  ].join('');
  const excerpt = renderExcerpt(pointOut(place), room - head.length - more.length);
  if (excerpt !== undefined) return [head + more, excerpt];
  return [head.length + more.length <= room ? head + more : head];
}

function show({ isolate }: Texts, text: string, limit: number): string {
  return isolate(escapeLine(shortenAtWord(text, limit)));
}
