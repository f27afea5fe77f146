import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderSideBySide } from '../../src/answers/side-by-side.js';
import { passageOf } from '../support/passages.js';

function dated(articleId: string, date: string | undefined, score: number) {
  return passageOf('Text.', { attribution: { articleId, title: articleId, date }, score });
}
function order(...passages: Parameters<typeof orderSideBySide>[0]) {
  const { isNewestFirst, passages: ordered } = orderSideBySide(passages);
  return [isNewestFirst, ...ordered.map(({ attribution }) => attribution.articleId)];
}

describe('passages of different articles', () => {
  test('that are about as good are put newest first', () => {
    const [old, recent] = [dated('old', '2023-02-17', 1), dated('new', '2023-03-01', 0.9)];
    expect(order(old, recent)).toEqual([true, 'new', 'old']);
    expect(order(recent, old)).toEqual([true, 'new', 'old']);
  });

  test('are ordered by the hour where it is known', () => {
    const late = dated('late', '2023-02-17T22:00:00Z', 0.9);
    expect(order(dated('before', '2023-02-16', 1), dated('early', '2023-02-17T08:00:00Z', 1), late)).toEqual([
      true,
      'late',
      'early',
      'before',
    ]);
  });

  test('stay behind when they are much weaker, however new', () => {
    const weak = dated('weak', '2024-01-01', 0.5);
    expect(order(dated('old', '2023-02-17', 1), dated('new', '2023-03-01', 0.9), weak)).toEqual([
      true,
      'new',
      'old',
      'weak',
    ]);
    expect(order(dated('old', '2023-02-17', 1), weak)).toEqual([false, 'old', 'weak']);
  });

  test.each([
    ['one has no date', [dated('a', '2023-02-17', 1), dated('b', undefined, 1)]],
    ['they are of one day', [dated('a', '2023-02-17', 1), dated('b', '2023-02-17', 1)]],
    ['they are of one article', [dated('a', '2023-02-17', 1), dated('a', '2023-02-17', 1)]],
    ['there is one', [dated('a', '2023-02-17', 1)]],
    ['there is none', []],
  ])('keep their order when %s', (_, passages) => {
    expect(orderSideBySide(passages)).toEqual({ passages, isNewestFirst: false });
  });
});

test('none is lost, whatever their dates and scores', () => {
  const date = fc.constantFrom(undefined, '2023-02-17', '2023-02-17T23:30:00+14:00', '0033-04-03');
  const passage = fc.tuple(fc.constantFrom('a', 'b', 'c'), date, fc.float({ min: 0, max: 2, noNaN: true }));
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 5 }), (drafts) => {
      const passages = drafts
        .map(([id, day, score]) => dated(id, day, score))
        .toSorted((a, b) => b.score - a.score);
      const { passages: ordered } = orderSideBySide(passages);
      expect(new Set(ordered)).toEqual(new Set(passages));
      expect(ordered).toHaveLength(passages.length);
    }),
  );
});
