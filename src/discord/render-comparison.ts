/** The quotation laid over the article's words: what was quoted otherwise is struck out, what stands there is in bold. */
import type { QuotationPlace } from '../answers/answer.js';
import { escapeLine } from './markdown.js';
import type { Texts } from './texts/english.js';

/** Longer comparisons are not read; the list of differences says the same. */
const LONGEST = 700;

/** Empty when nothing differs, and when it would be too long. */
export function renderComparison(texts: Texts, { passage, span, differences }: QuotationPlace): string {
  if (differences.length === 0) return '';
  const pieces: string[] = [];
  let at = span.start;
  for (const { quoted, original, originalSpan } of differences) {
    pieces.push(escapeLine(passage.text.slice(at, originalSpan.start)));
    pieces.push(quoted === '' ? '' : `~~${escapeLine(quoted)}~~`, original === '' ? '' : `**${escapeLine(original)}**`);
    at = Math.max(at, originalSpan.end);
  }
  pieces.push(escapeLine(passage.text.slice(at, span.end)));
  const shown = pieces.filter((piece) => piece !== '').join(' ').replace(/ (?=[,.;:!?])/gu, '');
  return shown.length > LONGEST ? '' : `${shown}\n-# ${texts.quotation.legend}`;
} // prettier-ignore
