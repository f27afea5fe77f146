/**
 * What was acknowledged by a process that then ended comes once more to the next one, which knows nothing of it but what is
 * kept: nothing is posted, counted or kept a second time. Discord itself sends nothing again to a new process.
 */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { sharedEmbedder } from '../support/embedder.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';
import { startUsedBot, type UsedBot } from '../support/used-bot.js';
import { addRows, USES } from '../support/uses.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
let bot: UsedBot;

beforeAll(async () => {
  bot = await startUsedBot(folder, embedder);
  // With its answer lost nobody knows of an acknowledgement: the second one is then refused, and no fault of the bot.
  bot.discord.fault({ when: ({ path }) => path.endsWith('/callback'), respond: 'lost' });
  await quiet();
});
beforeEach(() => bot.store.forgetServer(bot.discord.guildId));
afterEach(() => bot.release());
afterAll(() => bot.stop());

/** Answered after all that came before. */
async function quiet(): Promise<void> {
  await bot.discord.slash('why', { id: 'AAAA0000' }).settled();
}

test.each(Object.entries(USES))('%s, once more after a restart', async (_name, { prepare, again }) => {
  const { discord } = bot;
  const act = await prepare(bot);
  const id = await act();
  await quiet();
  const once = { shown: discord.messages().length, rows: bot.countRows() };
  await bot.restart();
  const isAgain = discord.requests.length;
  discord.deliverAgain(id);
  await discord.whenRequested((request) => discord.requests.indexOf(request) >= isAgain);
  await bot.restart(); // what is in flight is finished first
  expect(discord.messages().length).toBe(once.shown + (again?.messages ?? 0));
  expect(bot.countRows()).toEqual(addRows(once.rows, again?.rows));
});
