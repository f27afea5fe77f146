import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitChunks } from '../../src/articles/chunks.js';
import type { SegmentPostings } from '../../src/index/postings.js';
import { buildSegment } from '../../src/index/segment.js';
import { VectorBlock } from '../../src/index/vector-block.js';
import { termsOf } from '../../src/text/terms.js';
import { freshArticle, makeArticle } from '../support/snapshots.js';

const OWN = 3;

function frequencyOf(
  { terms, offsets, documents, frequencies }: SegmentPostings,
  term: string,
  document: number,
): number {
  const number = terms.numberOf(term);
  if (number === undefined) return 0;
  for (let at = offsets[number] ?? 0; at < (offsets[number + 1] ?? 0); at++) {
    if (documents[at] === document) return frequencies[at] ?? 0;
  }
  return 0;
}

const count = (term: string, text: string) => termsOf(text).filter((one) => one === term).length;

const topic = fc.constantFrom('balloon', 'minister', 'harvest', 'strike', 'budget', 'Balloons');
const sentence = fc
  .array(topic, { minLength: 1, maxLength: 4 })
  .map((topics) => `Everybody in the capital spoke of ${topics.join(' and ')} for hours.`);
const articles = fc
  .array(fc.tuple(topic, fc.array(sentence, { minLength: 1, maxLength: 5 })), { maxLength: 4 })
  .map((list) =>
    list.map(([title, paragraphs], at) => makeArticle({ articleId: String(at), title, paragraphs })),
  );

test('a chunk is found by its own words three times, and once by its title and its neighbours', async () => {
  await fc.assert(
    fc.asyncProperty(articles, topic, async (list, word) => {
      const chunks = list.flatMap((one, article) => splitChunks(one).map((chunk) => ({ ...chunk, article })));
      const { chunkPostings, articlePostings } = await buildSegment(
        'one',
        list.map((article) => freshArticle(article, splitChunks(article), [])),
        VectorBlock.withRoomFor(chunks.length, 0),
      );
      const [term = ''] = termsOf(word);
      const textOf = (row: number, of: number) => {
        const chunk = chunks[row];
        return chunk?.article === of ? (list[of]?.text ?? '').slice(chunk.start, chunk.end) : '';
      };
      for (const [row, { article }] of chunks.entries()) {
        const around = [list[article]?.title ?? '', textOf(row - 1, article), textOf(row + 1, article)];
        expect(frequencyOf(chunkPostings, term, row)).toBe(
          OWN * count(term, textOf(row, article)) + count(term, around.join(' ')),
        );
      }
      for (const [at, { title, text }] of list.entries()) {
        expect(frequencyOf(articlePostings, term, at)).toBe(count(term, title) + count(term, text));
      }
      expect(chunkPostings.lengths).toHaveLength(chunks.length);
      expect(articlePostings.lengths).toHaveLength(list.length);
    }),
  );
});
