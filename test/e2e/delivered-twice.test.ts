/** Discord may send an event again behind a lost connection: whatever it is, it is done once. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENGLISH } from '../../src/discord/texts/english.js';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const QUESTION = 'Which official arrived in Taiwan?';
const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
let bot: RunningBot;

beforeAll(async () => {
  bot = await startRunningBot({ folder, embedder });
  bot.discord.deliverTwice();
});
afterAll(() => bot.stop());

const acknowledgements = (): number =>
  bot.discord.requests.filter(({ path }) => path.endsWith('/callback')).length;

test('a command is acknowledged and answered once', async () => {
  const [before, shown] = [acknowledgements(), bot.discord.messages().length];
  await bot.discord.slash('ask', { question: QUESTION, private: false }).settled();
  await bot.discord.slash('articles').settled(); // whatever the copy does has begun by now
  expect(acknowledgements() - before).toBe(2);
  expect(bot.discord.messages().length - shown).toBe(2);
});

test('a vote counts once', async () => {
  const user = bot.discord.addMember('Reader');
  const answer = await bot.discord.slash('ask', { question: QUESTION, private: false }, { user }).settled();
  const receipt = /`([0-9A-Z]{8})`/u.exec(textsOf(answer).join('\n'))?.[1] ?? '';
  await bot.discord.click(answer.id, ENGLISH.reader.right, { user }).settled();
  expect(bot.store.feedback.counts(receipt)).toEqual({ right: 1, wrong: 0 });
});

test('a mention has one reply', async () => {
  const asked = bot.discord.sendMessage(`<@${bot.discord.applicationId}> ${QUESTION}`);
  const replies = () =>
    bot.discord.messages().filter(({ message_reference }) => message_reference?.message_id === asked.id);
  await expect.poll(() => replies().length).toBe(1);
  await bot.discord.slash('ask', { question: QUESTION, private: false }).settled();
  expect(replies()).toHaveLength(1);
});

test('of a server that it is removed from the bot forgets all', async () => {
  const { store, discord } = bot;
  store.settings.change(discord.guildId, { isPrivateByDefault: true });
  discord.removeBot();
  await expect.poll(() => store.settings.get(discord.guildId).isPrivateByDefault).toBe(false);
});
