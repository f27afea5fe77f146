/** `/gaps` on the local Discord: for administrators, paged also after a restart, and as a file. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Interaction, Message } from '../../src/local-discord/local-discord.js';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { startRestartableBot, type RestartableBot } from '../support/restartable-bot.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const embedder = sharedEmbedder();
let bot: RestartableBot;

beforeEach(async () => {
  bot = await startRestartableBot({ folder: await temporaryFolder(), embedder });
});
afterEach(() => bot.stop());

const textOf = (message: Message | undefined): string => textsOf(message ?? { components: [] }).join('\n');

function keep(question: string, at: number, reason: 'declined' | 'wrong' = 'declined'): void {
  const { store, discord } = bot;
  store.gaps.add({ guildId: discord.guildId, question, reason, receiptId: `AAAA${1000 + at}` });
}

function gaps(options: { csv?: boolean } = {}): Interaction {
  const { discord } = bot;
  return discord.slash('gaps', options, { user: discord.administrator });
}

const SUBJECTS = [
  'What is the population of Taiwan?',
  'How old is Nancy Pelosi?',
  'When does the new bridge open?',
  'What is the price of bread?',
  'Who won the football match?',
  'Why did the mayor resign?',
  'Where is the nearest hospital?',
  'Which film won the award?',
  'How deep is the ocean?',
  'Is it going to rain tomorrow?',
];

describe('/gaps', () => {
  test('puts together what asks for the same, the newest first, privately', async () => {
    keep('When will the new bridge open?', 1);
    keep('What is the price of bread?', 2, 'wrong');
    keep('when does the new bridge open', 3);
    const shown = gaps();
    const text = textOf(await shown.settled());
    expect(text).toContain('3 questions, 2 subjects');
    expect(text).toMatch(/bridge.*\n-# 2 questions · declined: 2 · <t:\d+:D>\n“What is the price of bread\?”\n-# 1 question · marked wrong: 1/u); // prettier-ignore
    expect(shown.isEphemeral).toBe(true);
  });

  test('comes as a file, too, in which nothing is a formula', async () => {
    keep('=HYPERLINK("https://example.org")', 1);
    const { attachments } = await gaps({ csv: true }).settled();
    const response = await fetch(String(attachments[0]?.url));
    expect(await response.text()).toContain('"declined","\'=HYPERLINK(""https://example.org"")"\r\n');
  });

  test('is for administrators, also where a server has opened it to others, and not in direct messages', async () => {
    const { discord } = bot;
    keep('Who asked this?', 1);
    const tried = discord.slash('gaps', {}, { user: discord.member, force: true });
    expect(textOf(await tried.settled())).toBe(ENGLISH.gaps.administratorsOnly);
    expect(tried.isEphemeral).toBe(true);
    const channel = discord.directChannel(discord.administrator);
    const direct = discord.slash('gaps', {}, { user: discord.administrator, channel, force: true });
    expect(textOf(await direct.settled())).toBe(ENGLISH.report.serverOnly);
  });

  test('says when there are none, and when none are kept', async () => {
    const { store, discord } = bot;
    expect(textOf(await gaps().settled())).toBe(ENGLISH.gaps.none);
    store.settings.change(discord.guildId, { keepQuestions: 'off' });
    keep('Who asked this?', 1);
    expect(textOf(await gaps().settled())).toBe(ENGLISH.gaps.notKept);
  });
});

describe('its pages', () => {
  beforeEach(() => SUBJECTS.forEach((question, at) => keep(question, at)));

  test('turn in their own message, also after a restart, and twice at once does no harm', async () => {
    const { discord } = bot;
    const first = await gaps().settled();
    expect(textOf(first)).toContain('Is it going to rain tomorrow?');
    expect(textOf(first)).toContain('Page 1 of 2');
    await bot.restart();
    const turned = ['Older', 'Older'].map((which) =>
      discord.click(first.id, which, { user: discord.administrator }),
    );
    for (const one of turned) {
      const second = await one.settled();
      expect(second.id).toBe(first.id);
      expect(textOf(second)).toContain('Page 2 of 2');
      expect(textOf(second)).toContain(SUBJECTS[0]);
    }
    const back = await discord.click(first.id, 'Newer', { user: discord.administrator }).settled();
    expect(textOf(back)).toBe(textOf(first));
  });

  test('do not turn for whoever is no administrator any more', async () => {
    const { discord } = bot;
    const tried = discord.slash('gaps', {}, { user: discord.member, force: true });
    const refused = await tried.settled();
    const turned = discord.click(refused.id, 'gaps-page:1:1', { user: discord.member, force: true });
    await expect.poll(() => turned.followUps.map(textOf)).toEqual([ENGLISH.gaps.administratorsOnly]);
    expect(turned.edits).toEqual([]);
  });

  test('say that there is nothing left when the questions were deleted meanwhile', async () => {
    const { discord, store } = bot;
    const first = await gaps().settled();
    store.settings.change(discord.guildId, { keepQuestions: 'off' });
    const turned = discord.click(first.id, 'Older', { user: discord.administrator });
    expect(textOf(await turned.settled())).toBe(ENGLISH.gaps.notKept);
  });
});
