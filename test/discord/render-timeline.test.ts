import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShownPassage } from '../../src/answers/shown-passages.js';
import { renderTimeline, topicLabel } from '../../src/discord/render-timeline.js';
import { ENGLISH, type Texts } from '../../src/discord/texts/english.js';
import { findMarkup, unescapeMarkdown } from '../support/discord-markdown.js';
import { hostileText } from '../support/hostile-text.js';
import { anyPassage, passageOf } from '../support/passages.js';
import { buttonsOf, expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

const found = (date: string, text: string): ShownPassage => ({
  kind: 'found',
  passage: passageOf(text, {
    attribution: { articleId: date, title: `Of ${date}`, date },
    highlights: [{ start: 0, end: text.length }],
  }),
});
const days = (count: number, text = 'It was seen again.'): ShownPassage[] =>
  Array.from({ length: count }, (_, at) => found(`2023-01-${String(at + 1).padStart(2, '0')}`, text));

const linkTo = (page: number): string => `timeline:1:${page}`;

function render(texts: Texts, entries: readonly ShownPassage[], page: number, topic = 'balloon') {
  return renderTimeline(texts, { id: 'K7F3Q9AB', topic, entries, leftOut: 0, undated: 0, page, linkTo });
}

/** Titles of the articles on each page. */
function titlesOn(entries: readonly ShownPassage[], page: number): string[] {
  return textsOf(render(ENGLISH, entries, page)).flatMap((text) => /Of (\S+)/u.exec(text)?.[1] ?? []);
}

describe('pages', () => {
  test('have five days each, and lead to each other', () => {
    const entries = days(12);
    expect([1, 2, 3].map((page) => titlesOn(entries, page).length)).toEqual([5, 5, 2]);
    expect([1, 2, 3].flatMap((page) => titlesOn(entries, page))).toHaveLength(12);
    expect(buttonsOf(render(ENGLISH, entries, 2))).toEqual([
      { id: 'timeline:1:1', label: 'Earlier days' },
      { id: 'timeline:1:3', label: 'Later days' },
    ]);
  });

  test('that there are not are the nearest ones', () => {
    expect(titlesOn(days(7), 0)).toEqual(titlesOn(days(7), 1));
    expect(titlesOn(days(7), 99)).toEqual(titlesOn(days(7), 2));
  });

  test('have fewer days where the sentences are long, and no sentence is cut', () => {
    const long = `${'very '.repeat(300)}long.`;
    expect([1, 2, 3].map((page) => titlesOn(days(5, long), page).length)).toEqual([2, 2, 1]);
    expect(textsOf(render(ENGLISH, days(5, long), 1))).toContain(long);
  });

  test('are not spoken of where there is one', () => {
    const reply = render(ENGLISH, days(5), 1);
    expect(buttonsOf(reply)).toEqual([]);
    expect(textsOf(reply).join('')).not.toContain('Page');
  });
});

test('a day is the one that the article gives, whatever its time zone', () => {
  const [, heading] = textsOf(render(ENGLISH, [found('2023-02-17T23:30:00-11:00', 'It was late.')], 1));
  expect(heading).toMatch(/^### <t:1676635200:D>\n/u);
});

test('a sentence that no message can hold is named, not cut', () => {
  expect(textsOf(render(ENGLISH, days(1, `${'very '.repeat(1000)}long.`), 1)).join('')).toContain(
    'longer than a Discord message',
  );
});

const anyEntry: fc.Arbitrary<ShownPassage> = fc.oneof(
  { weight: 5, arbitrary: anyPassage.map((passage) => ({ kind: 'found' as const, passage })) },
  fc.constant({ kind: 'changed' as const, now: undefined, movedTo: undefined }),
);

test('whatever the sentences: inside all limits, verbatim, nothing formatted', () => {
  const entries = fc.array(anyEntry, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      anyTexts,
      entries,
      hostileText,
      fc.integer({ min: 1, max: 20 }),
      (texts, all, topic, page) => {
        const reply = render(texts, all, page, topic);
        expectWithinLimits(reply);
        const bodies = textsOf(reply).filter((text) => !/^(?:###|-#) /u.test(text));
        for (const body of bodies) {
          const words = unescapeMarkdown(body);
          expect(all.some((one) => one.kind === 'found' && one.passage.text.includes(words))).toBe(true);
          expect(findMarkup(body)).toEqual([]);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('every day stands on one page, in order, however long the sentences are', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(lengths, (all) => {
      const entries = all.map((length, at) =>
        found(`2023-01-${String(at + 1).padStart(2, '0')}`, 'x'.repeat(length)),
      );
      const pages = Array.from({ length: all.length }, (_, at) => titlesOn(entries, at + 1));
      const titles = [...new Set(pages.map((page) => page.join()))].join().split(',');
      expect(titles).toEqual(
        entries.map((one) => (one.kind === 'found' ? one.passage.attribution.articleId : '')),
      );
    }),
    { numRuns: 50 },
  );
});

test('a topic of any kind fits into a button', () => {
  fc.assert(
    fc.property(hostileText, (topic) => {
      expect(topicLabel(topic).length).toBeLessThanOrEqual(60);
      expect(topicLabel(topic)).not.toContain(':');
    }),
  );
});
