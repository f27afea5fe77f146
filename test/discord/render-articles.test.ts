import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleCard, Shelf } from '../../src/answers/answer.js';
import { renderCard, renderShelf } from '../../src/discord/render-articles.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { hostileText } from '../support/hostile-text.js';
import { anyPassage } from '../support/passages.js';
import { expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

const attribution = { articleId: 'visit', title: 'A visit', source: 'Example Times', date: '2023-02-17' };

describe('renderShelf', () => {
  test('tells how much there is, from whom, and what is new', () => {
    const shelf: Shelf = {
      articles: 1200,
      paragraphs: 1,
      sources: [{ source: 'Example Times', articles: 1200 }],
      newest: [attribution],
    };
    expect(textsOf(renderShelf(ENGLISH, shelf, 'forever'))).toEqual([
      '### 1,200 articles, 1 paragraph',
      '**Sources**\n- Example Times: 1,200',
      '**Newest**\n- A visit (Example Times · <t:1676635200:D>)',
      `-# ${ENGLISH.settings.keeping.forever}`,
    ]);
  });

  test('before the first index it says so', () => {
    expect(textsOf(renderShelf(ENGLISH, { kind: 'not-ready' }, 'off')).join('')).toMatch(/first time/u);
  });
});

describe('renderCard', () => {
  const card: ArticleCard = {
    attribution,
    tags: ['Taiwan'],
    language: 'en',
    paragraphs: 21,
    words: 800,
    related: ['Another article'],
  };

  test('tells what an article says of itself, and its related titles as such', () => {
    expect(textsOf(renderCard(ENGLISH, card))).toEqual([
      '### A visit\n-# Example Times · <t:1676635200:D>',
      '21 paragraphs, 800 words\nLanguage: English',
      '**Tags**\n- Taiwan',
      '**Related, as named by the article**\n- Another article',
    ]);
  });

  test('an unknown article is said to be one', () => {
    expect(textsOf(renderCard(ENGLISH, { kind: 'unknown-article' })).join('')).toMatch(/no such article/u);
  });

  test('whatever the names, both stay within the limits', () => {
    const names = fc.array(hostileText, { maxLength: 40 });
    fc.assert(
      fc.property(
        anyTexts,
        fc.array(anyPassage, { minLength: 1, maxLength: 5 }),
        names,
        (texts, passages, related) => {
          const newest = passages.map((passage) => passage.attribution);
          const sources = related.map((source) => ({ source, articles: 3 }));
          expectWithinLimits(renderShelf(texts, { articles: 5, paragraphs: 5, sources, newest }, 'off'));
          expectWithinLimits(
            renderCard(texts, { ...card, attribution: newest[0] ?? attribution, related, tags: related }),
          );
        },
      ),
    );
  });
});
