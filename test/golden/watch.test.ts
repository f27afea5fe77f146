/** Golden messages of the bot's own accord: see `messages.test.ts`. */
import { describe, expect, test } from 'vitest';
import { NOTHING_LASTING } from '../../src/discord/lasting.js';
import { toPayload, type Reply } from '../../src/discord/reply.js';
import type { Texts } from '../../src/discord/texts/english.js';
import { textsFor } from '../../src/discord/texts/texts-for.js';
import { renderAmendment } from '../../src/discord/watch/render-amendment.js';
import type { RecalledPassage } from '../../src/discord/watch/render-amended.js';
import { renderFollowed, renderFollows, renderNews, renderUnfollowed } from '../../src/discord/watch/render-follows.js';
import type { Follow } from '../../src/state/follows.js';
import { changed, vanished } from '../support/amendments.js';
import { passageOf } from '../support/passages.js';
import { expectWithinLimits } from '../support/replies.js';

const attribution = {
  articleId: 'visit',
  title: 'A *visit* to the island',
  source: 'Example Times',
  author: 'A. Writer',
  date: '2023-02-17',
  url: 'https://example.org/visit_(2023)',
};
const shown = passageOf('Chiu said he was "not very certain" about the report. He would not explain.', { attribution });
const amended = shown.text.replace('not very certain', 'certain').replace('report', 'secret report');
const other = passageOf('Nobody was hurt.', { attribution, paragraph: 7, last: 7, highlights: [{ start: 0, end: 6 }] });
const follow: Follow = {
  id: '0123ABCD',
  guildId: 'g',
  channelId: 'c',
  topic: 'Oil & *gas*',
  since: 0,
  seen: [],
  postedToday: 0,
  postedOn: undefined,
};

const LEAD = '-# Shared by \\@everyone\n-# Question: What did \\*Chiu\\* say?';
const FOOT = '-# Answer `0123ABCD`: `/why` tells how it was found';

function messagesIn(texts: Texts): Readonly<Record<string, Reply>> {
  const amend = (...passages: readonly RecalledPassage[]): Reply =>
    renderAmendment(texts, { passages, lasting: NOTHING_LASTING });
  return {
    amended: renderAmendment(texts, {
      passages: [{ shown: other }, changed(shown, amended)],
      lasting: { ...NOTHING_LASTING, lead: [LEAD], foot: [FOOT] },
    }),
    'amended-quotation': renderAmendment(texts, {
      passages: [changed(shown, amended)],
      lasting: {
        ...NOTHING_LASTING,
        verdict: ['**Altered quote**'],
        foot: ['Said by **Chiu**', 'Differences:\n- quoted **sure**, the article has **certain**'],
      },
    }),
    'amended-timeline': renderAmendment(texts, {
      passages: [{ shown: other }, changed(shown, amended)].map(({ shown, ...more }) => ({
        ...more,
        shown: { ...shown, highlights: [] },
      })),
      isOfSentences: true,
      lasting: { ...NOTHING_LASTING, lead: ['### Timeline: the visit'], foot: [FOOT] },
    }),
    'amended-citation': renderAmendment(texts, {
      passages: [changed(shown, amended)],
      lasting: { ...NOTHING_LASTING, foot: ['-# Permanent id: `visit ¶3 · 1a2b3c4d`'] },
      hasFile: true,
    }),
    'amended-marks': amend(changed(shown, shown.text.replace('. He', '; he'))),
    'amended-gone': amend(vanished(shown, false), vanished(other, true)),
    'amended-back': amend({ shown }),
    followed: renderFollowed(texts, { kind: 'added', follow }, 1200),
    'followed-already': renderFollowed(texts, { kind: 'already', follow }, 1),
    'followed-full': renderFollowed(texts, { kind: 'full', limit: 25 }, 1),
    follows: renderFollows(texts, [follow, { ...follow, topic: 'the ferry' }]),
    'follows-nothing': renderFollows(texts, []),
    unfollowed: renderUnfollowed(texts, follow),
    'unfollowed-unknown': renderUnfollowed(texts, undefined),
    news: renderNews(texts, follow.topic, other, 0),
    'news-last': renderNews(texts, follow.topic, other, 3),
  };
}

/** As it is sent, with the content of a file as text. */
function format(reply: Reply): string {
  const payload = toPayload(reply);
  const files = payload.files.map(({ name, attachment }) => ({
    name,
    content: attachment.toString().split('\n'),
  }));
  return `${JSON.stringify({ ...payload, files }, undefined, 2)}\n`;
}

/** In other languages than English those that say most. */
const TRANSLATED = ['amended', 'amended-quotation', 'followed', 'news-last'];

describe.each(['en', 'de', 'fa'])('in "%s"', (language) => {
  const messages = Object.entries(messagesIn(textsFor(language)));
  const kinds = messages.filter(([kind]) => language === 'en' || TRANSLATED.includes(kind));

  test.each(kinds)('%s', async (kind, reply) => {
    expectWithinLimits(reply);
    const name = language === 'en' ? kind : `${kind}.${language}`;
    await expect(format(reply)).toMatchFileSnapshot(`messages/${name}.json`);
  });
});
