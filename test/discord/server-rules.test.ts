import { expect, test } from 'vitest';
import { refuseElsewhere } from '../../src/discord/server-rules.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { DEFAULT_SETTINGS } from '../../src/state/settings.js';
import { expectWithinLimits, textsOf } from '../support/replies.js';

const refusalIn = (channelId: string | undefined, channels: readonly string[], parentId?: string) =>
  refuseElsewhere({ settings: { ...DEFAULT_SETTINGS, channels }, channelId, parentId, ownTexts: ENGLISH });

test('a server that names no channels is answered in all of them, and direct messages too', () => {
  expect(refusalIn('1', [])).toBeUndefined();
  expect(refusalIn(undefined, [])).toBeUndefined();
});

test('where channels are named the bot answers there and in their threads, and elsewhere names them', () => {
  expect(refusalIn('2', ['1', '2'])).toBeUndefined();
  expect(refusalIn('9', ['1', '2'], '1')).toBeUndefined();
  expect(textsOf(refusalIn('3', ['1', '2'], '4') ?? { components: [] })).toEqual([
    'In this server I answer in <#1>, <#2>.',
  ]);
});

test('a refusal fits into a message, however many channels there are', () => {
  const channels = Array.from({ length: 500 }, (_, at) => String(10n ** 19n + BigInt(at)));
  const refusal = refusalIn('3', channels);
  if (refusal === undefined) throw new Error('It was not refused.');
  expectWithinLimits(refusal);
});
