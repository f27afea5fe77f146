/** `/settings` on the local Discord: who may, what each control changes, twice, and after a restart. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sourceKey } from '../../src/discord/render-settings.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { GERMAN } from '../../src/discord/texts/german.js';
import type { Interaction, Message } from '../../src/local-discord/local-discord.js';
import { DEFAULT_SETTINGS, type ServerSettings } from '../../src/state/settings.js';
import { fakeEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { startRestartableBot, type RestartableBot } from '../support/restartable-bot.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const { settings: told } = ENGLISH;
const MANAGE_SERVER = 1n << 5n;
let bot: RestartableBot;
/** Somebody who manages the server and is no administrator. */
let manager: string;

beforeEach(async () => {
  bot = await startRestartableBot({ folder: await temporaryFolder(), embedder: fakeEmbedder() });
  manager = bot.discord.addMember('manager', MANAGE_SERVER);
});
afterEach(() => bot.stop());

const textOf = (message: Message | undefined): string => textsOf(message ?? { components: [] }).join('\n');
const held = (): ServerSettings => bot.store.settings.get(bot.discord.guildId);

const show = (user = manager): Interaction => bot.discord.slash('settings', {}, { user });

describe('/settings', () => {
  test('shows what holds, privately, to whoever may manage the server, in their language', async () => {
    const shown = show();
    expect(textOf(await shown.settled())).toContain(told.everywhere);
    expect(shown.isEphemeral).toBe(true);
    const german = bot.discord.slash('settings', {}, { user: manager, locale: 'de' });
    expect(textOf(await german.settled())).toContain(GERMAN.settings.everywhere);
    expect(textOf(await show(bot.discord.administrator).settled())).toContain(told.title);
  });

  test('is refused to everybody else, and in direct messages', async () => {
    const { discord } = bot;
    const tried = discord.slash('settings', {}, { user: discord.member, force: true });
    expect(textOf(await tried.settled())).toBe(told.managersOnly);
    expect(tried.isEphemeral).toBe(true);
    const channel = discord.directChannel(manager);
    const direct = discord.slash('settings', {}, { user: manager, channel, force: true });
    expect(textOf(await direct.settled())).toBe(told.serverOnly);
  });
});

/** Uses a control, and what the settings are then. */
type Use = (messageId: string) => Interaction;
const choose =
  (customId: string, ...values: string[]): Use =>
  (messageId) =>
    bot.discord.select(messageId, customId, values, { user: manager });
const press =
  (label: string): Use =>
  (messageId) =>
    bot.discord.click(messageId, label, { user: manager });

const CHANGES: readonly (readonly [string, () => Use, () => Partial<ServerSettings>, string])[] = [
  ['the channels', () => choose('set-channels:1', bot.discord.channelId), () => ({ channels: [bot.discord.channelId] }), told.onlyIn(1)],
  ['the sources', () => choose('set-sources:1', sourceKey('Iran Press')), () => ({ sources: ['Iran Press'] }), told.onlySources('Iran Press')],
  ['the language', () => choose('set-language:1', 'fr'), () => ({ language: 'fr' }), told.languageIs('français')],
  ['keeping', () => choose('set-keeping:1', 'forever'), () => ({ keepQuestions: 'forever' }), told.keeping.forever],
  ['privacy', () => press(told.makePrivate), () => ({ isPrivateByDefault: true }), told.privateAnswers],
  ['follow-up', () => press(told.followNothing), () => ({ followUpInThreads: false }), told.followsNothing],
]; // prettier-ignore

