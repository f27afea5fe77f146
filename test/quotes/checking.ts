/** What the tests of quotations share. */
import { expect } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import { checkQuotation } from '../../src/quotes/check-quotation.js';
import type { QuotationCheck, QuotationMatch } from '../../src/quotes/verdict.js';
import { fakeEmbedder } from '../support/embedder.js';
import { makeSnapshot } from '../support/snapshots.js';

export function wordsOf({ article, span }: QuotationMatch): string {
  return article.text.slice(span.start, span.end);
}

/** Every place is the article's own, and names the paragraphs it touches. */
export function expectSpans({ matches }: QuotationCheck): void {
  for (const { article, first, last, span, differences } of matches) {
    const touched = article.paragraphs.filter(({ start, end }) => start < span.end && end > span.start);
    expect([first, last]).toEqual([touched[0]?.number, touched.at(-1)?.number]);
    for (const { original, originalSpan } of differences) {
      expect(article.text.slice(originalSpan.start, originalSpan.end)).toBe(original);
      expect(originalSpan.start).toBeGreaterThanOrEqual(span.start);
      expect(originalSpan.end).toBeLessThanOrEqual(span.end);
    }
  }
}

/** Knows two meanings, and which texts have the one. */
export function embedderOf(isAlike: (text: string) => boolean): Embedder & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    ...fakeEmbedder(),
    asked,
    embedQuestion(text) {
      asked.push(text);
      return Promise.resolve(Float32Array.of(isAlike(text) ? 1 : 0, isAlike(text) ? 0 : 1));
    },
  };
}

/** Checks a quotation in a small collection in which nothing is a paraphrase. */
export async function checkIn(articles: readonly Article[], quote: string): Promise<QuotationCheck> {
  return checkQuotation(
    await makeSnapshot(articles),
    quote,
    embedderOf((text) => text === quote),
  );
}
