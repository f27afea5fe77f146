/** In which language who is answered, and what rights somebody has, through Discord. */
import { ApplicationCommandType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reindex } from '../../commands/reindex.js';
import { source } from '../../commands/source.js';
import type { SlashCommand } from '../../src/discord/command.js';
import { say } from '../../src/discord/reply.js';
import { textsFor } from '../../src/discord/texts/texts-for.js';
import { startBareBot, type BareBot } from '../support/bare-bot.js';
import { textsOf } from '../support/replies.js';

/** Tells what rights somebody has. */
const rights: SlashCommand = {
  payload: {
    type: ApplicationCommandType.ChatInput,
    name: 'rights',
    description: 'Tells what rights you have',
  },
  isQuestion: false,
  isPrivate: () => true,
  run: ({ isAdministrator, isManager, isModerator }) =>
    say([isAdministrator, isManager, isModerator].join(' ')),
};

let bot: BareBot;
beforeAll(async () => {
  bot = await startBareBot({ slash: [source, reindex, rights], message: [] }, [], { guildLocale: 'de' });
});
afterAll(() => bot.stop());

const notReady = (language: string): string => textsFor(language).general.notReady;

async function check(isPrivate: boolean, locale: string, channel?: string): Promise<string> {
  const where = channel === undefined ? {} : { channel };
  const asked = bot.discord.slash('source', { quote: 'words', private: isPrivate }, { locale, ...where });
  return textsOf(await asked.settled()).join('\n');
}

describe('an answer', () => {
  test.each([
    ['es-419', 'es'],
    ['fr', 'fr'],
    ['ar', 'ar'],
    ['fa', 'fa'],
    ['ja', 'en'],
  ])('that is private is in the language of whoever asks: %s', async (locale, language) => {
    expect(await check(true, locale)).toBe(notReady(language));
  });

  test('that is public is in the language of the server', async () => {
    expect(await check(false, 'fr')).toBe(notReady('de'));
  });

  test('in direct messages is in the language of whoever asks', async () => {
    const { discord } = bot;
    expect(await check(false, 'fr', discord.directChannel(discord.member))).toBe(notReady('fr'));
  });

  test('to a mention is in the language of the server', async () => {
    const { discord } = bot;
    const question = discord.sendMessage(`<@${discord.applicationId}> what happened?`);
    const reply = await discord.whenSent((message) => message.message_reference?.message_id === question.id);
    expect(textsOf(reply).join('')).toBe(notReady('de'));
  });

  test('that refuses is private, and in the language of whoever asks', async () => {
    const { discord } = bot;
    const tried = discord.slash('reindex', {}, { user: discord.member, locale: 'fr', force: true });
    expect(textsOf(await tried.settled()).join('')).toBe(textsFor('fr').report.administratorsOnly);
    expect(tried.isEphemeral).toBe(true);
  });
});

const tell = async (more: { readonly channel?: string; readonly isBrought?: boolean } = {}) => {
  const { discord } = bot;
  return textsOf(
    await discord.slash('rights', {}, { user: discord.administrator, ...more }).settled(),
  ).join();
};

describe('rights', () => {
  test('are those of the server', async () => {
    expect(await tell()).toBe('true true true');
    expect(textsOf(await bot.discord.slash('rights').settled()).join()).toBe('false false false');
  });

  test('are none in direct messages, and where somebody brought the bot to a server that does not have it', async () => {
    const { discord } = bot;
    expect(await tell({ channel: discord.directChannel(discord.administrator) })).toBe('false false false');
    expect(await tell({ isBrought: true })).toBe('false false false');
    const tried = discord.slash('reindex', {}, { user: discord.administrator, isBrought: true, force: true });
    expect(textsOf(await tried.settled()).join('')).toContain('administrators');
  });
});
