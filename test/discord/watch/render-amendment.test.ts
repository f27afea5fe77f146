import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderAmendment } from '../../../src/discord/watch/render-amendment.js';
import { ENGLISH } from '../../../src/discord/texts/english.js';
import { anyRecalled, changed, vanished } from '../../support/amendments.js';
import { findMarkup, unescapeMarkdown } from '../../support/discord-markdown.js';
import { passageOf } from '../../support/passages.js';
import { expectWithinLimits, textsOf } from '../../support/replies.js';
import { anyTexts } from '../../support/texts.js';

const SENTENCE = 'The minister said nothing that anybody could have remembered on the next day.';
const shown = passageOf('A ferry lost four containers in the storm.', { highlights: [{ start: 0, end: 7 }] });

/** Begins and ends with a day, far apart. */
function longText(day: string): string {
  return [`It began on ${day}.`, SENTENCE.repeat(60), `It ended on ${day}.`].join(' ');
}

describe('an amended message', () => {
  test('begins with that, and has the old words, the new ones and the difference', () => {
    const texts = textsOf(
      renderAmendment(ENGLISH, [changed(shown, 'A ferry lost five of its containers in the storm.')]),
    );
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
    const texts = textsOf(
      renderAmendment(ENGLISH, [changed(shown, 'A ferry lost four containers, in the storm.')]),
    );
    expect(texts[1]).toContain(ENGLISH.watch.marksOnly);
    expect(texts[2]).toBe(shown.text);
  });

  test.each([
    [false, ENGLISH.watch.vanished],
    [true, ENGLISH.watch.articleGone],
  ])('shows what it had shown when that is gone (with its article: %s)', (isArticleGone, words) => {
    const texts = textsOf(renderAmendment(ENGLISH, [vanished(shown, isArticleGone)]));
    expect(texts[1]).toContain(words);
    expect(texts[2]).toBe(shown.text);
  });

  test('shows what has changed first, and what has not as it was', () => {
    const other = passageOf('Nobody was hurt.', { highlights: [{ start: 0, end: 6 }] });
    const texts = textsOf(
      renderAmendment(ENGLISH, [{ shown: other }, changed(shown, 'A ferry lost five containers.')]),
    );
    expect(texts.indexOf('**Nobody** was hurt.')).toBe(texts.length - 1);
  });

  test('of long paragraphs shows the sentences around the difference', () => {
    const [before, after] = ['on Monday', 'on Tuesday'].map(
      (day) => `${SENTENCE} `.repeat(60) + `It fell ${day}. ` + SENTENCE.repeat(9),
    );
    const texts = textsOf(renderAmendment(ENGLISH, [changed(passageOf(before ?? ''), after ?? '')]));
    expect(texts[2]).toContain('It fell on ~~Monday~~.');
    expect(texts[2]).toContain('[…]');
    expect(texts[4]).toContain('It fell on **Tuesday**.');
  });

  test('with differences too far apart for one message shows the first', () => {
    const texts = textsOf(
      renderAmendment(ENGLISH, [changed(passageOf(longText('Monday')), longText('Tuesday'))]),
    );
    expect(texts[2]).toContain('It began on ~~Monday~~.');
    expect(texts[4]).toContain('It began on **Tuesday**.');
  });

  test('whose words are back says so', () => {
    expect(textsOf(renderAmendment(ENGLISH, [{ shown }]))[0]).toBe(`**${ENGLISH.watch.restored}**`);
  });

  test('whatever the passages: inside all limits, verbatim, nothing else formatted or pinged', () => {
    const recalled = fc.array(anyRecalled, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyTexts, recalled, (texts, passages) => {
        const reply = renderAmendment(texts, passages);
        expectWithinLimits(reply);
        const known = passages.flatMap(({ shown: { text }, amended }) =>
          amended?.kind === 'changed' ? [text, amended.now.text] : [text],
        );
        const bodies = textsOf(reply)
          .slice(1)
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
      }),
      { numRuns: 300 },
    );
  });
});
