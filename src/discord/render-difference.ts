/** What differs between a quotation and its article, a line each. */
import { markOf } from '../quotes/differences.js';
import type { Meaning } from '../quotes/meaning.js';
import type { Difference, Flag } from '../quotes/verdict.js';
import { shortenAtWord } from '../text/shorten.js';
import { escapeLine } from './markdown.js';
import type { Texts } from './texts/english.js';

const LONGEST_DIFFERENCE = 120;

/** A change to look at twice. */
export function renderFlag(texts: Texts, { kind, quoted, original }: Flag): string {
  const both = [quoted, original].filter((text) => text !== '').map((text) => showBold(texts, text));
  const [first = '', second] = both;
  const change = second === undefined ? first : texts.quotation.replaced(first, second);
  return `- ${texts.quotation.flags[kind]}: ${change}`;
}

/** A change in words; what whoever quotes has marked as changed is told as such. */
export function renderDifference(texts: Texts, difference: Difference): string {
  return `- ${describe(texts, difference)}`;
}

/** What only one side says, a line a run of words. */
export function renderOneSided(texts: Texts, { onlyQuoted, onlyOriginal }: Meaning): string[] {
  return [
    ...onlyQuoted.map((text) => `- ${texts.quotation.onlyQuoted(showBold(texts, text))}`),
    ...onlyOriginal.map((text) => `- ${texts.quotation.onlyOriginal(showBold(texts, text))}`),
  ];
}

function describe(texts: Texts, { quoted, original, originalSpan }: Difference): string {
  const { standsFor, putIn, putInFor, added, leftOut, changed } = texts.quotation;
  const mark = markOf({ quoted, original, originalSpan });
  const [plain, bold, article] = [show(texts, quoted), showBold(texts, quoted), showBold(texts, original)];
  if (mark === 'ellipsis') return standsFor(plain, article);
  if (mark === 'brackets') return original === '' ? putIn(plain) : putInFor(plain, article);
  if (original === '') return added(bold);
  return quoted === '' ? leftOut(article) : changed(bold, article);
}

function show({ isolate }: Texts, text: string): string {
  return isolate(shorten(text));
}

function showBold({ isolate }: Texts, text: string): string {
  return isolate(`**${shorten(text)}**`);
}

function shorten(text: string): string {
  return escapeLine(shortenAtWord(text, LONGEST_DIFFERENCE));
}
