import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOTHING_LASTING, readLasting } from '../../../src/discord/lasting.js';
import { escapeLine } from '../../../src/discord/markdown.js';
import type { Reply } from '../../../src/discord/reply.js';
import { renderAmendment, type AmendmentView } from '../../../src/discord/watch/render-amendment.js';
import type { RecalledPassage } from '../../../src/discord/watch/render-amended.js';
import { ENGLISH } from '../../../src/discord/texts/english.js';
import { anyRecalled, changed, vanished } from '../../support/amendments.js';
import { hostileText } from '../../support/hostile-text.js';
import { findMarkup, unescapeMarkdown } from '../../support/discord-markdown.js';
import { passageOf } from '../../support/passages.js';
import { expectWithinLimits, textsOf } from '../../support/replies.js';
import { anyTexts } from '../../support/texts.js';

const amend = (passages: readonly RecalledPassage[], more: Partial<AmendmentView> = {}): Reply =>
  renderAmendment(ENGLISH, { passages, lasting: NOTHING_LASTING, ...more });
const SENTENCE = 'The minister said nothing that anybody could have remembered on the next day.';
const shown = passageOf('A ferry lost four containers in the storm.', { highlights: [{ start: 0, end: 7 }] });

/** What a message may say beside passages: as long as questions and lists get, escaped. */
const linesOf = (maxLength: number): fc.Arbitrary<string[]> =>
  fc.array(
    hostileText.filter((text) => text.trim() !== '').map((text) => `-# ${escapeLine(text).slice(0, 900)}`),
    { maxLength },
  );

/** Begins and ends with a day, far apart. */
function longText(day: string): string {
  return [`It began on ${day}.`, SENTENCE.repeat(60), `It ended on ${day}.`].join(' ');
}

