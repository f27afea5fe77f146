/** `/timeline` on the local Discord: days, pages, filters, and a plain no. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGLISH } from '../../src/discord/texts/english.js';
import type { Message } from '../../src/local-discord/local-discord.js';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { copyShippedArticles, startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const DAYS = [
  '2023-04-01',
  '2023-04-03',
  '2023-04-05',
  '2023-04-07',
  '2023-04-09',
  '2023-04-11',
  '2023-04-13',
];
const PLACES = ['harbour', 'market', 'theatre', 'bridge', 'station', 'library', 'castle'];
let bot: RunningBot;

/** Written in no order of the days, so that it is the bot that puts them in order. */
beforeAll(async () => {
  const articles = copyShippedArticles(folder);
  mkdirSync(path.join(articles, 'zeppelin'));
  for (const [at, day] of DAYS.entries()) {
    const place = PLACES[at] ?? '';
    write(
      articles,
      `${(at * 3) % 7}`,
      `date: ${day}\nsource: ${at % 2 === 0 ? 'Sky News' : 'Ground News'}`,
      place,
    );
  }
  write(articles, 'undated', 'source: Sky News', 'quarry');
  bot = await startRunningBot({ folder, embedder, articles });
});
afterAll(() => bot.stop());

function write(articles: string, name: string, head: string, place: string): void {
  const text = `People went home early. A zeppelin was seen above the ${place} in the evening, and it turned north.`;
  writeFileSync(
    path.join(articles, 'zeppelin', `${name}.txt`),
    `---\ntitle: News of the ${place}\n${head}\n---\n\n${text}\n`,
  );
}

function timeline(options: Record<string, string | boolean> = {}): Promise<Message> {
  return bot.discord.slash('timeline', { topic: 'zeppelin', ...options }).settled();
}

/** Where the zeppelin was, in the order of the message. */
function placesIn(message: Message): string[] {
  return textsOf(message).flatMap((text) => /^A zeppelin was seen above the (\S+) in the evening, and it turned north\.$/u.exec(text)?.[1] ?? []);
} // prettier-ignore

describe('a timeline', () => {
  test('has one sentence a day, word for word, with its article and paragraph, oldest first', async () => {
    const message = await timeline();
    expect(placesIn(message)).toEqual(PLACES.slice(0, 5));
    const [title, heading] = textsOf(message);
    expect(title).toBe('### Timeline: zeppelin');
    const noon = Date.parse('2023-04-01T12:00:00Z') / 1000;
    expect(heading).toBe(`### <t:${noon}:D>\n-# News of the harbour · Sky News · ¶1`);
    const foot = textsOf(message).at(-1) ?? '';
    expect(foot).toContain('-# Page 1 of 2\n-# On the topic, but without a date: 1 article\n-# Answer `');
    const id = /`(\w{8})`/u.exec(foot)?.[1] ?? '';
    const explained = textsOf(await bot.discord.slash('why', { id }).settled()).join('\n');
    expect(explained).toContain(ENGLISH.why.timeline);
    expect(explained).toMatch(/\*\*Shown\*\*\n- News of the harbour/u);
  });

  test('keeps to source, dates and the sources of the server', async () => {
    expect(placesIn(await timeline({ source: 'ground', since: '2023-04-05' }))).toEqual([
      'bridge',
      'library',
    ]);
    expect(placesIn(await timeline({ before: '2023-04-05' }))).toEqual(['harbour', 'market']);
    expect(textsOf(await timeline({ since: 'yesterday' })).join('')).toContain(
      'must be a day, a month or a year',
    );
    const { discord, store } = bot;
    store.settings.change(discord.guildId, { sources: ['Ground News'] });
    expect(placesIn(await timeline())).toEqual(['market', 'bridge', 'library']);
    store.settings.change(discord.guildId, { sources: [] });
  });

  test('is private where that is asked for', async () => {
    const asked = bot.discord.slash('timeline', { topic: 'zeppelin', private: true });
    await asked.settled();
    expect(asked.isEphemeral).toBe(true);
  });

  test.each(['volcano', 'Champions League', '???', 'x'.repeat(200)])(
    'of what no article is about is declined: %s',
    async (topic) => {
      const [text = ''] = textsOf(await timeline({ topic }));
      expect(text).toBe('I found no article with a date on this topic.');
    },
  );

  test('of what only an article without a date is about says so', async () => {
    const [text] = textsOf(await timeline({ topic: 'balloon' }));
    expect(text).toContain('On the topic, but without a date: 1 article');
  });
});

test('its pages are turned by anybody, also after a restart and when an article has gone', async () => {
  const { discord } = bot;
  const message = await timeline();
  rmSync(path.join(bot.articles, 'zeppelin', `${(5 * 3) % 7}.txt`)); // the library's
  await bot.index.reindex();
  await bot.restart();
  const later = discord.click(message.id, 'Later days', { user: discord.administrator });
  const second = await later.settled();
  expect(second.id).toBe(message.id);
  expect(placesIn(second)).toEqual(['castle']);
  expect(textsOf(second).join('\n')).toContain('This sentence is no longer there');
  expect(textsOf(second)[0]).toBe('### Timeline: zeppelin');
  expect(() => discord.click(message.id, 'Later days')).toThrow(/disabled/u);
  expect(placesIn(await discord.click(message.id, 'Earlier days').settled())).toEqual(PLACES.slice(0, 5));
});

test('a timeline that is no longer kept is left as it is, and says so to whoever turns it', async () => {
  const { discord } = bot;
  const message = await timeline();
  const turned = discord.click(message.id, 'timeline:1:ZZZZZZZZ:2:0:0:zeppelin', { force: true });
  await expect
    .poll(() => turned.followUps.map((one) => textsOf(one).join('')))
    .toEqual(['This timeline is no longer kept. Please ask for it again.']);
  expect(placesIn(discord.messages().find(({ id }) => id === message.id) ?? message)).toHaveLength(5);
});
