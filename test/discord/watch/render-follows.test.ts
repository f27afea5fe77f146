import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENGLISH } from '../../../src/discord/texts/english.js';
import {
  renderFollowed,
  renderFollows,
  renderNews,
  renderUnfollowed,
} from '../../../src/discord/watch/render-follows.js';
import type { Follow } from '../../../src/state/follows.js';
import { hostileText } from '../../support/hostile-text.js';
import { anyPassage, passageOf } from '../../support/passages.js';
import { expectWithinLimits, textsOf } from '../../support/replies.js';
import { anyTexts } from '../../support/texts.js';

const LONGEST_TOPIC = 100;
const topic = hostileText.map((text) => text.slice(0, LONGEST_TOPIC));
const MENTION = /@(?:everyone|here)\b|<(?:@[!&]?|#)\d+>/u;

function followOf(name: string, at = 0): Follow {
  return {
    id: `ID${at}`,
    guildId: 'g',
    channelId: 'c',
    topic: name,
    since: 0,
    seen: [],
    postedToday: 0,
    postedOn: undefined,
  };
}

describe('what is followed', () => {
  test('is told with what is there already', () => {
    const outcome = { kind: 'added', follow: followOf('a *topic*') } as const;
    expect(textsOf(renderFollowed(ENGLISH, outcome, 2)).join()).toContain(String.raw`“a \*topic\*”`);
    expect(textsOf(renderFollowed(ENGLISH, outcome, 2)).join()).toContain('2 passages are there already');
    expect(textsOf(renderFollowed(ENGLISH, outcome, 0)).join()).not.toContain('already');
    expect(textsOf(renderFollowed(ENGLISH, { kind: 'full', limit: 25 }, 0)).join()).toContain('25');
  });

  test('whatever the topics: inside all limits, no ping', () => {
    fc.assert(
      fc.property(anyTexts, fc.array(topic, { maxLength: 25 }), (texts, topics) => {
        const follows = topics.map(followOf);
        const replies = [
          renderFollows(texts, follows),
          ...follows.map((follow) => renderUnfollowed(texts, follow)),
          ...follows.map((follow) => renderFollowed(texts, { kind: 'added', follow }, 7)),
        ];
        for (const reply of replies) {
          expectWithinLimits(reply);
          expect(
            textsOf(reply)
              .join('')
              .replaceAll(/\\[\s\S]/gu, ''),
          ).not.toMatch(MENTION);
        }
      }),
    );
  });
});

describe('what is new', () => {
  test('is told with the topic, and how much more there is', () => {
    const texts = textsOf(renderNews(ENGLISH, 'balloon', passageOf('A balloon was found.'), 1));
    expect(texts[0]).toBe('-# New on “balloon”');
    expect(texts[2]).toBe('A balloon was found.');
    expect(texts[3]).toContain('One more passage is new');
    expect(textsOf(renderNews(ENGLISH, 'balloon', passageOf('A balloon was found.'), 0))).toHaveLength(3);
  });

  test('whatever the passage and the topic: inside all limits, no ping', () => {
    fc.assert(
      fc.property(anyTexts, topic, anyPassage, fc.nat(300), (texts, name, passage, rest) => {
        const reply = renderNews(texts, name, passage, rest);
        expectWithinLimits(reply);
        expect(
          textsOf(reply)
            .join('')
            .replaceAll(/\\[\s\S]/gu, ''),
        ).not.toMatch(MENTION);
      }),
    );
  });
});
