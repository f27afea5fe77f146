import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuotationAnswer, QuotationPlace } from '../../src/answers/answer.js';
import { VERDICT_LABELS } from '../../src/answers/verdict-labels.js';
import { referTo } from '../../src/answers/references.js';
import { parseComponentId } from '../../src/discord/component-id.js';
import { renderQuotation } from '../../src/discord/render-quotation.js';
import { MOST_QUOTATIONS, renderQuotations } from '../../src/discord/render-quotations.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { hostileText } from '../support/hostile-text.js';
import { anyPassage, passageOf } from '../support/passages.js';
import { buttonsOf, expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

/** A place about which nothing more is known. */
const PLAIN = { flags: [], isQuoted: true, isNested: false, speaker: undefined } as const;
const TEXT = '"I won\'t explain the details," he said. Then he left.';
const LABELS = Object.values(VERDICT_LABELS);

function countLabels(texts: readonly string[]): number {
  const all = texts.join('\n');
  return LABELS.reduce((sum, label) => sum + all.split(label).length - 1, 0);
}

const altered = {
  kind: 'checked',
  verdict: 'altered',
  places: [
    {
      passage: passageOf(TEXT),
      span: { start: 1, end: 28 },
      differences: [{ quoted: 'will', original: "won't", originalSpan: { start: 3, end: 8 } }],
      flags: [{ kind: 'negation', quoted: 'will', original: "won't" }],
      isQuoted: true,
      isNested: false,
      speaker: {
        name: 'he',
        said: 'he said',
        person: { name: 'Chiu Kuo-cheng', sentence: 'Chiu Kuo-cheng met reporters.' },
        isGuess: false,
      },
    },
  ],
} satisfies QuotationAnswer;

/** Whether a message says that something seems left out or added. */
const isTold = (answer: QuotationAnswer) =>
  textsOf(renderQuotation(ENGLISH, answer, referTo))
    .join('\n')
    .includes(ENGLISH.quotation.leavesOutOrAdds);

describe('renderQuotation', () => {
  test('an altered quotation: verdict, place, the words in bold, who said them, what differs', () => {
    expect(textsOf(renderQuotation(ENGLISH, altered, referTo))).toEqual([
      '**Altered quote**',
      '### A visit\n-# Example Times · <t:1676635200:D> · ¶3',
      `"**I won't explain the details**," he said. Then he left.`,
      'Probably said by **Chiu Kuo-cheng** (he said)\n-# Named here: “Chiu Kuo-cheng met reporters.”',
      "I ~~will~~ **won't** explain the details\n-# Struck out: as quoted. Bold: what the article has.",
      "To look at twice:\n- negation added or lost: **will** for **won't**",
      "Differences:\n- quoted **will**, the article has **won't**",
    ]);
  });

  test.each([
    [{ quoted: 'never', original: '' }, '- quoted **never**, which the article does not have here'],
    [{ quoted: '', original: 'not' }, '- left out: the article has **not**'],
    [{ quoted: '[…]', original: 'so far' }, '- \\[…\\] stands for **so far**'],
    [
      { quoted: '[the man]', original: 'he' },
      '- put in by whoever quotes: \\[the man\\], where the article has **he**',
    ],
  ])('words added or left out are told as such: %j', (difference, expected) => {
    const [place] = altered.places;
    if (place === undefined) throw new Error('no place');
    const differences = [{ ...difference, originalSpan: { start: 0, end: 0 } }];
    const texts = textsOf(
      renderQuotation(ENGLISH, { ...altered, places: [{ ...place, differences }] }, referTo),
    );
    expect(texts.at(-1)).toContain(expected);
  });

  test('that something seems left out or added is said where nothing else is called out', () => {
    const meaning = { leavesOutOrAdds: true, onlyQuoted: [], onlyOriginal: ['the details'], evidence: [] };
    const plain = { ...altered, places: altered.places.map((place) => ({ ...place, flags: [] })) };
    expect(isTold({ ...plain, meaning })).toBe(true);
    expect(isTold({ ...plain, meaning: { ...meaning, leavesOutOrAdds: false } })).toBe(false);
    expect(isTold({ ...altered, meaning })).toBe(false);
  });

  test('further articles with the same words are named', () => {
    const places = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) => ({
      passage: passageOf(TEXT, { attribution: { articleId: title, title } }),
      span: { start: 1, end: 28 },
      differences: [],
      ...PLAIN,
    }));
    const texts = textsOf(renderQuotation(ENGLISH, { kind: 'checked', verdict: 'exact', places }, referTo));
    expect(texts.filter((text) => text.startsWith('### '))).toHaveLength(3);
    expect(texts.at(-1)).toBe('Also in:\n- Four (Four · ¶3)\n- Five (Five · ¶3)');
  });

  test('the button leads to the paragraph of the first place', () => {
    const [button] = buttonsOf(renderQuotation(ENGLISH, altered, referTo));
    expect(button?.label).toBe('Show the context');
    expect(parseComponentId(button?.id ?? '')).toMatchObject({ kind: 'context', version: 1 });
    expect(parseComponentId(button?.id ?? '')?.args[1]).toBe('3');
  });

  test("the reporter's own words are told apart, and so is a quotation inside a quotation", () => {
    const place = { passage: passageOf(TEXT), span: { start: 1, end: 28 }, differences: [], ...PLAIN };
    const texts = textsOf(
      renderQuotation(
        ENGLISH,
        { kind: 'checked', verdict: 'exact', places: [{ ...place, isQuoted: false, isNested: true }] },
        referTo,
      ),
    );
    expect(texts.at(-1)).toMatch(/Not between quotation marks.*\n.*inside a quotation/u);
  });

  test('nothing to look up, and nothing to look in, are answered in words', () => {
    expect(textsOf(renderQuotation(ENGLISH, { kind: 'no-words' }, referTo)).join('')).toMatch(
      /no letter and no digit/u,
    );
    expect(textsOf(renderQuotation(ENGLISH, { kind: 'not-ready' }, referTo)).join('')).toMatch(/first time/u);
  });
});

