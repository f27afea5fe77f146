import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderSettings, sourceKey } from '../../src/discord/render-settings.js';
import type { Reply } from '../../src/discord/reply.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { CATALOGUES } from '../../src/discord/texts/texts-for.js';
import { messageCreate } from '../../src/local-discord/validate-messages.js';
import { KEEP_QUESTIONS } from '../../src/state/retention.js';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../src/state/settings.js';
import { findMarkup } from '../support/discord-markdown.js';
import { hostileText } from '../support/hostile-text.js';
import { buttonsOf, expectWithinLimits, textsOf } from '../support/replies.js';
import { anyTexts } from '../support/texts.js';

const V2 = 1 << 15;
const show = (settings: Partial<ServerSettings> = {}, sources: readonly string[] = []): Reply =>
  renderSettings(ENGLISH, { settings: { ...DEFAULT_SETTINGS, ...settings }, sources, paused: [], notes: [] });
const textOf = (reply: Reply): string => textsOf(reply).join('\n');
const idsOf = (reply: Reply): string[] => buttonsOf(reply).map(({ id }) => id);

describe('the settings of a server', () => {
  test('are told in words', () => {
    const text = textOf(show({ channels: ['1', '2'], sources: ['A_B', 'C'], language: 'de' }));
    expect(text).toContain('I answer in 2 channels only.');
    expect(text).toContain(String.raw`Only these sources are searched: A\_B, C.`);
    expect(text).toContain('Public answers are in this language: Deutsch.');
    expect(text).toContain(ENGLISH.settings.keeping['30 days']);
  });

  test.each(KEEP_QUESTIONS)('show what is chosen: questions are kept "%s"', (keepQuestions) => {
    const reply = show({ keepQuestions, channels: ['123456789012345678'], sources: ['A'] }, ['A', 'B']);
    const json = JSON.stringify(reply.components);
    expect(json).toContain('"default_values":[{"id":"123456789012345678","type":"channel"}]');
    const chosen = [...json.matchAll(/"value":"([^"]*)","default":true/gu)].map(([, value]) => value);
    expect(chosen).toEqual([sourceKey('A'), 'own', keepQuestions]);
  });

  test('have buttons that say what they do, and name it in their ids: pressed twice they do the same', () => {
    expect(idsOf(show())).toEqual(expect.arrayContaining(['set-private:1:on', 'set-follow-up:1:off']));
    const other = show({ isPrivateByDefault: true, followUpInThreads: false });
    expect(idsOf(other)).toEqual(expect.arrayContaining(['set-private:1:off', 'set-follow-up:1:on']));
  });

  test('beyond 25 sources let them be typed; more than 25 chosen ones are never offered in part', () => {
    const sources = Array.from({ length: 26 }, (_, at) => `Source ${at}`);
    expect(idsOf(show({}, sources.slice(1)))).not.toContain('type-sources:1');
    expect(idsOf(show({}, sources))).toEqual(expect.arrayContaining(['set-sources:1', 'type-sources:1']));
    const many = show({ sources }, sources);
    expect(idsOf(many)).toContain('type-sources:1');
    expect(idsOf(many)).not.toContain('set-sources:1');
    expect(textOf(many)).toContain('Source 9, … and 16 more');
  });

  test('offer a chosen source although it is not among the first 25, or its articles are gone', () => {
    const sources = Array.from({ length: 40 }, (_, at) => `Source ${at}`);
    const json = JSON.stringify(show({ sources: ['Source 39', 'Gone'] }, sources).components);
    for (const name of ['Source 39', 'Gone'])
      expect(json).toContain(`{"label":"${name}","value":"${sourceKey(name)}","default":true}`);
  });
});

test('whatever the names, in every language, Discord would take them, and nothing in them is formatted or pings', () => {
  const names = fc.uniqueArray(hostileText, { maxLength: 40 });
  const snowflake = fc.bigInt(10n ** 17n, 10n ** 18n).map(String);
  const settings = fc.record({
    channels: fc.array(snowflake, { maxLength: 30 }),
    isPrivateByDefault: fc.boolean(),
    sources: names,
    followUpInThreads: fc.boolean(),
    language: fc.constantFrom(undefined, ...Object.keys(CATALOGUES)),
    keepQuestions: fc.constantFrom(...KEEP_QUESTIONS),
  });
  fc.assert(
    fc.property(anyTexts, settings, names, (texts, held, sources) => {
      const paused = Array.from({ length: 60 }, (_, at) => String(10n ** 18n + BigInt(at)));
      const reply = renderSettings(texts, { settings: held, sources, paused, notes: [texts.settings.saved] });
      expectWithinLimits(reply);
      expect(messageCreate.safeParse({ components: reply.components, flags: V2 }).error).toBeUndefined();
      const own = textsOf(reply)[2] ?? '';
      expect(findMarkup(own)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
