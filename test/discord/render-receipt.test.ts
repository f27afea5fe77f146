import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referToShown } from '../../src/answers/shown-passages.js';
import { renderReceipt, type Explained } from '../../src/discord/render-receipt.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { hostileText } from '../support/hostile-text.js';
import { anyPassage, passageOf } from '../support/passages.js';
import { expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

const passage = passageOf('Chiu would not explain the details.', { score: 1.23456 });
const reference = referToShown(passage);
const receipt = {
  id: 'K7F3Q9AB',
  at: 1_700_000_000_000,
  guildId: '1',
  question: 'What did Chiu say?',
  generation: 12,
  model: 'e5-small-v2',
  evidence: 0.9312,
  threshold: 0.8471,
  confidence: 0.98155,
  outcome: 'answer',
  shown: [reference],
  further: [reference],
};
const listed = { reference, found: { kind: 'found', passage } } as const;
const explained: Explained = { receipt, votes: { right: 0, wrong: 0 }, shown: [listed], further: [] };
const textOf = (one: Explained): string => textsOf(renderReceipt(ENGLISH, one)).join('\n');

describe('renderReceipt', () => {
  test('says in words what the numbers mean', () => {
    const text = textOf(explained);
    expect(text).toContain('came to 0.931.');
    expect(text).toContain('0.847 is needed');
    expect(text).toContain('Confidence 0.982, from 0 to 1; passages are shown from 0.5 on.');
    expect(text).toContain('Index generation 12, model e5-small-v2');
    expect(text).toContain('A visit (Example Times · <t:1676635200:D> · ¶3, score 1.235)');
    expect(text).not.toContain('Chiu would');
    expect(text).not.toContain('Voted');
  });

  test('of a question that was not looked up says so, and no number', () => {
    const unknown = { evidence: null, threshold: null, model: '', question: undefined };
    const text = textOf({ ...explained, receipt: { ...receipt, ...unknown, outcome: 'nothing' }, shown: [] });
    expect(text).toContain('nothing to look up');
    expect(text).not.toContain('no passage is even close');
    expect(text).not.toContain('generation');
  });

  test.each([
    ['answer', ENGLISH.why.answered, '**Came next**'],
    ['closest', ENGLISH.why.closest, '**Closest**'],
    ['nothing', ENGLISH.why.nothing, '**Closest**'],
  ])('of the outcome "%s" says what was done, and why', (outcome, words, title) => {
    const text = textOf({ ...explained, receipt: { ...receipt, outcome }, further: [listed] });
    expect(text).toContain(words);
    expect(text).toContain('0.847 is needed');
    expect(text).toContain(title);
  });

  test('of a timeline says how it was put together, and with which index', () => {
    const timeline = {
      ...receipt,
      evidence: null,
      threshold: null,
      outcome: 'timeline',
      question: undefined,
    };
    const text = textOf({ ...explained, receipt: timeline });
    expect(text).toContain(ENGLISH.why.timeline);
    expect(text).toContain('Index generation 12, model e5-small-v2');
    expect(text).toContain('**Shown**');
    for (const words of ['Declined', 'nothing to look up', 'Confidence']) expect(text).not.toContain(words);
  });

  test('a passage that is gone is listed by its place', () => {
    const gone = { reference, found: { kind: 'changed', now: undefined, movedTo: undefined } } as const;
    expect(textOf({ ...explained, further: [gone] })).toContain('changed or removed since (¶3, score 1.235)');
  });

  test('whatever was asked and found, thirty passages, any language: within the limits, and nothing pings', () => {
    const many = fc.array(anyPassage, { maxLength: 30 });
    fc.assert(
      fc.property(
        anyTexts,
        many,
        many,
        hostileText,
        fc.double(),
        (texts, shown, further, question, score) => {
          const list = (passages: typeof shown): Explained['shown'] =>
            passages.map((one) => ({
              reference: { ...referToShown(one), score },
              found: { kind: 'found', passage: one },
            }));
          const reply = renderReceipt(texts, {
            receipt: { ...receipt, question },
            votes: { right: 12_000, wrong: 3 },
            shown: list(shown),
            further: list(further),
          });
          expectWithinLimits(reply);
          const plain = textsOf(reply)
            .join('\n')
            .replaceAll(/\\[\s\S]/gu, '');
          expect(plain).not.toMatch(/@(?:everyone|here)\b|<(?:@[!&]?|#)\d{15,21}>/u);
        },
      ),
    );
  });
});