describe('an amended message', () => {
  test('begins with that, and has the old words, the new ones and the difference', () => {
    const texts = textsOf(amend([changed(shown, 'A ferry lost five of its containers in the storm.')]));
    expect(texts[0]).toBe('**Source amended**');
    expect(texts[1]).toContain('Example Times');
    expect(texts[1]).toContain('Noticed on <t:1795478400:D>');
    expect(texts.slice(2)).toEqual([
      'A ferry lost ~~four~~ containers in the storm.',
      `-# ${ENGLISH.watch.wordsNow}`,
      'A ferry lost **five of its** containers in the storm.',
    ]);
  });

  test('says that only marks have changed', () => {
    const texts = textsOf(amend([changed(shown, 'A ferry lost four containers, in the storm.')]));
    expect(texts[1]).toContain(ENGLISH.watch.marksOnly);
    expect(texts[2]).toBe(shown.text);
  });

  test.each([
    [false, ENGLISH.watch.vanished],
    [true, ENGLISH.watch.articleGone],
  ])('shows what it had shown when that is gone (with its article: %s)', (isArticleGone, words) => {
    const texts = textsOf(amend([vanished(shown, isArticleGone)]));
    expect(texts[1]).toContain(words);
    expect(texts[2]).toBe(shown.text);
  });

  test('keeps the order, and shows what has not changed as it was', () => {
    const other = passageOf('Nobody was hurt.', { highlights: [{ start: 0, end: 6 }] });
    const texts = textsOf(amend([{ shown: other }, changed(shown, 'A ferry lost five containers.')]));
    expect(texts.indexOf('**Nobody** was hurt.')).toBe(2);
  });

  test('with too little room leaves out what has not changed', () => {
    const others = Array.from({ length: 6 }, (_, at) => ({
      shown: passageOf(`Nobody was hurt on day ${at}.`),
    }));
    const texts = textsOf(amend([...others, changed(shown, 'A ferry lost five containers.')]));
    expect(texts.join()).toContain('**five**');
    expect(texts.join()).not.toContain('on day 5');
  });

  test('keeps what else the message said, in its place', () => {
    const passages = [changed(shown, 'A ferry lost five containers in the storm.')];
    const lasting = {
      lead: ['Question: what?'],
      verdict: ['**Exact quote**'],
      foot: ['Said by somebody', 'Answer 1'],
    };
    const reply = amend(passages, { lasting });
    const texts = textsOf(reply);
    expect(texts.slice(0, 3)).toEqual([
      `**Source amended**\n-# ${ENGLISH.watch.checkedBefore}`,
      'Question: what?',
      '**Exact quote**',
    ]);
    expect(texts.at(-1)).toBe('Said by somebody\nAnswer 1');
    expect(readLasting(reply.components)).toEqual({ ...lasting, foot: ['Said by somebody\nAnswer 1'] });
  });

  test('of a quotation whose words are back says nothing against its verdict', () => {
    const lasting = { ...NOTHING_LASTING, verdict: ['**Exact quote**'] };
    expect(textsOf(amend([{ shown }], { lasting })).join()).not.toContain(ENGLISH.watch.checkedBefore);
  });

  test('leaves out of what stood below what takes the room of the passages', () => {
    const lasting = { ...NOTHING_LASTING, foot: ['x'.repeat(1100), 'y'.repeat(500), 'Answer 1'] };
    const texts = textsOf(amend([changed(shown, 'A ferry lost five containers.')], { lasting }));
    expect(texts.at(-1)).toBe(`${'x'.repeat(1100)}\nAnswer 1`);
  });

  test('of sentences has each below its day', () => {
    const passages = [
      { shown: { ...shown, highlights: [] } },
      changed(shown, 'A ferry lost five containers.'),
    ];
    const [, first, words, second] = textsOf(amend(passages, { isOfSentences: true }));
    expect([first, second].map((text) => text?.split('\n')[0])).toEqual(
      Array(2).fill('### <t:1676635200:D>'),
    );
    expect(words).toBe(shown.text);
  });

  test('of long paragraphs shows the sentences around the difference', () => {
    const [before, after] = ['on Monday', 'on Tuesday'].map(
      (day) => `${SENTENCE} `.repeat(60) + `It fell ${day}. ` + SENTENCE.repeat(9),
    );
    const texts = textsOf(amend([changed(passageOf(before ?? ''), after ?? '')]));
    expect(texts[2]).toContain('It fell on ~~Monday~~.');
    expect(texts[2]).toContain('[…]');
    expect(texts[4]).toContain('It fell on **Tuesday**.');
  });

  test('with differences too far apart for one message shows the first', () => {
    const texts = textsOf(amend([changed(passageOf(longText('Monday')), longText('Tuesday'))]));
    expect(texts[2]).toContain('It began on ~~Monday~~.');
    expect(texts[4]).toContain('It began on **Tuesday**.');
  });

  test('whose words are back says so', () => {
    expect(textsOf(amend([{ shown }]))[0]).toBe(`**${ENGLISH.watch.restored}**`);
  });

  test('whatever the passages and texts around: inside all limits, verbatim, nothing else formatted or pinged', () => {
    const recalled = fc.array(anyRecalled, { minLength: 1, maxLength: 6 });
    const lasting = fc.record({ lead: linesOf(2), verdict: linesOf(1), foot: linesOf(6) });
    fc.assert(
      fc.property(anyTexts, recalled, lasting, fc.boolean(), (texts, passages, around, isOfSentences) => {
        const view = { passages, lasting: around, isOfSentences, hasFile: !isOfSentences };
        const reply = renderAmendment(texts, view);
        expectWithinLimits(reply);
        const shownTexts = textsOf(reply).slice(1 + around.lead.length + around.verdict.length);
        const known = passages.flatMap(({ shown: { text }, amended }) =>
          amended?.kind === 'changed' ? [text, amended.now.text] : [text],
        );
        const foot = readLasting(reply.components).foot.length + (isOfSentences ? 0 : 1);
        expect(shownTexts.length).toBeGreaterThan(foot); // it always says of which article
        const bodies = shownTexts
          .slice(0, shownTexts.length - foot)
          .filter((text) => !/^(?:###|-#) /u.test(text));
        for (const body of bodies) {
          const bare = body.replaceAll(
            /(\\[^0-9A-Za-z\s])|~~|\*\*/gu,
            (_mark, escaped: string | undefined) => escaped ?? '',
          );
          const words = unescapeMarkdown(bare)
            .replace(/^\[…\] /u, '')
            .replace(/ \[…\]$/u, '');
          expect(known.some((text) => text.includes(words))).toBe(true);
          expect(findMarkup(bare)).toEqual([]);
        }
        const plain = textsOf(reply)
          .join('\n')
          .replaceAll(/\\[\s\S]/gu, '');
        expect(plain).not.toMatch(/@(?:everyone|here)\b|<(?:@[!&]?|#)\d{15,21}>/u);
      }),
      { numRuns: 300 },
    );
  });
});
