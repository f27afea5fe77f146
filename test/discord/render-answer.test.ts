import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decline } from '../../src/answers/asked.js';
import type { Passage } from '../../src/answers/passage.js';
import { parseComponentId } from '../../src/discord/component-id.js';
import { fitAnswer, renderAnswer, renderDeclined, renderNearest } from '../../src/discord/render-answer.js';
import { toPayload, type Reply } from '../../src/discord/reply.js';
import { ENGLISH, type Texts } from '../../src/discord/texts/english.js';
import { unescapeMarkdown } from '../support/discord-markdown.js';
import { hostileText } from '../support/hostile-text.js';
import { anyPassage, passageOf } from '../support/passages.js';
import { allComponents, buttonsOf, expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

/** What would ping somebody, or name a channel, if it were not escaped. */
const MENTION = /@(?:everyone|here)\b|<(?:@[!&]?|#)\d{15,21}>/u;
const TEXT = 'Chiu said he was "not very certain". He would not explain the details.';

const VIEW = { receiptId: 'K7F3Q9AB', isPrivate: false, hasMore: true };
const kindsOf = (reply: Reply): string[] =>
  buttonsOf(reply).map(({ id }) => parseComponentId(id)?.kind ?? id);
const several = fc.array(anyPassage, { minLength: 1, maxLength: 3 });
const anyView = fc.record({
  receiptId: fc.constant('K7F3Q9AB'),
  isPrivate: fc.boolean(),
  isShared: fc.boolean(),
  hasMore: fc.boolean(),
  question: fc.option(hostileText, { nil: undefined }),
  sharedBy: fc.option(hostileText, { nil: undefined }),
});

describe('renderAnswer', () => {
  const passage = passageOf(TEXT, { highlights: [{ start: 0, end: 36 }] });

  test('an answer is passages with their headings, its id in small print, and what one can do with it', () => {
    const reply = renderAnswer(ENGLISH, { ...VIEW, passages: [passage] });
    expect(textsOf(reply)).toEqual([
      '### A visit\n-# Example Times · <t:1676635200:D> · ¶3',
      '**Chiu said he was "not very certain".** He would not explain the details.',
      '-# Answer `K7F3Q9AB`: `/why` tells how it was found',
    ]);
    expect(kindsOf(reply)).toEqual(['around', 'more', 'about', 'dismiss', 'vote', 'vote']);
    expect(reply.components.filter(({ type }) => type === ComponentType.ActionRow)).toHaveLength(2);
  });

  test('a private one can be shared, once, instead of dismissed', () => {
    const view = { ...VIEW, isPrivate: true, passages: [passage] };
    expect(kindsOf(renderAnswer(ENGLISH, view))).toContain('share');
    expect(kindsOf(renderAnswer(ENGLISH, view))).not.toContain('dismiss');
    const shared = renderAnswer(ENGLISH, { ...view, isShared: true });
    expect(
      allComponents(shared.components).find(({ label }) => label === ENGLISH.reader.shared),
    ).toHaveProperty('disabled', true);
  });

  test('what is newest first is said to be', () => {
    const reply = renderAnswer(ENGLISH, { ...VIEW, passages: [passage], isNewestFirst: true });
    expect(textsOf(reply).at(-1)).toMatch(/the newest comes first/u);
  });

  test('whatever the passages, the question, the name and the language: inside all limits, verbatim, and nothing that pings', () => {
    fc.assert(
      fc.property(anyTexts, several, anyView, (texts, passages, view) => {
        const reply = renderAnswer(texts, { ...view, passages });
        expectWithinLimits(reply);
        expect(toPayload(reply).allowedMentions).toEqual({ parse: [] });
        const { parts, count } = fitAnswer(texts, { ...view, passages });
        expect(count).toBeGreaterThan(0);
        const shown = textsOf({ components: parts });
        expect(textsOf(reply)).toEqual(expect.arrayContaining(shown));
        expectVerbatim(texts, shown, passages);
        expect(
          textsOf(reply)
            .join('\n')
            .replaceAll(/\\[\s\S]/gu, ''),
        ).not.toMatch(MENTION);
      }),
    );
  });
});

/** Every second text is an article's: whole sentences of it, with their escapes and "[…]". */
function expectVerbatim(texts: Texts, shown: readonly string[], passages: readonly Passage[]): void {
  const bodies = shown.filter((_, at) => at % 2 === 1);
  for (const [at, body] of bodies.entries()) {
    const plain = unescapeMarkdown(body).replace(/^\[…\] | \[…\]$/gu, '');
    if (plain !== `-# ${texts.passage.tooLong}`) expect(passages[at]?.text).toContain(plain);
  }
}

describe('renderDeclined', () => {
  test('the closest passages are behind a button, and no word of theirs is shown', () => {
    const reply = renderDeclined(ENGLISH, decline(0.3, passageOf(TEXT)), VIEW);
    expect(JSON.stringify(reply)).not.toContain('Chiu');
    expect(kindsOf(reply)).toEqual(['more', 'dismiss']);
    expect(textsOf(reply).join('')).toMatch(
      /nothing in the articles that answers this.*\n-# Answer `K7F3Q9AB`/u,
    );
  });

  test('where nothing is near it says so, and there is nothing to show', () => {
    const reply = renderDeclined(ENGLISH, decline(0), { ...VIEW, isPrivate: true, hasMore: false });
    expect(textsOf(reply).join('')).toMatch(/found nothing in the articles about this/u);
    expect(buttonsOf(reply)).toEqual([]);
  });

  test('whatever is asked and hinted, in any language, it stays within the limits', () => {
    fc.assert(
      fc.property(anyTexts, hostileText, anyView, (texts, typed, view) => {
        const asked = typed.slice(0, 35);
        const hint = { kind: 'other-language', asked, known: [asked, 'en', 'de'] } as const;
        expectWithinLimits(renderDeclined(texts, decline(0, undefined, { hint }), view));
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
