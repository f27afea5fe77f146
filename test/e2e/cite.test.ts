/** `/cite` on the local Discord: what is cited, and what becomes of a citation when its article is changed. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/local-discord/local-discord.js';
import { unescapeMarkdown } from '../support/discord-markdown.js';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { readShippedArticle } from '../support/shipped-article.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const { paragraphs } = readShippedArticle();
const TITLE = 'Harbour *plan*';
const PARAGRAPHS = [
  'The council of the harbour did not approve the plan on Monday, as its chair had said before.',
  'The engineers had asked for _another_ year to measure the tides and the wind at the northern pier.',
  'Nobody spoke against the budget, which had been written in the winter by the treasurer herself.',
  `${'The list of ships was read aloud from the beginning to the end of it. '.repeat(80)}That was all.`,
];
let bot: RunningBot;

function write(...texts: readonly string[]): void {
  const head = `---\ntitle: ${JSON.stringify(TITLE)}\nsource: Harbour Post\ndate: 2023-03-01\n---\n\n`;
  writeFileSync(path.join(bot.articles, 'harbour.txt'), `${head}${texts.join('\n\n')}\n`);
}

beforeAll(async () => {
  bot = await startRunningBot({ folder, embedder });
  write(...PARAGRAPHS);
  await bot.index.reindex();
});
afterAll(() => bot.stop());

function cite(options: Record<string, string | number | boolean>): Promise<Message> {
  return bot.discord.slash('cite', options).settled();
}

/** The texts of an answer, as a reader sees them. */
const seenIn = (message: Message): string[] =>
  textsOf(message).map((text) => unescapeMarkdown(text.replaceAll('~~', '')));

