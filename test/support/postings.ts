/** Postings of documents whose terms and frequencies are given. */
import type { SegmentPostings } from '../../src/index/postings.js';
import { PostingsBuilder } from '../../src/index/postings-builder.js';
import { TermNumbers } from '../../src/index/term-numbers.js';
import { TermTable } from '../../src/index/term-table.js';

export async function buildPostings(
  documents: readonly Iterable<readonly [term: string, frequency: number]>[],
): Promise<SegmentPostings> {
  const terms = new TermNumbers();
  const builder = new PostingsBuilder(documents.length, terms);
  documents.forEach((document, at) => addDocument(builder, terms, at, document));
  return builder.build(TermTable.of(terms.terms));
}

export function addDocument(
  builder: PostingsBuilder,
  terms: TermNumbers,
  at: number,
  document: Iterable<readonly [term: string, frequency: number]>,
): void {
  for (const [term, frequency] of document) builder.count([terms.numberOf(term)], frequency);
  builder.end(at);
}
