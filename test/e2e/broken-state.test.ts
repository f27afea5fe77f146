/** A state that cannot be read or written, through Discord: everybody is told, and nobody is left waiting. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedEmbedder } from '../support/embedder.js';
import { textsOf } from '../support/replies.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const QUESTION = 'Where was the Chinese spy balloon shot down?';
const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
let bot: RunningBot;
beforeAll(async () => {
  bot = await startRunningBot({ folder, embedder });
});
afterAll(() => bot.stop());

test('a command and a mention are answered with a number to tell, and the log has the cause', async () => {
  const { discord, log, store } = bot;
  store.close();
  const asked = discord.slash('ask', { question: QUESTION });
  const told = textsOf(await asked.settled()).join('');
  expect(asked.isEphemeral).toBe(true);
  const question = discord.sendMessage(`<@${discord.applicationId}> ${QUESTION}`, {
    user: discord.administrator,
  });
  const reply = await discord.whenSent(
    ({ message_reference }) => message_reference?.message_id === question.id,
  );
  for (const text of [told, textsOf(reply).join('')]) {
    const [, reference] = /(\d{6})/u.exec(text) ?? [];
    expect(log.lines.find(({ fields }) => fields['reference'] === reference)?.level).toBe('error');
  }
});
