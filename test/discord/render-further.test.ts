import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Passage } from '../../src/answers/passage.js';
import { parseComponentId } from '../../src/discord/component-id.js';
import { PAGE, renderContextOf, renderFurther } from '../../src/discord/render-further.js';
import type { Reply } from '../../src/discord/reply.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { anyPassage, passageOf } from '../support/passages.js';
import { buttonsOf, expectWithinLimits, labelsOf, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

const receiptId = 'K7F3Q9AB';
const { reader } = ENGLISH;
const passage = passageOf('Chiu would not explain the details.');

function found(passages: readonly Passage[], isSomeChanged = false) {
  return {
    kind: 'found',
    passages: passages.map((passage, at) => ({ at, passage })),
    isSomeChanged,
  } as const;
}

const view = { receiptId, isDeclined: false, from: 0, total: 1, recalled: found([passage]) };
/** Where a button of paging leads. */
const leadsTo = (reply: Reply, label: string): readonly string[] | undefined =>
  parseComponentId(buttonsOf(reply).find((one) => one.label === label)?.id ?? '')?.args;

describe('renderFurther', () => {
  test('says what the passages are: next ones, or the closest ones', () => {
    const [head] = textsOf(renderFurther(ENGLISH, view));
    expect(head).toBe(reader.cameNext);
    const declined = renderFurther(ENGLISH, { ...view, isDeclined: true });
    expect(textsOf(declined)[0]).toBe(ENGLISH.answer.nearest);
    const several = { ...view, isDeclined: true, total: 2, recalled: found([passage, passage]) };
    expect(textsOf(renderFurther(ENGLISH, several))[0]).toBe(reader.closest);
  });

  test('has buttons only for pages that there are', () => {
    expect(labelsOf(renderFurther(ENGLISH, view))).toEqual([]);
    const middle = renderFurther(ENGLISH, { ...view, from: 3, total: 7 });
    expect(leadsTo(middle, reader.previous)).toEqual([receiptId, '0']);
    expect(leadsTo(middle, reader.next)).toEqual([receiptId, '6']);
    expect(labelsOf(renderFurther(ENGLISH, { ...view, from: 6, total: 7 }))).toEqual([reader.previous]);
  });

  test('what finds no room on a page begins the next one', () => {
    const long = passageOf(`${'word '.repeat(700)}end.`);
    const reply = renderFurther(ENGLISH, { ...view, total: 3, recalled: found([passage, long, long]) });
    const shown = textsOf(reply).filter((text) => text.includes('¶')).length;
    expect(shown).toBe(2);
    expect(leadsTo(reply, reader.next)).toEqual([receiptId, '2']);
  });

  test('tells of passages that are no longer there', () => {
    expect(textsOf(renderFurther(ENGLISH, { ...view, recalled: found([passage], true) }))[0]).toContain(
      'left out',
    );
    expect(textsOf(renderFurther(ENGLISH, { ...view, recalled: found([], true) }))[0]).toContain(
      ENGLISH.answer.changed,
    );
    expect(textsOf(renderFurther(ENGLISH, { ...view, from: 5 })).join('')).toBe(reader.noMore);
    const notReady = renderFurther(ENGLISH, { ...view, recalled: { kind: 'not-ready' } });
    expect(textsOf(notReady).join('')).toBe(ENGLISH.general.notReady);
  });

  test('whatever came next, every passage of forty is reached, page by page, within the limits', () => {
    const many = fc.array(anyPassage, { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(anyTexts, many, fc.boolean(), (texts, passages, isDeclined) => {
        let from = 0;
        let headings = 0;
        for (let pages = 0; pages <= passages.length; pages++) {
          const recalled = found(passages.slice(from, from + PAGE));
          const reply = renderFurther(texts, {
            receiptId,
            isDeclined,
            from,
            total: passages.length,
            recalled,
          });
          expectWithinLimits(reply);
          headings += textsOf(reply).filter((text) => text.startsWith('### ')).length;
          const next = Number(leadsTo(reply, texts.reader.next)?.[1]);
          if (Number.isNaN(next)) break;
          expect(next).toBeGreaterThan(from);
          from = next;
        }
        expect(headings).toBe(passages.length);
      }),
      { numRuns: 40 },
    );
  });
});

const shown = [
  { paragraph: 9, last: 9 },
  { paragraph: 2, last: 3 },
];
const context = { kind: 'found', passage, page: 0, hasBefore: false, hasBehind: true } as const;

describe('renderContextOf', () => {
  test('turns back and on, and to the other passages of the answer', () => {
    const reply = renderContextOf(ENGLISH, { receiptId, at: 0, shown, context });
    expect(labelsOf(reply)).toEqual([reader.before, reader.behind, 'Passage ¶2–3']);
    expect(JSON.stringify(reply)).toMatch(/"label":"Before","disabled":true/u);
    expect(leadsTo(reply, reader.behind)).toEqual([receiptId, '0', '1']);
    expect(leadsTo(reply, 'Passage ¶2–3')).toEqual([receiptId, '1', '0']);
  });

  test('of a passage that was changed leads to the others all the same', () => {
    const reply = renderContextOf(ENGLISH, { receiptId, at: 1, shown, context: { kind: 'changed' } });
    expect(textsOf(reply).join('')).toBe(ENGLISH.answer.changed);
    expect(labelsOf(reply)).toEqual(['Passage ¶9']);
  });

  test('whatever the passage and the page, it stays within the limits', () => {
    fc.assert(
      fc.property(
        anyTexts,
        anyPassage,
        fc.integer({ min: -9, max: 9 }),
        fc.boolean(),
        (texts, passage, page, is) => {
          const context = { kind: 'found', passage, page, hasBefore: is, hasBehind: !is } as const;
          expectWithinLimits(renderContextOf(texts, { receiptId, at: 0, shown, context }));
        },
      ),
    );
  });
});
