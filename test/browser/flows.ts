/** Pictures of what takes more than one step, more than one person or another language: see `screenshots.ts`. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { articleWith, mouse, say } from './hands.js';
import { PHONE, SCHEMES, sharedPictures, TALL } from './pictures.js';

const QUESTION = 'Where was the Chinese spy balloon shot down?';
/** A person keeps a language until another one is chosen. */
const ENGLISH = 'American English';
const SHIPPED = '000_34c1936e83dafbf4';

/** Chooses by the name that the language has for itself. */
async function speak(page: Page, language: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: language });
}

function goTo(page: Page, channel: string): Promise<void> {
  return page.getByRole('navigation').getByRole('button', { name: channel }).click();
}

describe.each(SCHEMES)('%s', (scheme) => {
  const pictures = sharedPictures(scheme);
  const { enter, take } = pictures;

  test('a question in a thread, and the next one, which goes on from it', async () => {
    const { discord } = pictures.bot;
    discord.addThread('The balloon');
    const page = await enter(TALL);
    await goTo(page, 'The balloon');
    await say(page, `@byline-bot ${QUESTION}`);
    await articleWith(page, '¶9').waitFor();
    await say(page, '@byline-bot And what was it for?');
    await articleWith(page, 'monitoring weather').nth(1).waitFor();
    await take(page, 'thread');
  });

  test('a direct message', async () => {
    const page = await enter();
    await goTo(page, 'byline-bot');
    await say(page, `/ask question:${QUESTION}`);
    await articleWith(page, '¶9').waitFor();
    await take(page, 'direct-message');
  });

  test('where somebody brought the bot to a server that does not have it', async () => {
    const page = await enter();
    const { discord } = pictures.bot;
    await discord.slash('ask', { question: QUESTION }, { user: discord.member, isBrought: true }).settled();
    await articleWith(page, '¶9').waitFor();
    await take(page, 'user-install');
  });

  test('Dismiss, by somebody who may not and by whoever asked', async () => {
    const page = await enter();
    await mouse.speakAs(page, 'administrator');
    await say(page, `/ask question:${QUESTION}`);
    await articleWith(page, '¶9').waitFor();
    await mouse.speakAs(page, 'member');
    await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await articleWith(page, 'or a moderator').waitFor();
    await take(page, 'dismiss-refused');
    await mouse.speakAs(page, 'administrator');
    await page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await articleWith(page, '¶9').waitFor({ state: 'detached' });
    await take(page, 'dismissed');
  });

  test.each([
    ['arabic', 'العربية', '/ask question:Where was the spy balloon shot down? private:true'],
    ['german', 'Deutsch', '/fragen frage:Where was the spy balloon shot down? privat:true'],
  ])('a reader of %s', async (name, language, asked) => {
    const page = await enter(TALL);
    await speak(page, language);
    await say(page, asked);
    await articleWith(page, '¶9').waitFor();
    await say(page, '/source private:true quote:China staged peace games near Taiwan last August');
    await articleWith(page, 'Altered quote').waitFor();
    await take(page, `${name}-answers`);
    await say(page, '/ask private:true question:Wer ist der Minister und warum ist er auf der Insel?');
    await say(page, '/articles');
    await articleWith(page, 'used /articles').waitFor();
    await take(page, `${name}-declined`);
    await speak(page, ENGLISH);
  });

  test('what administrators read from right to left', async () => {
    const { store, discord } = pictures.bot;
    store.gaps.add({
      guildId: discord.guildId,
      question: 'When does the bridge open?',
      reason: 'declined',
      receiptId: 'AAAA2222',
    });
    const page = await enter({ viewport: { width: 1000, height: 1250 } });
    await mouse.speakAs(page, 'administrator');
    await speak(page, 'العربية');
    await say(page, '/settings');
    await page.getByRole('log').getByRole('article').first().waitFor();
    await page.getByRole('log').getByRole('combobox').first().waitFor();
    await take(page, 'arabic-settings');
    await say(page, '/gaps csv:true');
    await articleWith(page, 'gaps.csv').waitFor();
    await take(page, 'arabic-gaps');
    store.settings.change(discord.guildId, { language: 'fa' });
    await say(page, '/reindex');
    await articleWith(page, 'latin.txt').waitFor();
    await say(page, `/ask question:${QUESTION}`);
    await articleWith(page, '¶9').waitFor();
    await take(page, 'persian-server');
    store.settings.change(discord.guildId, { language: undefined });
    await speak(page, ENGLISH);
  });

  test('a topic that is followed, a new passage on it, and a correction', async () => {
    const { bot } = pictures;
    const file = path.join(bot.articles, `${SHIPPED}.txt`);
    const before = readFileSync(file, 'utf8');
    const page = await enter({ viewport: { width: 1000, height: 1700 } });
    await mouse.speakAs(page, 'administrator');
    await say(page, '/follow topic:spy balloon');
    await articleWith(page, 'now follows').waitFor();
    await say(page, `/ask question:${QUESTION}`);
    await articleWith(page, '¶9').waitFor();
    const news = path.join(bot.articles, 'news.txt');
    writeFileSync(
      news,
      'Another balloon\n\nA second Chinese spy balloon was shot down off the coast of Alaska on Friday, the U.S. military said.\n',
    );
    await bot.index.reindex();
    await articleWith(page, 'New on').waitFor();
    await take(page, 'followed');
    writeFileSync(
      file,
      before.replace('off the coast of South Carolina this month', 'off the coast of North Carolina'),
    );
    await bot.index.reindex();
    await articleWith(page, 'Source amended').waitFor();
    await take(page, 'amended');
    await say(page, '/unfollow topic:spy balloon');
    await articleWith(page, 'no longer follows').waitFor();
    await take(page, 'unfollowed');
    rmSync(news);
    writeFileSync(file, before);
    await bot.index.reindex();
  });

  test('gaps as a table, and too many questions in a short time', async () => {
    const { store, discord } = pictures.bot;
    store.gaps.add({
      guildId: discord.guildId,
      question: 'When does the bridge open?',
      reason: 'declined',
      receiptId: 'AAAA2222',
    });
    const page = await enter();
    await mouse.speakAs(page, 'administrator');
    await say(page, '/gaps csv:true');
    await articleWith(page, 'gaps.csv').waitFor();
    await take(page, 'gaps-table');
    const late = await enter();
    const refused = articleWith(late, 'in a short time');
    while ((await refused.count()) === 0) {
      const asked = Array.from({ length: 10 }, () => discord.slash('source', { quote: '…', private: true }));
      await Promise.all(asked.map((one) => one.settled()));
    }
    await take(late, 'cooldown');
  });

  test('on a phone: a form, its answer, a quotation, the settings', async () => {
    const phone = await enter(PHONE);
    await mouse.speakAs(phone, 'administrator');
    await say(phone, `/ask question:${QUESTION}`);
    await phone.getByRole('button', { name: 'Ask about this article' }).click();
    await phone.getByRole('dialog').waitFor();
    await take(phone, 'phone-form');
    await phone.getByRole('dialog').getByRole('textbox').fill('And what was it for?');
    await phone.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await articleWith(phone, 'And what was it for?').waitFor();
    await take(phone, 'phone-form-answered');
    await say(phone, '/source quote:China staged peace games near Taiwan last August');
    await articleWith(phone, 'Altered quote').waitFor();
    await take(phone, 'phone-quotation');
    await say(phone, '/settings');
    await articleWith(phone, 'I answer in every channel').waitFor();
    await take(phone, 'phone-settings');
  });
});
