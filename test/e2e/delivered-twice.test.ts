/** Discord may send an event again behind a lost connection: whatever it is, it is done once. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { sharedEmbedder } from '../support/embedder.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';
import { startUsedBot, type UsedBot } from '../support/used-bot.js';
import { addRows, handlerNames, USES } from '../support/uses.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
let bot: UsedBot;

beforeAll(async () => {
  bot = await startUsedBot(folder, embedder);
  bot.discord.deliverTwice();
});
beforeEach(() => bot.store.forgetServer(bot.discord.guildId));
afterEach(() => bot.release());
afterAll(() => bot.stop());

const acknowledgements = (): number =>
  bot.discord.requests.filter(({ path }) => path.endsWith('/callback')).length;

/** Answered after all that came before: whatever a copy of it does has begun by then, and what was shown is noted. */
async function quiet(): Promise<void> {
  await bot.discord.slash('why', { id: 'AAAA0000' }).settled();
}

test('every handler that is registered has its use here', () => {
  const names = handlerNames();
  expect(names.filter((name) => USES[name] === undefined)).toEqual([]);
});

test.each(Object.entries(USES))(
  '%s is acknowledged once, shows what it shows once, and changes what it changes once',
  async (_name, { prepare, messages, rows, isMessage = false }) => {
    const { discord } = bot;
    const act = await prepare(bot);
    await quiet();
    const before = {
      acknowledged: acknowledgements(),
      shown: discord.messages().length,
      rows: bot.countRows(),
    };
    await act();
    await quiet();
    expect(acknowledgements() - before.acknowledged).toBe(isMessage ? 1 : 2);
    expect(discord.messages().length - before.shown).toBe(messages + 1);
    expect(bot.countRows()).toEqual(addRows(before.rows, rows));
  },
);

test('of a server that it is removed from the bot forgets all', async () => {
  const { store, discord } = bot;
  store.settings.change(discord.guildId, { isPrivateByDefault: true });
  discord.removeBot();
  await expect.poll(() => store.settings.get(discord.guildId).isPrivateByDefault).toBe(false);
});
