/** Passages and answers as data, for tests of how they are shown. */
import fc from 'fast-check';
import type { Passage } from '../../src/answers/passage.js';
import { splitSentences } from '../../src/text/sentences.js';
import { hostileParagraph, hostileText } from './hostile-text.js';

export function passageOf(text: string, overrides: Partial<Passage> = {}): Passage {
  return {
    attribution: { articleId: 'visit', title: 'A visit', source: 'Example Times', date: '2023-02-17' },
    alsoIn: [],
    paragraph: 3,
    last: 3,
    text,
    highlights: [],
    score: 1,
    ...overrides,
  };
}

const name = hostileText.filter((text) => text.trim() !== '');

const attribution = fc.record(
  {
    articleId: fc.string({ minLength: 1, maxLength: 150 }),
    title: name,
    source: name,
    author: name,
    date: fc.constantFrom('2023-02-17', '2023-02-17T23:30:00+14:00', '0033-04-03'),
    url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
  },
  { requiredKeys: ['articleId', 'title'] },
);

/** Passages with hostile texts and names, mostly with one or two sentences of theirs pointed out. */
export const anyPassage: fc.Arbitrary<Passage> = fc
  .tuple(hostileParagraph, attribution, fc.nat(), fc.nat(2), fc.integer({ min: 1, max: 900 }))
  .map(([text, from, pick, count, paragraph]) => {
    const sentences = splitSentences(text);
    const first = sentences.length === 0 ? 0 : pick % sentences.length;
    const highlights = sentences.slice(first, first + count);
    return passageOf(text, { attribution: from, highlights, paragraph, last: paragraph + (pick % 2) });
  });
