/** Every kind of message that everybody sees, once amended: it keeps what it said, and Discord takes it, whatever was typed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referTo } from '../../../src/answers/references.js';
import { readLasting } from '../../../src/discord/lasting.js';
import { renderAnswer } from '../../../src/discord/render-answer.js';
import { renderCitation } from '../../../src/discord/render-citation.js';
import { renderQuotation } from '../../../src/discord/render-quotation.js';
import { renderTimeline } from '../../../src/discord/render-timeline.js';
import { withRows, type Reply } from '../../../src/discord/reply.js';
import type { Texts } from '../../../src/discord/texts/english.js';
import { renderAmendment } from '../../../src/discord/watch/render-amendment.js';
import type { RecalledPassage } from '../../../src/discord/watch/render-amended.js';
import { renderNews } from '../../../src/discord/watch/render-follows.js';
import { readStanding } from '../../../src/discord/watch/standing-message.js';
import { anyRecalled } from '../../support/amendments.js';
import { hostileText } from '../../support/hostile-text.js';
import { buttonsOf, expectWithinLimits, textsOf } from '../../support/replies.js';
import { anyTexts } from '../../support/texts.js';

const ID = 'K7F3Q9AB';
const LONGEST_TOPIC = 200;
const typed = hostileText.filter((text) => text.trim() !== '').map((text) => text.slice(0, LONGEST_TOPIC));
const linkTo = (page: number): string => `timeline:1:${ID}:${page}`;

/** A message as it is first shown, with what was typed for it. */
type Show = (texts: Texts, recalled: readonly RecalledPassage[], words: string) => Reply;

const KINDS: Readonly<Record<string, { readonly most: number; readonly show: Show }>> = {
  answer: {
    most: 3,
    show: (texts, recalled, words) =>
      renderAnswer(texts, {
        receiptId: ID,
        isPrivate: false,
        hasMore: true,
        question: words,
        sharedBy: words,
        passages: recalled.map(({ shown }) => shown),
      }),
  },
  quotation: {
    most: 3,
    show: (texts, recalled, quoted) =>
      renderQuotation(
        texts,
        {
          kind: 'checked',
          verdict: 'altered',
          places: recalled.map(({ shown: passage }) => ({
            passage,
            span: { start: 0, end: passage.text.length },
            differences: [{ quoted, original: 'words', originalSpan: { start: 0, end: 0 } }],
            flags: [{ kind: 'cut', quoted, original: '' }],
            isQuoted: false,
            isNested: true,
            speaker: { name: quoted, said: '', person: { name: quoted, sentence: quoted }, isGuess: true },
          })),
        },
        referTo,
      ),
  },
  citation: {
    most: 1,
    show: (texts, recalled) => {
      const [{ shown: passage } = { shown: undefined }] = recalled;
      if (passage === undefined) throw new Error('There is one.');
      const permalink = `${passage.attribution.articleId} ¶${passage.paragraph} · 1a2b3c4d`;
      return renderCitation(texts, { kind: 'current', isUnchanged: true, passage, permalink });
    },
  },
  timeline: {
    most: 5,
    show: (texts, recalled, topic) => {
      const entries = recalled.map(({ shown: passage }) => ({ kind: 'found', passage }) as const);
      return renderTimeline(texts, { id: ID, topic, entries, leftOut: 7, undated: 3, page: 1, linkTo });
    },
  },
  news: {
    most: 1,
    show: (texts, [first], topic) => {
      if (first === undefined) throw new Error('There is one.');
      return renderNews(texts, topic, first.shown, 3);
    },
  },
};

test.each(Object.entries(KINDS))('%s', (kind, { most, show }) => {
  const recalled = fc.array(anyRecalled, { minLength: 1, maxLength: most });
  fc.assert(
    fc.property(anyTexts, recalled, typed, (texts, passages, words) => {
      const before = show(texts, passages, words);
      const { rows, ...standing } = readStanding(before.components);
      const isOfSentences = kind === 'timeline';
      const amended = withRows(renderAmendment(texts, { ...standing, passages, isOfSentences }), rows);
      expectWithinLimits(amended);
      expect(buttonsOf(amended)).toEqual(buttonsOf(before));
      const { lead, verdict, foot } = readLasting(amended.components);
      expect({ lead, verdict }).toEqual({ lead: standing.lasting.lead, verdict: standing.lasting.verdict });
      // Only lists of differences may be too long to stay.
      if (kind !== 'quotation') expect(foot).toEqual(standing.lasting.foot);
      const plain = textsOf(amended)
        .join('\n')
        .replaceAll(/\\[\s\S]/gu, '');
      expect(plain).not.toMatch(/@(?:everyone|here)\b|<(?:@[!&]?|#)\d{15,21}>/u);
    }),
    { numRuns: 60 },
  );
});
