/**
 * Golden messages: what Discord is sent for each kind of message, from fixed data. `npx vitest run test/golden -u` writes
 * them anew; then a person reads the difference.
 */
import { describe, expect, test } from 'vitest';
import type { QuotationPlace } from '../../src/answers/answer.js';
import { decline } from '../../src/answers/asked.js';
import { referTo } from '../../src/answers/references.js';
import { referToShown } from '../../src/answers/shown-passages.js';
import { because } from '../../src/articles/file-reason.js';
import { renderAnswer, renderContext, renderDeclined, renderNearest } from '../../src/discord/render-answer.js';
import { renderCard, renderShelf } from '../../src/discord/render-articles.js';
import { renderGaps, renderGapsFile, renderNoGaps } from '../../src/discord/render-gaps.js';
import { renderContextOf, renderFurther } from '../../src/discord/render-further.js';
import { renderQuotation } from '../../src/discord/render-quotation.js';
import { renderQuotations } from '../../src/discord/render-quotations.js';
import { renderReceipt, type Explained } from '../../src/discord/render-receipt.js';
import { renderOutcome, renderProgress } from '../../src/discord/render-report.js';
import { renderSettings } from '../../src/discord/render-settings.js';
import { renderTooSoon } from '../../src/discord/render-too-soon.js';
import { say, toPayload, type Reply } from '../../src/discord/reply.js';
import { ENGLISH, type Texts } from '../../src/discord/texts/english.js';
import { textsFor } from '../../src/discord/texts/texts-for.js';
import type { ReindexReport } from '../../src/index/report.js';
import { DEFAULT_SETTINGS } from '../../src/state/settings.js';
import { foreignWords } from '../support/foreign-words.js';
import { passageOf } from '../support/passages.js';
import { problem } from '../support/file-problem.js';
import { expectWithinLimits } from '../support/replies.js';

const TEXT = 'Chiu said he was "not very certain" about the report. He would not explain the details.';
const attribution = {
  articleId: 'visit',
  title: 'A *visit* to the island',
  source: 'Example Times',
  author: 'A. Writer',
  date: '2023-02-17',
  url: 'https://example.org/visit_(2023)',
};
const passage = passageOf(TEXT, { attribution, highlights: [{ start: 0, end: 53 }] });
const wire = {
  ...passageOf('Wire copy stands in several articles.', { paragraph: 12, last: 13 }),
  alsoIn: ['b', 'c', 'd', 'e'].map((articleId) => ({ articleId, title: `Article ${articleId}` })),
};
const original = 'not very certain';
const originalSpan = { start: TEXT.indexOf(original), end: TEXT.indexOf(original) + original.length };
const exact: QuotationPlace = {
  passage,
  span: originalSpan,
  differences: [],
  flags: [],
  isQuoted: true,
  isNested: false,
  speaker: { name: 'Chiu', said: 'Chiu said', person: undefined, isGuess: false },
};
const altered: QuotationPlace = {
  ...exact,
  differences: [{ quoted: 'very certain', original, originalSpan }],
  flags: [{ kind: 'negation', quoted: 'very', original: 'not' }],
  isQuoted: false,
  isNested: true,
  speaker: {
    name: 'he',
    said: 'he said',
    person: { name: 'Chiu Kuo-cheng', sentence: 'Chiu Kuo-cheng met reporters.' },
    isGuess: true,
  },
};
const report: ReindexReport = {
  generation: 2,
  added: ['new.txt'],
  changed: ['changed_file.md'],
  removed: [],
  unchanged: 1200,
  skipped: [problem('empty.txt', because('empty'))],
  failed: [problem('broken.md', because('within', because('frontMatter'), because('badDate')))],
  articles: 1203,
  paragraphs: 24_000,
  embedded: 14,
  seconds: 1.26,
};
const gaps = Array.from({ length: 10 }, (_, at) => ({
  question: `When does the *new* bridge number ${at} open?`,
  gaps: (['wrong', 'declined'] as const).map((reason) => ({
    guildId: '1',
    at: 1_700_000_000_000,
    receiptId: 'AAAAAAAA',
    reason,
    question: `=When does bridge "${at}" open?`,
  })),
}));
const failed = Array.from({ length: 60 }, (_, at) => problem(`folder/${at}.txt`, because('notUtf8', '7')));

const VIEW = { receiptId: 'K7F3Q9AB', isPrivate: false, hasMore: true };

