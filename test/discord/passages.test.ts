import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MESSAGE_TEXT } from '../../src/discord/limits.js';
import { renderPassages, shareRoom } from '../../src/discord/passages.js';
import { frame } from '../../src/discord/reply.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { findMarkup, unescapeMarkdown } from '../support/discord-markdown.js';
import { anyPassage, passageOf } from '../support/passages.js';
import { expectWithinLimits, textsOf } from '../support/replies.js';

const SENTENCE = 'The minister said nothing that anybody could have remembered on the next day. ';

test('each passage has its heading: title, source, author, date, paragraph, link', () => {
  const attribution = {
    articleId: 'visit',
    title: 'A *visit*',
    source: 'Example Times',
    author: 'A. Writer',
    date: '2023-02-17',
    url: 'https://example.org/visit',
  };
  expect(textsOf({ components: [{ type: 17, components: renderPassages(ENGLISH, [passageOf('Words.', { attribution })], 4000) }] })).toEqual([
    String.raw`### A \*visit\*` +
      '\n-# Example Times · A. Writer · <t:1676635200:D> · ¶3 · [Read the article](https://example.org/visit)',
    'Words.',
  ]); // prettier-ignore
});

test('three long passages share the room, each in whole sentences', () => {
  const passages = [1, 2, 3].map((paragraph) =>
    passageOf(SENTENCE.repeat(60).trim(), { paragraph, last: paragraph }),
  );
  const texts = textsOf(frame(renderPassages(ENGLISH, passages, MESSAGE_TEXT)));
  expect(texts).toHaveLength(6);
  for (const text of [texts[1], texts[3], texts[5]]) {
    expect(text?.length).toBeGreaterThan(1000);
    expect(text?.endsWith('next day. […]')).toBe(true);
  }
});

test('fewer passages are shown where a sentence would have to be cut', () => {
  const endless = passageOf(`${'very '.repeat(400)}long.`);
  const texts = textsOf(frame(renderPassages(ENGLISH, [endless, endless, endless], MESSAGE_TEXT)));
  expect(texts).toHaveLength(2);
  expect(texts[1]).toBe(endless.text);
});

test('a single sentence that no message can hold is named, not cut', () => {
  const texts = textsOf(
    frame(renderPassages(ENGLISH, [passageOf(`${'very '.repeat(1000)}long.`)], MESSAGE_TEXT)),
  );
  expect(texts[0]).toContain('¶3');
  expect(texts[1]).toContain('longer than a Discord message');
});

test('whatever the passages: inside all limits, verbatim, nothing formatted or pinged', () => {
  const shown = fc.array(anyPassage, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(shown, (passages) => {
      const parts = renderPassages(ENGLISH, passages, MESSAGE_TEXT);
      const reply = frame(parts);
      expectWithinLimits(reply);
      const bodies = textsOf(reply).filter((_text, at) => at % 2 === 1 && !_text.startsWith('-# '));
      for (const body of bodies) {
        const words = unescapeMarkdown(body)
          .replace(/^\[…\] /u, '')
          .replace(/ \[…\]$/u, '');
        expect(passages.some(({ text }) => text.includes(words))).toBe(true);
        expect(findMarkup(body.replaceAll('**', ''))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

test('shareRoom gives nobody more than they want, and everything where it is wanted', () => {
  const wanted = fc.array(fc.nat(5000), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(wanted, fc.nat(4000), (wants, room) => {
      const shares = shareRoom(wants, room);
      const given = shares.reduce((sum, share) => sum + share, 0);
      shares.forEach((share, at) => expect(share).toBeLessThanOrEqual(wants[at] ?? 0));
      expect(given).toBeLessThanOrEqual(room);
      const total = wants.reduce((sum, want) => sum + want, 0);
      if (total <= room) expect(shares).toEqual(wants);
      else expect(given).toBeGreaterThan(room - wants.length);
    }),
  );
});

test('a passage that stands in other articles too names them, and how many there are', () => {
  const alsoIn = ['b', 'c', 'd', 'e'].map((articleId) => ({
    articleId,
    title: `Title ${articleId}`,
    source: 'A_B',
  }));
  const [heading] = renderPassages(ENGLISH, [passageOf('One sentence.', { alsoIn })], 4000);
  expect(JSON.stringify(heading)).toContain(
    String.raw`-# Also in: Title b (A\\_B) · Title c (A\\_B) · Title d (A\\_B) · 1 more`,
  );
});
