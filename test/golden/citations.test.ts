/** Golden messages of `/cite` and `/timeline`; see `messages.test.ts`. */
import { describe, expect, test } from 'vitest';
import { renderCitation } from '../../src/discord/render-citation.js';
import { renderNoTimeline, renderTimeline } from '../../src/discord/render-timeline.js';
import { toPayload, type Reply } from '../../src/discord/reply.js';
import type { Texts } from '../../src/discord/texts/english.js';
import { textsFor } from '../../src/discord/texts/texts-for.js';
import { compareWords } from '../../src/quotes/word-changes.js';
import { foreignWords } from '../support/foreign-words.js';
import { passageOf } from '../support/passages.js';
import { expectWithinLimits } from '../support/replies.js';

const attribution = {
  articleId: '2023/visit',
  title: 'A *visit* to the island',
  source: 'Example Times',
  author: 'A. Writer',
  date: '2023-02-17',
  url: 'https://example.org/visit_(2023)',
};
const OLD = 'Chiu said he was "not very certain" about the report. He would not explain the details.';
const NEW = 'Chiu said he was "very certain" about the report of Friday. He would not explain the details.';
const citableOf = (text: string, hash: string, paragraph = 7) => ({
  passage: passageOf(text, { attribution, paragraph, last: paragraph }),
  permalink: `2023/visit ¶${paragraph} · ${hash}`,
});
const before = citableOf(OLD, '1a2b3c4d');
const now = citableOf(NEW, '5e6f7a8b', 8);
const long = citableOf('A sentence that is said again and again, without any end. '.repeat(90).trim(), '9c0d1e2f');

const sentenceOf = (date: string, text: string, paragraph = 3) => ({
  kind: 'found' as const,
  passage: passageOf(text, {
    attribution: { ...attribution, date },
    paragraph,
    highlights: [{ start: 0, end: text.indexOf('.') + 1 }],
  }),
});
const entries = [
  sentenceOf('2023-02-03', 'A balloon was seen over Montana. It was white.'),
  sentenceOf('2023-02-04T15:00:00-05:00', 'It was *shot down* off the coast. Divers went out.', 2),
  { kind: 'changed' as const, now: undefined, movedTo: undefined },
  ...['2023-02-07', '2023-02-09', '2023-02-12'].map((date) => sentenceOf(date, `Parts were found on ${date}.`)),
];
const timeline = { id: 'K7F3Q9AB', topic: 'the balloon', entries, leftOut: 2, undated: 1, linkTo: (page: number) => `timeline:1:${page}` };

function messagesIn(texts: Texts): Readonly<Record<string, Reply>> {
  const { changes } = compareWords(OLD, NEW);
  return {
    citation: renderCitation(texts, { kind: 'current', isUnchanged: false, ...before }),
    'citation-unchanged': renderCitation(texts, { kind: 'current', isUnchanged: true, ...before }),
    'citation-long': renderCitation(texts, { kind: 'current', isUnchanged: false, ...long }),
    'citation-moved': renderCitation(texts, { kind: 'moved', from: 6, ...before }),
    'citation-amended': renderCitation(texts, { kind: 'amended', isFollowed: true, before, now, changes }),
    'citation-shown-otherwise': renderCitation(texts, { kind: 'amended', isFollowed: false, before, now: before, changes: [] }),
    'citation-amended-long': renderCitation(texts, { kind: 'amended', isFollowed: true, before: long, now: long, changes: [] }),
    'citation-vanished': renderCitation(texts, { kind: 'vanished', before, isArticleGone: false }),
    'citation-article-gone': renderCitation(texts, { kind: 'vanished', before, isArticleGone: true }),
    'citation-lost': renderCitation(texts, { kind: 'lost', now }),
    'citation-lost-with-place': renderCitation(texts, { kind: 'lost-with-place', paragraphs: 5 }),
    'citation-no-paragraph': renderCitation(texts, { kind: 'no-such-paragraph', paragraphs: 21 }),
    'citation-no-permalink': renderCitation(texts, { kind: 'no-permalink' }),
    timeline: renderTimeline(texts, { ...timeline, page: 1 }),
    'timeline-last-page': renderTimeline(texts, { ...timeline, page: 99 }),
    'timeline-declined': renderNoTimeline(texts, 0),
    'timeline-undated': renderNoTimeline(texts, 1),
  };
} // prettier-ignore

/** As it is sent, with the content of a file as text. */
function format(reply: Reply): string {
  const { files, ...payload } = toPayload(reply);
  const shown = files.map(({ name, attachment }) => ({ name, content: attachment.toString().split('\n') }));
  return `${JSON.stringify({ ...payload, files: shown }, undefined, 2)}\n`;
}

/** In other languages than English those that say most. */
const TRANSLATED = ['citation-amended', 'timeline'];

describe.each(['en', 'de', 'fa'])('in "%s"', (language) => {
  const messages = Object.entries(messagesIn(textsFor(language)));
  const kinds = messages.filter(([kind]) => language === 'en' || TRANSLATED.includes(kind));

  test.each(kinds)('%s', async (kind, reply) => {
    expectWithinLimits(reply);
    const name = language === 'en' ? kind : `${kind}.${language}`;
    await expect(format(reply)).toMatchFileSnapshot(`messages/${name}.json`);
  });
});

test.each(Object.entries(messagesIn(textsFor('ar'))))('"%s" has no English word of ours in Arabic', (_kind, reply) => {
  expect(foreignWords(reply, [before, now, long, timeline])).toEqual([]);
});
