import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupGaps, MOST_GROUPED, type GroupedGaps } from '../../src/discord/gap-groups.js';
import { renderGaps, renderGapsFile } from '../../src/discord/render-gaps.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import type { Gap } from '../../src/state/gaps.js';
import { findMarkup } from '../support/discord-markdown.js';
import { hostileText } from '../support/hostile-text.js';
import { buttonsOf, expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

const DAY = Date.UTC(2026, 10, 24);

function gap(question: string, fields: Partial<Gap> = {}): Gap {
  return { guildId: 'one', at: DAY, receiptId: 'AAAAAAAA', reason: 'declined', question, ...fields };
}

/** Questions that begin with the same letter ask for the same. */
const byLetter = {
  groupSimilar(questions: readonly string[]) {
    const groups = new Map<string, number[]>();
    for (const [at, question] of questions.entries()) {
      groups.set(question.charAt(0), [...(groups.get(question.charAt(0)) ?? []), at]);
    }
    const members = [...groups.values()].toSorted((a, b) => b.length - a.length);
    return Promise.resolve(
      members.map((at) => ({
        representative: questions[at.at(-1) ?? 0] ?? '',
        count: at.length,
        members: at,
      })),
    );
  },
};
const questionsOf = ({ groups }: GroupedGaps) =>
  groups.map(({ gaps }) => gaps.map(({ question }) => question));

describe('gaps', () => {
  test('are put together, the group with the newest question first, newest first in each', async () => {
    const gaps = ['x1', 'a2', 'b1', 'a1', 'a0'].map((question) => gap(question));
    const grouped = await groupGaps(gaps, byLetter);
    expect(questionsOf(grouped)).toEqual([['x1'], ['a2', 'a1', 'a0'], ['b1']]);
    expect(grouped.groups[1]?.question).toBe('a0');
  });

  test('beyond a number are not compared, and none is lost', async () => {
    const gaps = Array.from({ length: MOST_GROUPED + 3 }, (_, at) => gap(`a${at}`));
    const grouped = await groupGaps(gaps, byLetter);
    expect(questionsOf(grouped)[0]).toHaveLength(MOST_GROUPED);
    expect(grouped.older.map(({ question }) => question)).toEqual(['a500', 'a501', 'a502']);
    expect(textsOf(renderGaps(ENGLISH, grouped, 0))[0]).toContain(
      '503 questions, 1 subject\nOnly the newest are put together, 500 questions; the file has all.',
    );
    expect(renderGapsFile(ENGLISH, grouped).file?.content.match(/\r\n/gu)).toHaveLength(504);
  });

  test('tell how often they were declined and marked wrong, and the day', async () => {
    const gaps = [gap('a?', { reason: 'wrong' }), gap('a*', { at: DAY - 1 }), gap('a-')];
    const reply = renderGaps(ENGLISH, await groupGaps(gaps, byLetter), 0);
    expect(textsOf(reply)[1]).toBe(
      `“a-”\n-# 3 questions · declined: 2 · marked wrong: 1 · <t:${DAY / 1000}:D>`,
    );
    expect(buttonsOf(reply)).toEqual([]);
  });

  test('fill pages; one that there is not is the last one', async () => {
    const gaps = Array.from({ length: 20 }, (_, at) => gap(`${String.fromCodePoint(97 + at)}?`));
    const grouped = await groupGaps(gaps, byLetter);
    const page = (at: number) => renderGaps(ENGLISH, grouped, at);
    expect([0, 1, 2].map((at) => buttonsOf(page(at)).map(({ id }) => id))).toEqual([
      ['gaps-page:1:1'],
      ['gaps-page:1:0', 'gaps-page:1:2'],
      ['gaps-page:1:1'],
    ]);
    expect(page(9999)).toEqual(page(2));
    const all = [0, 1, 2].flatMap((at) => textsOf(page(at))).join('\n');
    for (const { question } of gaps) expect(all).toContain(question);
  });

  test('as a table have a row each, with the day and without who asked', async () => {
    const { file } = renderGapsFile(
      ENGLISH,
      await groupGaps([gap('a=1', { at: DAY + 1 }), gap('=2')], byLetter),
    );
    expect(file).toEqual({
      name: 'gaps.csv',
      content:
        '\uFEFF"subject","subject_question","day","reason","question"\r\n' +
        '"1","a=1","2026-11-24","declined","a=1"\r\n' +
        '"2","\'=2","2026-11-24","declined","\'=2"\r\n',
    });
  });
});

test('whatever was asked, in every language: inside the limits, nothing formatted, nobody pinged', async () => {
  const long = fc.oneof(hostileText, hostileText.map((text) => text.repeat(40).slice(0, 2000)), fc.constant('*'.repeat(2000))); // prettier-ignore
  await fc.assert(
    fc.asyncProperty(
      anyTexts,
      fc.array(long, { minLength: 1, maxLength: 12 }),
      fc.nat(3),
      async (texts, questions, page) => {
        const gaps = questions.map((question, at) => gap(question, at % 2 === 0 ? {} : { reason: 'wrong' }));
        const grouped = { groups: gaps.map((one) => ({ question: one.question, gaps: [one] })), older: [] };
        const reply = renderGaps(texts, grouped, page);
        expectWithinLimits(reply);
        expectWithinLimits(renderGapsFile(texts, grouped));
        const asked =
          textsOf(reply)[1]
            ?.split('\n')
            .filter((line) => !line.startsWith('-# ')) ?? [];
        expect(asked.length).toBeLessThanOrEqual(8);
        for (const line of asked) expect(findMarkup(line)).toEqual([]);
      },
    ),
  );
});
