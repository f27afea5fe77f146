import { describe, expect, test } from 'vitest';
import { makeArticle } from '../support/snapshots.js';
import { checkIn, expectSpans } from './checking.js';

const FILLER = Array.from(
  { length: 30 },
  (_, n) => `Nothing of interest was said by visitor ${n} on that day.`,
);
const SAID = [
  'Mayor Lopez called the new harbour a gift to fishermen, and thanked every engineer.',
  'Commuters praised the wider bridges across town.',
  'Critics doubt whether the lighthouse survives another winter.',
];
const paragraphs = SAID.flatMap((said) => [said, ...FILLER]);
const article = makeArticle({ articleId: 'a', paragraphs });
const other = makeArticle({ articleId: 'b', paragraphs: FILLER });

async function check(quote: string) {
  const result = await checkIn([article, other], quote);
  expectSpans(result);
  return { ...result, shown: result.matches.map(({ article: { text }, span }) => text.slice(span.start, span.end)) };
} // prettier-ignore

describe('exact fragments with ellipses between them', () => {
  test('are found however far apart they are, each as a place, and nothing is spliced', async () => {
    const parts = [
      'a gift to fishermen',
      'praised the wider bridges',
      'the lighthouse survives another winter',
    ];
    const { verdict, matches, shown } = await check(parts.join(' … '));
    expect(verdict).toBe('altered');
    expect(shown).toEqual(parts);
    expect(matches.flatMap(({ differences, flags }) => [...differences, ...flags])).toEqual([]);
  });

  test('are one place where they are near each other, and the dots stand for what lies between', async () => {
    const { verdict, matches, shown } = await check('the new harbour […] thanked every engineer … the wider bridges');
    expect(verdict).toBe('altered');
    expect(shown).toEqual(['the new harbour a gift to fishermen, and thanked every engineer', 'the wider bridges']);
    const [first] = matches;
    expect(first?.differences).toMatchObject([{ quoted: '[…]', original: 'a gift to fishermen, and' }]);
  }); // prettier-ignore

  test('are found in fewer than six words, too, when these are rare together', async () => {
    const { verdict, shown } = await check('called the … thanked every engineer');
    expect(verdict).toBe('altered');
    expect(shown).toEqual(['called the new harbour a gift to fishermen, and thanked every engineer']);
  });

  test.each([
    ['in another order', 'the lighthouse survives … the new harbour'],
    ['not word for word', 'old harbour … thanked every engineer'],
    ['one of them a single word', 'harbour … thanked every engineer'],
    ['what anybody says', 'on that … of interest'],
    ['without an ellipsis', 'called the thanked every engineer'],
  ])('are not when they are %s', async (_, quote) => {
    expect((await check(quote)).verdict).toBe('not-found');
  });

  test('the closest places of the same fragment are named', async () => {
    const twice = makeArticle({ articleId: 'a', paragraphs: [SAID[0] ?? '', ...FILLER, ...SAID] });
    const { matches } = await checkIn([twice], 'thanked every engineer … the wider bridges across');
    expect(matches.map(({ first }) => first)).toEqual([FILLER.length + 2]);
  });
});
