import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/answer.js';
import { decline } from '../../src/answers/asked.js';
import { referTo } from '../../src/answers/references.js';
import { parseComponentId, writeReference } from '../../src/discord/component-id.js';
import { renderAnswer, renderNearest } from '../../src/discord/render-answer.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { anyPassage, passageOf } from '../support/passages.js';
import { buttonsOf, expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

const TEXT = 'Chiu said he was "not very certain". He would not explain the details.';

describe('renderAnswer', () => {
  test('an answer is passages with their headings, and no button', () => {
    const passage = passageOf(TEXT, { highlights: [{ start: 0, end: 36 }] });
    const reply = renderAnswer(ENGLISH, { kind: 'answered', confidence: 0.9, passages: [passage] }, referTo);
    expect(textsOf(reply)).toEqual([
      '### A visit\n-# Example Times · <t:1676635200:D> · ¶3',
      '**Chiu said he was "not very certain".** He would not explain the details.',
    ]);
    expect(buttonsOf(reply)).toEqual([]);
  });

  test('a declined question shows no word of any article; the nearest passage is behind a button', () => {
    const passage = passageOf(TEXT);
    const reply = renderAnswer(ENGLISH, decline(0.1, passage), referTo);
    expect(JSON.stringify(reply)).not.toContain('Chiu');
    const [button] = buttonsOf(reply);
    expect(parseComponentId(button?.id ?? '')).toEqual({
      kind: 'nearest',
      version: 1,
      args: writeReference(referTo(passage)),
    });
  });

  test.each<[string, Answer, RegExp]>([
    ['no button where nothing is near', decline(0), /found nothing/u],
    ['an unknown article is said to be one', { kind: 'unknown-article' }, /no such article/u],
    ['before the first index it says so', { kind: 'not-ready' }, /first time/u],
  ])('%s', (_name, answer, expected) => {
    const reply = renderAnswer(ENGLISH, answer, referTo);
    expect(textsOf(reply).join('\n')).toMatch(expected);
    expect(buttonsOf(reply)).toEqual([]);
  });

  test('whatever the passages and the language, it stays within the limits', () => {
    const several = fc.array(anyPassage, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyTexts, several, (texts, [first, ...others]) => {
        if (first === undefined) return;
        const passages = [first, ...others];
        expectWithinLimits(renderAnswer(texts, { kind: 'answered', confidence: 1, passages }, referTo));
        expectWithinLimits(renderAnswer(texts, decline(0, first), referTo));
        expectWithinLimits(renderNearest(texts, { kind: 'found', passage: first }));
      }),
    );
  });
});

describe('renderNearest', () => {
  test('says that it may not answer, and shows the passage', () => {
    const texts = textsOf(renderNearest(ENGLISH, { kind: 'found', passage: passageOf(TEXT) }));
    expect(texts[0]).toContain('may not answer');
    expect(texts.at(-1)).toBe(TEXT);
  });

  test('says so when the article was changed meanwhile', () => {
    expect(textsOf(renderNearest(ENGLISH, { kind: 'changed' })).join('')).toMatch(/changed or removed/u);
  });
});
