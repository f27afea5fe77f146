/** Writes a picture of each kind of answer to the folder `screenshots`, for people to look at. Flows stand in `flows.ts`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'vitest';
import { articleWith, messageBox, mouse, say } from './hands.js';
import { PHONE, SCHEMES, sharedPictures, TALL } from './pictures.js';

/** What is typed, and what the answer shows. */
const ANSWERS: readonly (readonly [name: string, typed: string, shown: string])[] = [
  ['answer', '/ask question:Which official arrived in Taiwan?', '¶1'],
  ['answer-private', '/ask question:Where was the spy balloon shot down? private:true', '¶9'],
  ['declined', '/ask question:How old is Nancy Pelosi?', 'closest'],
  ['source-exact', "/source quote:I won't explain the details", 'Exact quote'],
  ['source-punctuation', '/source quote:I won’t explain the details; he said', 'used /source'],
  [
    'source-altered',
    '/source quote:China staged peace games near Taiwan last August to express its anger',
    'Altered quote',
  ],
  ['source-not-found', '/source quote:The quick brown fox jumps over the lazy dog by the river', 'Not found'],
  ['articles', '/articles', 'used /articles'],
  ['no-words', '/source quote:…', 'used /source'],
];

describe.each(SCHEMES)('%s', (scheme) => {
  const pictures = sharedPictures(scheme);
  const { enter, take, complaints } = pictures;

  test.each(ANSWERS)('%s', async (name, typed, shown) => {
    const page = await enter();
    await say(page, typed);
    await articleWith(page, shown).waitFor();
    await take(page, name);
  });

  test('a command that there is not', async () => {
    const page = await enter();
    await say(page, '/dance');
    await articleWith(page, 'no command').waitFor();
    await take(page, 'unknown-command');
    complaints(); // the browser's own, about a refused request
  });

  test('the welcome', async () => {
    await take(await enter(), 'welcome');
  });

  test('the closest passage, for the asker alone', async () => {
    const page = await enter();
    await say(page, '/ask question:How old is Nancy Pelosi?');
    await page.getByRole('button', { name: 'Show the closest passage' }).click();
    await articleWith(page, 'may not answer').waitFor();
    await take(page, 'declined-closest');
  });

  test('what one can do with an answer', async () => {
    const page = await enter();
    await say(page, '/ask question:Where was the Chinese spy balloon shot down?');
    const answer = articleWith(page, '¶9').first();
    await answer.getByRole('button', { name: 'Context' }).click();
    await articleWith(page, 'in bold').waitFor();
    await take(page, 'context');
    await answer.getByRole('button', { name: 'More passages' }).click();
    await articleWith(page, 'came next').waitFor();
    await take(page, 'further');
    await answer.getByRole('button', { name: 'Wrong' }).click();
    await articleWith(page, 'for the editors').waitFor();
    await take(page, 'wrong');
    await answer.getByRole('button', { name: 'Ask about this article' }).click();
    await page.getByRole('dialog').waitFor();
    await take(page, 'ask-about');
  });

  test('a private answer, shared, and how it was found', async () => {
    const page = await enter();
    await say(page, '/ask question:Who is Wang Wenbin? private:true');
    const answer = articleWith(page, 'used /ask').first();
    await answer.getByRole('button', { name: 'Share' }).click();
    await articleWith(page, 'Shared by').waitFor();
    await take(page, 'shared');
    const id = /Answer ([0-9A-Z]{8})/u.exec((await answer.textContent()) ?? '')?.[1] ?? '';
    await say(page, `/why id:${id}`);
    await articleWith(page, 'Came next').waitFor();
    await take(page, 'why');
  });

  test('the report of /reindex, and its refusal', async () => {
    const page = await enter();
    await mouse.speakAs(page, 'administrator');
    await say(page, '/reindex full:true');
    await articleWith(page, 'latin.txt').waitFor();
    await take(page, 'reindex');
    await mouse.speakAs(page, 'member');
    await say(page, '/reindex');
    await articleWith(page, 'Only administrators').waitFor();
    await take(page, 'reindex-refused');
  });

  test('the progress of /reindex, until it is cancelled', async () => {
    const page = await enter();
    await mouse.speakAs(page, 'administrator');
    const file = path.join(pictures.bot.articles, 'long.txt');
    const paragraphs = Array.from(
      { length: 1500 },
      (_, at) =>
        `Minister number ${at} said on Monday that everything about it would be examined once more, in time.`,
    );
    writeFileSync(file, `${paragraphs.join('\n\n')}\n`);
    await say(page, '/reindex');
    const cancel = page.getByRole('button', { name: 'Cancel' });
    await articleWith(page, 'passages a second').waitFor();
    await take(page, 'reindex-progress');
    await cancel.click();
    await articleWith(page, 'was cancelled').waitFor();
    await take(page, 'reindex-cancelled');
    rmSync(file);
  });

  test('what administrators set, and what went unanswered', async () => {
    const { store, discord } = pictures.bot;
    store.forgetServer(discord.guildId); // what other pictures asked in vain
    [
      'When does the new bridge open?',
      'What is the price of bread?',
      'when will the new bridge open',
    ].forEach((question, at) => {
      const reason = at === 1 ? 'wrong' : 'declined';
      store.gaps.add({ guildId: discord.guildId, question, reason, receiptId: `AAAA222${at}` });
    });
    const page = await enter(TALL);
    await mouse.speakAs(page, 'administrator');
    await say(page, '/settings');
    await articleWith(page, 'I answer in every channel').waitFor();
    await page.getByRole('button', { name: 'Answer privately' }).click();
    await articleWith(page, 'Answers are for the asker alone').waitFor();
    await take(page, 'settings');
    await say(page, '/gaps');
    await articleWith(page, '3 questions, 2 subjects').waitFor();
    await take(page, 'gaps');
    store.settings.change(discord.guildId, { isPrivateByDefault: false });
  });

  test('Check quote', async () => {
    const page = await enter();
    await say(
      page,
      '“I won’t explain the details”, “China staged peace games near Taiwan last August” and “Never said”',
    );
    const message = articleWith(page, 'Never said').first();
    await message.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Apps' }).click();
    await take(page, 'check-quote-menu');
    await page.getByRole('menuitem', { name: 'Check quote' }).click();
    await articleWith(page, 'Altered quote').waitFor();
    await take(page, 'check-quote');
  });

  test('a mention', async () => {
    const page = await enter();
    await say(page, '@byline-bot where was the spy balloon shot down?');
    await articleWith(page, '¶9').waitFor();
    await take(page, 'mention');
  });

  test('a cited paragraph, and what became of it', async () => {
    const page = await enter();
    await say(page, '/cite article:000_34c1936e83dafbf4 paragraph:9');
    await articleWith(page, 'Permanent id').waitFor();
    await take(page, 'cite');
    const file = path.join(pictures.bot.articles, '000_34c1936e83dafbf4.txt');
    const before = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      before.replace('off the coast of South Carolina this month', 'off the coast of North Carolina'),
    );
    await pictures.bot.index.reindex();
    await say(page, '/cite article:000_34c1936e83dafbf4 paragraph:9');
    await articleWith(page, 'Struck out').last().waitFor();
    await take(page, 'cite-amended');
    writeFileSync(file, before);
    await pictures.bot.index.reindex();
  });

  test('a timeline, and its last page', async () => {
    const places = ['harbour', 'market', 'theatre', 'bridge', 'station', 'library', 'castle'];
    const folder = path.join(pictures.bot.articles, 'zeppelin');
    mkdirSync(folder);
    for (const [at, place] of places.entries()) {
      const head = `---\ntitle: News of the ${place}\nsource: Example Times\ndate: 2023-04-0${at + 1}\n---\n\n`;
      const text = `A zeppelin was seen above the ${place} in the evening, and it turned north. Nobody waved.`;
      writeFileSync(path.join(folder, `${place}.txt`), `${head}${text}\n`);
    }
    await pictures.bot.index.reindex();
    const page = await enter();
    await say(page, '/timeline topic:zeppelin');
    await articleWith(page, 'Later days').waitFor();
    await take(page, 'timeline');
    await page.getByRole('button', { name: 'Later days' }).click();
    await articleWith(page, 'castle').waitFor();
    await take(page, 'timeline-last-page');
    rmSync(folder, { recursive: true });
    await pictures.bot.index.reindex();
  });

  test('the command list and the fields of a command', async () => {
    const page = await enter();
    await messageBox(page).fill('/');
    await page.getByRole('option', { name: '/ask' }).waitFor();
    await take(page, 'commands');
    await page.getByRole('option', { name: '/ask' }).click();
    await page.keyboard.type('Where was the balloon shot down?');
    await page.getByRole('button', { name: 'Add option article' }).click();
    await page.keyboard.type('china');
    await page.getByRole('option', { name: 'China' }).waitFor();
    await take(page, 'command-fields');
  });

  test('the raw message and its limits', async () => {
    const page = await enter();
    await say(page, '/ask question:Which official arrived in Taiwan?');
    await articleWith(page, '¶1').getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Raw JSON' }).click();
    await page.getByRole('dialog').waitFor();
    await take(page, 'raw');
  });

  test('on a phone', async () => {
    const phone = await enter(PHONE);
    await say(phone, '/ask question:Which official arrived in Taiwan?');
    await articleWith(phone, '¶1').waitFor();
    await take(phone, 'phone');
  });
});