const reference = referToShown(passage);
const explained: Explained = {
  receipt: {
    id: VIEW.receiptId,
    at: 1_700_000_000_000,
    guildId: '1',
    question: 'What did *Chiu* say?',
    generation: 12,
    model: 'e5-small-v2',
    evidence: 0.9312,
    threshold: 0.8471,
    confidence: 0.98155,
    outcome: 'answer',
    shown: [reference],
    further: [reference],
  },
  votes: { right: 2, wrong: 1 },
  shown: [{ reference, found: { kind: 'found', passage } }],
  further: [
    { reference: { ...reference, score: 0.71 }, found: { kind: 'found', passage: wire } },
    { reference: { ...reference, score: 0.5 }, found: { kind: 'changed', now: undefined, movedTo: undefined } },
  ],
};

/** Every kind of message, as it is made in one language. */
function messagesIn(texts: Texts): Readonly<Record<string, Reply>> {
  return {
    answer: renderAnswer(texts, { ...VIEW, passages: [passage, wire] }),
    'answer-private': renderAnswer(texts, {
      ...VIEW,
      passages: [passage],
      isPrivate: true,
      isNewestFirst: true,
      hasMore: false,
      question: 'And *when*?',
    }),
    'answer-shared': renderAnswer(texts, {
      ...VIEW,
      passages: [passage],
      sharedBy: '@everyone',
      question: 'And when?',
    }),
    'declined-closest': renderDeclined(texts, decline(0.3, passage), VIEW),
    'declined-nothing': renderDeclined(texts, decline(0), { ...VIEW, isPrivate: true, hasMore: false }),
    'declined-no-article': renderDeclined(
      texts,
      decline(0, undefined, { hint: { kind: 'no-article' } }),
      { ...VIEW, hasMore: false },
    ),
    'declined-other-language': renderDeclined(
      texts,
      decline(0, undefined, { hint: { kind: 'other-language', asked: 'sv', known: ['en', 'fr'] } }),
      { ...VIEW, isPrivate: true, hasMore: false },
    ),
    further: renderFurther(texts, {
      receiptId: VIEW.receiptId,
      isDeclined: false,
      from: 3,
      total: 9,
      recalled: { kind: 'found', passages: [{ at: 0, passage }], isSomeChanged: true },
    }),
    'context-page': renderContextOf(texts, {
      receiptId: VIEW.receiptId,
      at: 0,
      shown: [passage, wire],
      context: { kind: 'found', passage, page: 1, hasBefore: true, hasBehind: false },
    }),
    why: renderReceipt(texts, explained),
    'why-declined': renderReceipt(texts, {
      receipt: {
        ...explained.receipt,
        outcome: 'nothing',
        evidence: null,
        threshold: null,
        question: undefined,
        model: '',
      },
      votes: { right: 0, wrong: 0 },
      shown: [],
      further: [],
    }),
    'why-closest': renderReceipt(texts, {
      receipt: { ...explained.receipt, outcome: 'closest', evidence: 0.7312, confidence: 0.31, shown: [] },
      votes: { right: 0, wrong: 0 },
      shown: [],
      further: explained.further,
    }),
    'why-nothing': renderReceipt(texts, {
      receipt: { ...explained.receipt, outcome: 'nothing', evidence: 0.61, confidence: 0.02, shown: [] },
      votes: { right: 0, wrong: 0 },
      shown: [],
      further: explained.further.slice(0, 1),
    }),
    'why-timeline': renderReceipt(texts, {
      receipt: { ...explained.receipt, outcome: 'timeline', evidence: null, threshold: null, question: undefined },
      votes: { right: 0, wrong: 0 },
      shown: explained.shown,
      further: [],
    }),
    nearest: renderNearest(texts, { kind: 'found', passage }),
    context: renderContext(texts, { kind: 'found', passage: { ...passage, paragraph: 2, last: 4 } }),
    'passage-gone': renderContext(texts, { kind: 'changed' }),
    'quotation-exact': renderQuotation(
      texts,
      { kind: 'checked', verdict: 'exact', places: [exact, exact, exact, exact] },
      referTo,
    ),
    'quotation-altered': renderQuotation(
      texts,
      { kind: 'checked', verdict: 'altered', places: [altered] },
      referTo,
    ),
    'quotation-paraphrase': renderQuotation(
      texts,
      { kind: 'checked', verdict: 'paraphrase', places: [{ ...exact, span: { start: 0, end: 0 } }] },
      referTo,
    ),
    'quotation-part-paraphrase': renderQuotation(
      texts,
      {
        kind: 'checked',
        verdict: 'paraphrase',
        places: [{ ...exact, span: { start: 0, end: 0 } }],
        meaning: { leavesOutOrAdds: true, onlyQuoted: ['on *Monday*'], onlyOriginal: ['very certain'], evidence: [] },
      },
      referTo,
    ),
    'quotation-not-found': renderQuotation(
      texts,
      { kind: 'checked', verdict: 'not-found', places: [] },
      referTo,
    ),
    'no-words': renderQuotation(texts, { kind: 'no-words' }, referTo),
    quotations: renderQuotations(
      texts,
      [
        { quote: 'very certain about *it*', answer: { kind: 'checked', verdict: 'altered', places: [altered] } },
        { quote: 'nobody said this', answer: { kind: 'checked', verdict: 'not-found', places: [] } },
      ],
      referTo,
    ),
    shelf: renderShelf(
      texts,
      {
      articles: 1200,
      paragraphs: 1,
      sources: [{ source: 'Example Times', articles: 1200 }],
      newest: [attribution],
      },
      '30 days',
    ),
    card: renderCard(texts, {
      attribution,
      tags: ['Taiwan'],
      language: 'en',
      paragraphs: 21,
      words: 800,
      related: ['Another article'],
    }),
    'reindex-progress': renderProgress(
      texts,
      { phase: 'embedding', done: 40, total: 100, files: 1204, perSecond: 12.3, secondsLeft: 98 },
      '123456789012345678',
    ),
    'reindex-cancelled': renderOutcome(texts, { kind: 'cancelled' }),
    'reindex-report': renderOutcome(texts, { kind: 'done', report }),
    'reindex-report-long': renderOutcome(texts, { kind: 'done', report: { ...report, failed } }),
    gaps: renderGaps(texts, { groups: gaps, older: [] }, 1),
    'gaps-file': renderGapsFile(texts, { groups: gaps.slice(0, 2), older: gaps[2]?.gaps ?? [] }),
    'gaps-none': renderNoGaps(texts, true),
    'gaps-not-kept': renderNoGaps(texts, false),
    settings: renderSettings(texts, {
      settings: DEFAULT_SETTINGS,
      sources: ['Example Times', 'The *Other* Paper'],
      paused: [],
      notes: [],
    }),
    'settings-changed': renderSettings(texts, {
      settings: {
        channels: ['123456789012345678'],
        isPrivateByDefault: true,
        sources: ['The *Other* Paper'],
        followUpInThreads: false,
        language: 'fa',
        keepQuestions: 'off',
      },
      sources: Array.from({ length: 30 }, (_, at) => `Source ${at}`),
      paused: ['223456789012345678', '323456789012345678'],
      notes: [texts.settings.saved, texts.settings.forgotten],
    }),
    'too-soon': renderTooSoon(texts, 1_700_000_000_000),
  };
}

