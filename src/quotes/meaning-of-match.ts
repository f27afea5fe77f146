/** What a quotation is compared with, to tell whether it leaves something out or adds something. */
import type { Embedder } from '../embedding/embedder.js';
import { EmbeddingError } from '../errors.js';
import { splitSentences } from '../text/sentences.js';
import type { Span } from '../text/span.js';
import { ELLIPSIS } from './differences.js';
import { compareMeaning, type Meaning } from './meaning.js';
import { THRESHOLDS } from './thresholds.js';
import type { FlagKind, QuotationMatch } from './verdict.js';
import { readWords } from './words.js';

/** Whoever quotes whole sentences is measured by them; a part of a sentence is no worse for what it leaves out around itself. */
const SENTENCE_END = /[.!?…。！？؟]["'”’»)\]\s]*$/u;
/** With one of these something is left out or added, however small the word. */
const REVERSING: ReadonlySet<FlagKind> = new Set(['negation', 'opposite']);

/**
 * Asks the embedder twice. Of a quotation from two places, or one that says itself that words are left out, nothing is
 * compared; nor when the embedder cannot answer, because the verdict stands without it.
 */
export async function meaningOfAltered(
  quote: string,
  match: QuotationMatch,
  embedder: Embedder,
): Promise<Meaning | undefined> {
  const isPart = match.flags.some(({ kind }) => kind === 'splice');
  if (isPart || ELLIPSIS.test(quote)) return undefined;
  const original = originalOf(quote, match);
  const most = THRESHOLDS.paraphrase.mostWords;
  if ([quote, original].some((text) => [...readWords(text)].length > most)) return undefined;
  try {
    const [ours, theirs] = await Promise.all([embedder.embedQuestion(quote), embedder.embedQuestion(original)]);
    const meaning = compareMeaning(quote, original, dot(ours, theirs));
    return isReversed(match) ? { ...meaning, leavesOutOrAdds: true } : meaning;
  } catch (error) {
    if (error instanceof EmbeddingError) return undefined;
    throw error;
  }
} // prettier-ignore

export function isReversed({ flags }: QuotationMatch): boolean {
  return flags.some(({ kind }) => REVERSING.has(kind));
}

/** The article's sentences that the matched words are in, or these words alone. */
function originalOf(quote: string, { article, first, last, span }: QuotationMatch): string {
  const [from, to] = [article.paragraphs[first - 1]?.start ?? 0, article.paragraphs[last - 1]?.end ?? 0];
  const touched = SENTENCE_END.test(quote)
    ? splitSentences(article.text.slice(from, to), article.language).filter(
        ({ start, end }) => from + start < span.end && from + end > span.start,
      )
    : [];
  const whole: Span = {
    start: Math.min(span.start, from + (touched[0]?.start ?? Infinity)),
    end: Math.max(span.end, from + (touched.at(-1)?.end ?? 0)),
  };
  return article.text.slice(whole.start, whole.end);
}

export function dot(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}
