/**
 * Checks a quotation: which article has it, exactly as given or altered, and how. First the very words; then, from six words
 * on, the best alignment; then sentences that may say the same. Who said it and what a change means are left to others.
 */
import type { Article } from '../articles/article.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Span } from '../text/span.js';
import { findAltered } from './altered.js';
import { readDifferences } from './differences.js';
import { flagsOf } from './flagging.js';
import { findFragments } from './fragments.js';
import { orderSources } from './order-sources.js';
import { meaningOfAltered } from './meaning-of-match.js';
import { compareMeaning } from './meaning.js';
import { findParaphrases } from './paraphrase.js';
import { readQuotation, type IsSearched, type Quotation } from './quotation.js';
import { spanOfSameMarks } from './same-marks.js';
import { findSameWords } from './same-words.js';
import type { Source } from './source.js';
import { THRESHOLDS } from './thresholds.js';
import type { Difference, Flag, QuotationCheck, QuotationMatch } from './verdict.js';
import { articleAt, wordIndexOf, type WordIndex } from './word-index.js';

/** More places of the same words help no reader. */
const MOST_MATCHES = 100;

const NOT_FOUND: QuotationCheck = { verdict: 'not-found', matches: [] };

/**
 * The first call for a snapshot prepares its words, in slices; later ones take milliseconds. The embedder is only asked about
 * a quotation whose very words are not found, and only a few times.
 *
 * @throws EmbeddingError when the embedder cannot answer.
 */
export async function checkQuotation(
  snapshot: Snapshot,
  quote: string,
  embedder: Embedder,
  isSearched?: IsSearched,
): Promise<QuotationCheck> {
  const index = await wordIndexOf(snapshot);
  const quotation = readQuotation(index, quote);
  const found = checkWords(index, quotation, isSearched);
  const { length } = quotation.words;
  const isSentence = length >= THRESHOLDS.fewestWords && length <= THRESHOLDS.paraphrase.mostWords;
  if (!isSentence) return found;
  const [first] = found.matches;
  if (found.verdict === 'altered' && first !== undefined)
    return { ...found, meaning: await meaningOfAltered(quote, first, embedder) };
  return found.verdict === 'not-found' ? checkMeaning(snapshot, quote, embedder, isSearched) : found;
}

/** No word is where it was: sentences that may say the same. */
async function checkMeaning(
  snapshot: Snapshot,
  quote: string,
  embedder: Embedder,
  isSearched?: IsSearched,
): Promise<QuotationCheck> {
  const paraphrases = await findParaphrases(snapshot, quote, embedder, isSearched);
  const matches = paraphrases.flatMap(({ article, span }) => toMatch(article, span));
  const [best] = paraphrases;
  if (matches.length === 0 || best === undefined) return NOT_FOUND;
  const { article, span, cosine } = best;
  const meaning = compareMeaning(quote, article.text.slice(span.start, span.end), cosine);
  return { verdict: 'paraphrase', matches, meaning };
}

/** The part that needs no embedding. */
export function checkWords(index: WordIndex, quotation: Quotation, isSearched?: IsSearched): QuotationCheck {
  const same = checkSameWords(index, quotation, isSearched);
  if (same.verdict !== 'not-found') return same;
  const matches = orderSources(index, quotation, listSources(index, quotation, isSearched)).flatMap(
    (source) => {
      const reading = readDifferences(index, quotation, source);
      if (reading === undefined) return [];
      const { article, span, differences } = reading;
      return toMatch(article, span, differences, flagsOf(index, quotation, source, differences));
    },
  );
  return matches.length === 0 ? NOT_FOUND : { verdict: 'altered', matches };
}

/** An alignment names copies and forgives slips, but sees two places at most, and nothing in a few words. */
function listSources(index: WordIndex, quotation: Quotation, isSearched?: IsSearched): readonly Source[] {
  const isLong = quotation.words.length >= THRESHOLDS.fewestWords;
  const altered = isLong ? findAltered(index, quotation, isSearched) : [];
  const fragments = findFragments(index, quotation, isSearched);
  return altered.length === 0 || fragments.length > 1 ? fragments : altered;
}

/** Places with the same marks, too, come first; all others have the same words. */
function checkSameWords(index: WordIndex, quotation: Quotation, isSearched?: IsSearched): QuotationCheck {
  const exact: QuotationMatch[] = [];
  const punctuation: QuotationMatch[] = [];
  for (const { first, last } of findSameWords(index, quotation)) {
    const at = articleAt(index, first);
    const article = index.articles[at];
    if (article === undefined || isSearched?.(at) === false) continue;
    const words = { start: index.starts[first] ?? 0, end: index.ends[last] ?? 0 };
    const same = spanOfSameMarks(article, quotation, words, limitsOf(article, words));
    (same === undefined ? punctuation : exact).push(...toMatch(article, same ?? words));
  }
  const matches = [...oldestFirst(exact), ...oldestFirst(punctuation)].slice(0, MOST_MATCHES);
  if (matches.length === 0) return NOT_FOUND;
  return { verdict: exact.length > 0 ? 'exact' : 'punctuation', matches };
}

/** Articles without a date come last. */
function oldestFirst(matches: readonly QuotationMatch[]): QuotationMatch[] {
  return matches.toSorted((a, b) => {
    const [one, other] = [timeOf(a), timeOf(b)];
    return one === other ? 0 : one - other;
  });
}

function timeOf({ article }: QuotationMatch): number {
  return article.date === undefined ? Number.POSITIVE_INFINITY : Date.parse(article.date);
}

function limitsOf(article: Article, span: Span): Span {
  const touched = touchedBy(article, span);
  return { start: touched[0]?.start ?? span.start, end: touched.at(-1)?.end ?? span.end };
}

function toMatch(
  article: Article,
  span: Span,
  differences: readonly Difference[] = [],
  flags: readonly Flag[] = [],
): QuotationMatch[] {
  const touched = touchedBy(article, span);
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [{ article, first: first.number, last: last.number, span, differences, flags }];
}

function touchedBy(article: Article, span: Span) {
  return article.paragraphs.filter(({ start, end }) => start < span.end && end > span.start);
}
