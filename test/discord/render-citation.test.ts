import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writePermalink } from '../../src/answers/permalink.js';
import type { Citable, Cited } from '../../src/discord/citing.js';
import { renderCitation } from '../../src/discord/render-citation.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { compareWords } from '../../src/quotes/word-changes.js';
import { findMarkup, unescapeMarkdown } from '../support/discord-markdown.js';
import { anyPassage, passageOf } from '../support/passages.js';
import { expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

/** Of a single paragraph. */
const anyCitable: fc.Arbitrary<Citable> = anyPassage
  .map((passage) => ({ ...passage, last: passage.paragraph, highlights: [] }))
  .map((passage) => ({ passage, permalink: writePermalink(passage) }));

const current = (text: string): Cited => {
  const passage = passageOf(text);
  return { kind: 'current', isUnchanged: false, passage, permalink: writePermalink(passage) };
};
const amended = (before: Citable, now: Citable): Cited => ({
  kind: 'amended',
  isFollowed: true,
  before,
  now,
  changes: compareWords(before.passage.text, now.passage.text).changes,
});

/** A text as a reader sees it, without what says that something is left out. */
function seen(shown: string): string {
  return unescapeMarkdown(shown.replaceAll(/(?<!\\)~~/gu, ''))
    .replace(/^\[…\] /u, '')
    .replace(/ \[…\]$/u, '');
}

describe('a paragraph is shown byte for byte', () => {
  test('with its heading and permanent id', () => {
    const text = 'He *did* not say  "when".\n\tNor _why_.';
    const [heading, body = '', id] = textsOf(renderCitation(ENGLISH, current(text)));
    expect(heading).toContain('### A visit\n-# Example Times');
    expect(unescapeMarkdown(body)).toBe(text);
    expect(id).toMatch(/^-# Permanent id: `visit ¶3 · [0-9a-f]{8}`$/u);
  });

  test('as long as it fits; else in whole sentences, and whole in a file', () => {
    const sentence = 'He said so once more on that day. ';
    const fits = renderCitation(ENGLISH, current(sentence.repeat(110).trim()));
    expect(fits.file).toBeUndefined();
    expect(textsOf(fits).join('')).not.toContain('[…]');
    const text = sentence.repeat(120).trim();
    const { file, ...reply } = renderCitation(ENGLISH, current(text));
    expect(file).toEqual({ name: 'paragraph-3.txt', content: text });
    expect(textsOf(reply)[1]).toMatch(/^He said .* on that day\. \[…\]$/u);
  });

  test('also where a single sentence is longer than a message', () => {
    const text = `${'very '.repeat(1000)}long.`;
    const reply = renderCitation(ENGLISH, current(text));
    expectWithinLimits(reply);
    expect(reply.file?.content).toBe(text);
    expect(textsOf(reply).join('')).not.toContain('very');
  });

  test('whatever it holds, in any language', () => {
    fc.assert(
      fc.property(anyTexts, anyCitable, fc.boolean(), (texts, citable, isUnchanged) => {
        const reply = renderCitation(texts, { kind: 'current', isUnchanged, ...citable });
        expectWithinLimits(reply);
        const { text } = citable.passage;
        const body = textsOf(reply)[isUnchanged ? 2 : 1] ?? '';
        if (reply.file === undefined) expect(unescapeMarkdown(body)).toBe(text);
        else expect(reply.file.content).toBe(text);
        expect(findMarkup(reply.file === undefined ? body : '')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('of a paragraph that was changed both wordings are shown', () => {
  const [old, later] = ['He was not certain, he said.', 'He was certain, he said on Friday.'].map((text) => {
    const passage = passageOf(text);
    return { passage, permalink: writePermalink(passage) };
  });

  test('with what is gone struck out, and what is new in bold', () => {
    if (old === undefined || later === undefined) throw new Error('There are two.');
    const texts = textsOf(renderCitation(ENGLISH, amended(old, later)));
    expect(texts).toContain('He was ~~not~~ certain, he said.');
    expect(texts).toContain('He was certain, he said **on Friday**.');
    expect(texts.join('\n')).toContain(`**Before** · \`${old.permalink}\``);
    expect(texts.join('\n')).toContain(`**Now** · \`${later.permalink}\``);
  });

  test('inside all limits and verbatim, whatever they hold', () => {
    fc.assert(
      fc.property(anyTexts, anyCitable, anyCitable, (texts, before, now) => {
        const reply = renderCitation(texts, amended(before, now));
        expectWithinLimits(reply);
        const own = [before.passage.text, now.passage.text];
        const shown = textsOf(reply).map(seen);
        if (reply.file === undefined) for (const text of own) expect(shown).toContain(text);
        else for (const text of own) expect(reply.file.content).toContain(text);
      }),
      { numRuns: 200 },
    );
  });
});

test('a permanent id that cannot stand as code is escaped', () => {
  const permalink = 'a`*b* ¶3 · 1a2b3c4d';
  const [, , id] = textsOf(
    renderCitation(ENGLISH, { kind: 'current', isUnchanged: false, passage: passageOf('Words.'), permalink }),
  );
  expect(id).toBe(String.raw`-# Permanent id: a\`\*b\* ¶3 · 1a2b3c4d`);
});