describe('a control', () => {
  test.each(CHANGES)(
    'changes %s, says so in its message, and does the same twice',
    async (_what, use, change, says) => {
      const { id } = await show().settled();
      const twice = [use()(id), use()(id)];
      for (const used of twice) {
        const message = await used.settled();
        expect(message.id).toBe(id);
        expect(textOf(message)).toContain(told.saved);
        expect(textOf(message)).toContain(says);
      }
      expect(held()).toEqual({ ...DEFAULT_SETTINGS, ...change() });
    },
  );

  test('works after a restart, and what it has set outlives the next one', async () => {
    const { id } = await show().settled();
    await bot.restart();
    expect(textOf(await press(told.makePrivate)(id).settled())).toContain(told.privateAnswers);
    expect(textOf(await choose('set-language:1', 'de')(id).settled())).toContain('Deutsch');
    await bot.restart();
    expect(held()).toEqual({ ...DEFAULT_SETTINGS, isPrivateByDefault: true, language: 'de' });
    expect(textOf(await press(told.makePublic)(id).settled())).toContain(told.publicAnswers);
  });

  test('takes a choice back: everywhere, all sources, the own language', async () => {
    const { id } = await show().settled();
    await choose('set-channels:1', bot.discord.channelId)(id).settled();
    await choose('set-sources:1', sourceKey('Iran Press'))(id).settled();
    await choose('set-language:1', 'fr')(id).settled();
    await choose('set-channels:1')(id).settled();
    await choose('set-sources:1')(id).settled();
    expect(textOf(await choose('set-language:1', 'own')(id).settled())).toContain(told.ownLanguages);
    expect(held()).toEqual(DEFAULT_SETTINGS);
  });

  test('that is used by somebody who may not any more changes nothing, and says so', async () => {
    const { discord } = bot;
    const refused = await discord.slash('settings', {}, { user: discord.member, force: true }).settled();
    const options = { user: discord.member, force: true };
    for (const id of ['set-private:1:on', 'set-follow-up:1:off', 'set-keeping:1', 'set-channels:1']) {
      const used = discord.click(refused.id, id, options);
      await expect.poll(() => used.followUps.map(textOf)).toEqual([told.managersOnly]);
    }
    const typed = discord.click(refused.id, 'type-sources:1', options);
    expect(textOf(await typed.settled())).toBe(told.managersOnly);
    expect(held()).toEqual(DEFAULT_SETTINGS);
  });

  test('of a choice that there is not changes nothing, and says that it is outdated', async () => {
    const { discord } = bot;
    const { id } = await show().settled();
    const used = discord.click(id, 'set-language:1', { user: manager, force: true });
    await expect.poll(() => used.followUps.map(textOf)).toEqual([ENGLISH.general.outdated]);
    expect(held()).toEqual(DEFAULT_SETTINGS);
  });
});

test('keeping no questions deletes those that were kept, and says so', async () => {
  const { discord } = bot;
  const gap = {
    guildId: discord.guildId,
    question: 'Why?',
    reason: 'declined',
    receiptId: 'AAAA2222',
  } as const;
  bot.store.gaps.add(gap);
  bot.store.gaps.add({ ...gap, guildId: 'another' });
  const { id } = await show().settled();
  const message = await choose('set-keeping:1', 'off')(id).settled();
  expect(textOf(message)).toContain(`${told.saved} ${told.forgotten}`);
  expect(textOf(message)).toContain(told.keeping.off);
  expect(bot.store.gaps.all().map(({ guildId }) => guildId)).toEqual(['another']);
  expect(textOf(await discord.slash('articles').settled())).toContain(`-# ${told.keeping.off}`);
});

/** Types names of sources into the form of the settings. */
async function typeSources(names: string): Promise<Interaction> {
  const { discord } = bot;
  const { id } = await show().settled();
  const opened = await discord.click(id, told.typeSources, { user: manager }).responded();
  return discord.submitModal(opened, { names });
}

describe('more sources than a select can offer', () => {
  beforeEach(async () => {
    mkdirSync(path.join(bot.articles, 'more'));
    for (let at = 0; at < 30; at++) {
      const text = `---\nsource: Paper ${at}\n---\n\nPaper number ${at} has an article of its own about something.\n`;
      writeFileSync(path.join(bot.articles, 'more', `${at}.md`), text);
    }
    await bot.index.reindex();
  });

  test('are typed into a form, in any case, which then holds what is set', async () => {
    const typed = await typeSources('paper 29\n\n  IRAN press  \npaper 29');
    expect(textOf(await typed.settled())).toContain(told.onlySources('Paper 29, Iran Press'));
    expect(held().sources).toEqual(['Paper 29', 'Iran Press']);
    const again = bot.discord.click(String(typed.message?.id), told.typeSources, { user: manager });
    expect(JSON.stringify((await again.responded()).modal)).toContain(
      String.raw`"value":"Paper 29\nIran Press"`,
    );
    expect(textOf(await (await typeSources('')).settled())).toContain(told.allSources);
  });

  test('one that is not known is named, and nothing is changed', async () => {
    const typed = await typeSources('Paper 3\nThe *Daily* Planet');
    const words = told.unknownSource(String.raw`“The \*Daily\* Planet”`);
    await expect.poll(() => typed.followUps.map(textOf)).toEqual([words]);
    expect(held()).toEqual(DEFAULT_SETTINGS);
  });
});