const anyPlace: fc.Arbitrary<QuotationPlace> = fc
  .tuple(anyPassage, fc.nat(), fc.nat(), fc.array(fc.tuple(hostileText, hostileText), { maxLength: 20 }))
  .map(([passage, a, b, texts]) => {
    const [start, end] = [a % passage.text.length, b % passage.text.length].toSorted((x, y) => x - y);
    const differences = texts.map(([quoted, original]) => ({
      quoted,
      original,
      originalSpan: { start: 0, end: 0 },
    }));
    const [quoted = '', original = ''] = texts[0] ?? [];
    const speaker = {
      name: quoted,
      said: original,
      person: { name: original, sentence: quoted },
      isGuess: a % 2 === 0,
    };
    return {
      passage,
      span: { start: start ?? 0, end: end ?? 0 },
      differences,
      flags: texts.map(([quoted, original]) => ({ kind: 'number', quoted, original })),
      isQuoted: a % 3 === 0,
      isNested: b % 2 === 0,
      speaker: b % 3 === 0 ? undefined : speaker,
    };
  });

const runs = fc.array(
  hostileText.filter((text) => text.trim() !== ''),
  { maxLength: 3 },
);
const anyMeaning = fc.record({
  leavesOutOrAdds: fc.boolean(),
  onlyQuoted: runs,
  onlyOriginal: runs,
  evidence: fc.constant([]),
});

const anyAnswer: fc.Arbitrary<QuotationAnswer> = fc.oneof(
  { weight: 5, arbitrary: fc.record({
    kind: fc.constant('checked' as const),
    verdict: fc.constantFrom('exact', 'punctuation', 'altered', 'paraphrase'),
    places: fc.array(anyPlace, { minLength: 1, maxLength: 8 }),
    meaning: fc.option(anyMeaning, { nil: undefined }),
  }) },
  fc.constant({ kind: 'checked', verdict: 'not-found', places: [] } as const),
); // prettier-ignore

describe('whatever was found', () => {
  test('one verdict a quotation, inside all limits', () => {
    const several = fc.array(fc.record({ quote: hostileText, answer: anyAnswer }), {
      minLength: 1,
      maxLength: MOST_QUOTATIONS,
    });
    fc.assert(
      fc.property(anyTexts, several, (texts, checked) => {
        const reply = renderQuotations(texts, checked, referTo);
        expectWithinLimits(reply);
        expect(countLabels(textsOf(reply))).toBe(checked.length);
      }),
    );
  });
});

test('several quotations stand in their order, each under its own first words', () => {
  const quotes = ['First of them', 'Second of them'];
  const texts = textsOf(
    renderQuotations(
      ENGLISH,
      quotes.map((quote) => ({ quote, answer: altered })),
      referTo,
    ),
  );
  expect(texts).toHaveLength(4);
  expect(texts[0]).toContain('“First of them”\n**Altered quote** · A visit · Example Times · ¶3');
  expect(texts[2]).toContain('“Second of them”');
});