/** As it is sent, with the content of a file as text. */
function format(reply: Reply): string {
  const { files, ...payload } = toPayload(reply);
  const shown = files.map(({ name, attachment }) => ({ name, content: attachment.toString().split('\n') }));
  return `${JSON.stringify({ ...payload, files: shown }, undefined, 2)}\n`;
}

/** In other languages than English those that say most. */
const TRANSLATED = ['answer', 'declined-closest', 'declined-other-language', 'gaps-file', 'why', 'why-closest', 'why-timeline', 'quotation-altered', 'reindex-report', 'reindex-progress', 'gaps', 'settings-changed'];

describe.each(['en', 'de', 'fa'])('in "%s"', (language) => {
  const messages = Object.entries(messagesIn(textsFor(language)));
  const kinds = messages.filter(([kind]) => language === 'en' || TRANSLATED.includes(kind));

  test.each(kinds)('%s', async (kind, reply) => {
    expectWithinLimits(reply);
    const name = language === 'en' ? kind : `${kind}.${language}`;
    await expect(format(reply)).toMatchFileSnapshot(`messages/${name}.json`);
  });
});

/** All that the messages are made of. */
const DATA = [TEXT, attribution, wire, exact, altered,  gaps, explained, VIEW, 'And when?', '@everyone',
  'very certain about *it*', 'nobody said this', 'Example Times', 'The *Other* Paper', 'Source', 'Taiwan', 'Another article', 'English Deutsch français español',
  'new.txt changed_file.md empty.txt broken.md folder', 'UTF-8', 'date', 'on *Monday*'
]; // prettier-ignore

test.each(Object.entries(messagesIn(textsFor('ar'))))('"%s" has no English word of ours in Arabic', (_kind, reply) => {
  expect(foreignWords(reply, DATA)).toEqual([]);
});

test('an English word among Arabic ones is found', () => {
  const reply = say(`${textsFor('ar').gaps.title} **Sorry** \`/ask\` <t:17:R>`);
  expect(foreignWords(reply, [])).toEqual(['sorry']);
});

test('a language that there is no catalogue for gets the English messages', () => {
  expect(messagesIn(textsFor('ja'))).toEqual(messagesIn(ENGLISH));
});