function permalinksIn(message: Message): string[] {
  return [
    ...textsOf(message)
      .join('\n')
      .matchAll(/`([^`]+ · [0-9a-f]{8})`/gu),
  ].map(([, link = '']) => link);
}

async function permalinkOf(paragraph: number): Promise<string> {
  const [link = ''] = permalinksIn(await cite({ article: 'harbour', paragraph }));
  return link;
}

describe('a paragraph', () => {
  test('is shown byte for byte, with source, number and permanent id', async () => {
    const [chosen] = await bot.discord.autocomplete('cite', 'article', 'TOP CHINA');
    const article = String(chosen?.value);
    for (const { number, text } of paragraphs) {
      const message = await cite({ article, paragraph: number });
      const [heading = ''] = textsOf(message);
      expect(heading).toContain(`Iran Press · ¶${number}`);
      expect(seenIn(message)).toContain(text);
      const [permalink = ''] = permalinksIn(message);
      const again = await cite({ permalink });
      expect(textsOf(again)).toEqual([expect.stringContaining('the same'), ...textsOf(message)]);
    }
  });

  test('that is longer than a message is shown in whole sentences, and whole in a file', async () => {
    const message = await cite({ article: TITLE, paragraph: 4 });
    expect(textsOf(message).find((text) => text.endsWith('[…]'))?.length).toBeGreaterThan(3000);
    const [file] = message.attachments;
    expect(file?.filename).toBe('paragraph-4.txt');
    expect(await (await fetch(file?.url ?? '')).text()).toBe(PARAGRAPHS[3]);
  });

  test.each([
    [{ article: TITLE, paragraph: 5 }, /no such paragraph.*4 paragraphs/u],
    [{ article: TITLE, paragraph: 0 }, /no such paragraph.*4 paragraphs/u],
    [{ article: TITLE, paragraph: -3 }, /no such paragraph/u],
    [{ article: 'no such article', paragraph: 1 }, /no such article/u],
    [{ article: TITLE }, /number of a paragraph/u],
    [{ paragraph: 3 }, /number of a paragraph/u],
    [{}, /number of a paragraph/u],
    [{ permalink: 'what is this?' }, /no permanent id/u],
    [{ permalink: 'x'.repeat(6000) }, /no permanent id/u],
    [{ permalink: 'nowhere ¶3 · 1a2b3c4d' }, /no such article/u],
    [{ permalink: 'harbour ¶99 · 1a2b3c4d' }, /has changed since: it has 4 paragraphs/u],
    [{ permalink: 'harbour ¶99' }, /no such paragraph/u],
  ])('that is not there is told in words: %j', async (options, expected) => {
    expect(textsOf(await cite(options)).join('\n')).toMatch(expected);
  });

  test('may be named by a permanent id where the article is asked for', async () => {
    expect(seenIn(await cite({ article: await permalinkOf(2) }))).toContain(PARAGRAPHS[1]);
  });

  test('is seen by everybody, or by the asker alone; the server says which where the asker does not', async () => {
    const { discord, store } = bot;
    const isPrivate = async (options: Record<string, boolean>): Promise<boolean> => {
      const asked = discord.slash('cite', { article: TITLE, paragraph: 1, ...options });
      await asked.settled();
      return asked.isEphemeral;
    };
    expect([await isPrivate({}), await isPrivate({ private: true })]).toEqual([false, true]);
    store.settings.change(discord.guildId, { isPrivateByDefault: true });
    expect([await isPrivate({}), await isPrivate({ private: false })]).toEqual([true, false]);
    store.settings.change(discord.guildId, { isPrivateByDefault: false });
  });

  test('of a source that the server does not search is as unknown as one that is not there', async () => {
    const { discord, store } = bot;
    const permalink = await permalinkOf(1);
    store.settings.change(discord.guildId, { sources: ['Iran Press'] });
    for (const options of [
      { article: TITLE, paragraph: 1 },
      { article: TITLE, paragraph: 99 },
      { permalink },
    ]) {
      expect(textsOf(await cite(options)).join('')).toMatch(/no such article/u);
    }
    store.settings.change(discord.guildId, { sources: [] });
  });
});

test('what everybody sees is remembered, so that it can be corrected; what one person sees is not', async () => {
  const { discord, store } = bot;
  const shown = await cite({ article: TITLE, paragraph: 3 });
  await expect
    .poll(() => store.shownMessages.get(discord.channelId, shown.id)?.passages)
    .toMatchObject([{ paragraph: 3, last: 3 }]);
  const hidden = await cite({ article: TITLE, paragraph: 3, private: true });
  const later = await cite({ article: TITLE, paragraph: 2 });
  await expect.poll(() => store.shownMessages.get(discord.channelId, later.id)).toBeDefined();
  expect(store.shownMessages.get(discord.channelId, hidden.id)).toBeUndefined();
});

test('of an article that has changed both wordings are shown, also after a restart', async () => {
  const [first, second] = [await permalinkOf(1), await permalinkOf(2)];
  const [old = '', measured = '', ...rest] = PARAGRAPHS;
  const amended = old.replace('did not approve', 'approved');
  write(
    'An amendment was put before everything else, and it is a paragraph of its own.',
    amended,
    measured,
    ...rest,
  );
  await bot.restart();
  await bot.index.reindex();

  const followed = await cite({ permalink: first });
  expect(textsOf(followed)[0]).toMatch(/^This paragraph has changed since it was cited\.[^]*¶2/u);
  expect(seenIn(followed)).toEqual(expect.arrayContaining([old, amended]));
  expect(textsOf(followed).join('\n')).toMatch(/~~did not approve~~[^]*\*\*approved\*\*/u);
  const [before, now = ''] = permalinksIn(followed);
  expect(before).toBe(first);
  expect(textsOf(await cite({ permalink: now }))[0]).toMatch(/the same/u);

  const moved = await cite({ permalink: second });
  expect(textsOf(moved)[0]).toMatch(/stood at ¶2/u);
  expect(seenIn(moved)).toContain(measured);
});

test('a paragraph that is cited by its number tells that it was shown with other words', async () => {
  const [inserted = '', amended = '', ...rest] = currentParagraphs();
  await permalinkOf(2);
  const again = amended.replace('on Monday', 'on Tuesday');
  write(inserted, again, ...rest);
  await bot.index.reindex();
  const message = await cite({ article: TITLE, paragraph: 2 });
  expect(textsOf(message)[0]).toMatch(/shown with other words before/u);
  expect(seenIn(message)).toEqual(expect.arrayContaining([amended, again]));
});

test('of what nobody cited here only the words of now are known', async () => {
  const message = await cite({ permalink: 'harbour ¶1 · 00000000' });
  expect(textsOf(message)[0]).toMatch(/only the words of now/u);
  expect(seenIn(message)).toContain(currentParagraphs()[0]);
});

test('of a paragraph that is gone, and of an article that is gone, the words that were cited stay', async () => {
  const current = currentParagraphs();
  const permalink = await permalinkOf(3);
  write(...current.slice(0, 2));
  await bot.index.reindex();
  const gone = await cite({ permalink });
  expect(textsOf(gone)[0]).toMatch(/no longer stands in the article/u);
  expect(seenIn(gone)).toContain(current[2]);

  rmSync(path.join(bot.articles, 'harbour.txt'));
  await bot.index.reindex();
  const message = await cite({ permalink });
  expect(textsOf(message)[0]).toMatch(/not among those that I search any more/u);
  expect(seenIn(message)).toContain(current[2]);
  expect(textsOf(message)[1]).toContain('Harbour Post');
});

/** As the file has them now. */
function currentParagraphs(): string[] {
  const [, , body = ''] = readFileSync(path.join(bot.articles, 'harbour.txt'), 'utf8').split('---\n');
  return body.trim().split('\n\n');
}
