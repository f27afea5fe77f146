/** The page in a real browser, with the real bot behind it: each thing a person does, once by mouse and once by keyboard only. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BROWSER_NOTE, HAS_BROWSER, sharedBrowser } from '../support/browser.js';
import { sharedEmbedder } from '../support/embedder.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';
import { articleWith, keyboard, messageBox, mouse } from './hands.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const { visit, leave } = sharedBrowser();
let bot: RunningBot;

beforeEach(async () => {
  if (HAS_BROWSER) bot = await startRunningBot({ folder, embedder });
});
afterEach(async () => {
  await leave();
  if (HAS_BROWSER) await bot.stop();
});

describe.skipIf(!HAS_BROWSER).each([
  ['mouse', mouse],
  ['keyboard only', keyboard],
] as const)(`by %s${BROWSER_NOTE}`, (_name, hands) => {
  test('a question typed as a whole command', async () => {
    const page = await visit(bot.discord.pageUrl);
    await hands.write(messageBox(page), '/ask question:Which official arrived in Taiwan?');
    await hands.send(page);
    const answer = articleWith(page, '¶1');
    await answer.waitFor();
    const text = await answer.innerText();
    expect(text).toContain('Iran Press');
    expect(text).toContain('used /ask');
    expect(await answer.locator('strong, b').count()).toBeGreaterThan(0);
  });

  test('a question through the command list, with an article chosen from those that the bot proposes', async () => {
    const page = await visit(bot.discord.pageUrl);
    await hands.write(messageBox(page), '/');
    await hands.pick(page, page.getByRole('option', { name: '/ask' }));
    await page.keyboard.type('Where was the Chinese spy balloon shot down?');
    await hands.press(page.getByRole('button', { name: 'Add option article' }));
    await hands.write(page.getByRole('combobox', { name: 'article' }), 'TOP CHINA');
    await hands.pick(page, page.getByRole('option', { name: 'top China official' }));
    await hands.press(page.getByRole('button', { name: 'Run' }));
    await articleWith(page, '¶9').waitFor();
  });

  test('a command in another language, by the name that it has there', async () => {
    const page = await visit(bot.discord.pageUrl);
    await hands.speakIn(page, 'Deutsch');
    await hands.write(messageBox(page), '/art');
    await hands.pick(page, page.getByRole('option', { name: '/artikel' }));
    await hands.press(page.getByRole('button', { name: 'Run' }));
    await articleWith(page, 'Quellen').waitFor();
  });

  test('/source with a wrong word', async () => {
    const page = await visit(bot.discord.pageUrl);
    const quote = 'China staged peace games near Taiwan last August to express its anger';
    await hands.write(messageBox(page), `/source quote:${quote}`);
    await hands.send(page);
    const answer = articleWith(page, 'Altered quote');
    await answer.waitFor();
    expect(await answer.innerText()).toMatch(/peace[\s\S]*war/u);
  });

  test('a declined question, and the passage that comes closest, for the asker alone', async () => {
    const page = await visit(bot.discord.pageUrl);
    await hands.write(messageBox(page), '/ask question:How old is Nancy Pelosi?');
    await hands.send(page);
    await hands.press(page.getByRole('button', { name: 'Show the closest passage' }));
    const closest = articleWith(page, 'may not answer');
    await closest.waitFor();
    expect(await closest.innerText()).toContain('Only you can see this');
    await hands.speakAs(page, 'administrator');
    await closest.waitFor({ state: 'detached' });
  });

  test('/reindex as administrator, and its refusal as a member', async () => {
    const page = await visit(bot.discord.pageUrl);
    await hands.speakAs(page, 'administrator');
    await hands.write(messageBox(page), '/reindex full:true');
    await hands.send(page);
    await articleWith(page, '1 article').waitFor();
    await hands.speakAs(page, 'member');
    await hands.write(messageBox(page), '/');
    await page.getByRole('option', { name: '/ask' }).waitFor();
    expect(await page.getByRole('option', { name: '/reindex' }).count()).toBe(0);
    await page.keyboard.type('reindex');
    await hands.send(page);
    const refusal = articleWith(page, 'Only administrators');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('Only you can see this');
  });

  test('Check quote, from the menu of a message', async () => {
    const page = await visit(bot.discord.pageUrl);
    await hands.write(messageBox(page), 'He said “I won’t explain the details” and left.');
    await hands.send(page);
    const message = articleWith(page, 'He said').first();
    await message.waitFor();
    await hands.useApp(page, message, 'Check quote');
    const checked = articleWith(page, 'Exact');
    await checked.waitFor();
    expect(await checked.innerText()).toContain('Only you can see this');
  });

  test('a mention, with the name from the list', async () => {
    const page = await visit(bot.discord.pageUrl);
    await hands.write(messageBox(page), '@byl');
    await hands.pick(page, page.getByRole('option', { name: '@byline-bot' }));
    await page.keyboard.type('where was the spy balloon shot down?');
    await hands.send(page);
    const reply = articleWith(page, '¶9');
    await reply.waitFor();
    expect(await reply.innerText()).toContain('where was the spy balloon');
  });

  test('a message is dismissed, and its JSON with the limits is shown', async () => {
    const page = await visit(bot.discord.pageUrl);
    await hands.write(messageBox(page), '/ask question:Who is Chiu? private:true');
    await hands.send(page);
    const answer = articleWith(page, '¶5');
    await hands.press(answer.getByRole('button', { name: 'More', exact: true }));
    await page.getByRole('menu', { name: 'Message' }).waitFor();
    await hands.choose(page, page.getByRole('menuitem', { name: 'Raw JSON' }));
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toMatch(/Text of all components: [\d,]+ of 4,000/u);
    expect(await dialog.innerText()).toContain('"flags": 32832');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await hands.press(answer.getByRole('button', { name: 'Dismiss message' }));
    await answer.waitFor({ state: 'detached' });
  });
});
