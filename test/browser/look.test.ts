/** What the page looks like to everybody: to people with a screen reader, on a phone, in the dark, and to an article that means harm. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { startLocalDiscord } from '../../src/local-discord/local-discord.js';
import { BROWSER_NOTE, HAS_BROWSER, sharedBrowser } from '../support/browser.js';
import { sharedEmbedder } from '../support/embedder.js';
import { startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';
import { articleWith, messageBox, say } from './hands.js';

const folder = sharedTemporaryFolder();
const embedder = sharedEmbedder();
const { visit, leave, complaints } = sharedBrowser();
let bot: RunningBot | undefined;

afterEach(async () => {
  await leave();
  await bot?.stop();
  bot = undefined;
});

async function start(articles?: string, own = folder): Promise<string> {
  bot = await startRunningBot({ folder: own, embedder, articles });
  return bot.discord.pageUrl;
}

/** One answer of each kind that has something of its own: passages, differing words, a button, for one person alone. */
async function fill(page: Page): Promise<void> {
  await say(page, '/ask question:Which official arrived in Taiwan?');
  await articleWith(page, '¶1').waitFor();
  await say(page, '/source quote:China staged peace games near Taiwan last August to express its anger');
  await articleWith(page, 'Altered quote').waitFor();
  await say(page, '/ask question:How old is Nancy Pelosi? private:true');
  await page.getByRole('button', { name: 'Show the closest passage' }).waitFor();
  await say(page, '/articles');
  await articleWith(page, 'used /articles').waitFor();
}

const violations = z.object({
  violations: z.array(
    z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
  ),
});

/** What axe finds against WCAG 2.2 AA and good practice, one line a rule. */
async function audit(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // A message has the headings that its author wrote, without those above them.
  const options = { runOnly: tags, rules: { 'heading-order': { enabled: false } } };
  const found: unknown = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`);
  return violations
    .parse(found)
    .violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe.skipIf(!HAS_BROWSER)(`the page${BROWSER_NOTE}`, () => {
  test.each(['dark', 'light'] as const)(
    '%s: axe finds nothing, with everything open',
    async (colorScheme) => {
      // The policy of the page forbids what axe does; the other tests hold the policy.
      const page = await visit(await start(), { colorScheme, bypassCSP: true });
      expect(await audit(page)).toEqual([]);
      await fill(page);
      expect(await audit(page)).toEqual([]);
      await messageBox(page).fill('/');
      await page.getByRole('option', { name: '/ask' }).waitFor();
      expect(await audit(page)).toEqual([]);
      await page.getByRole('option', { name: '/ask' }).click();
      await page.getByRole('button', { name: 'Add option article' }).click();
      expect(await audit(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await articleWith(page, 'Altered quote').getByRole('button', { name: 'More', exact: true }).click();
      expect(await audit(page)).toEqual([]);
      await page.getByRole('menuitem', { name: 'Raw JSON' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await audit(page)).toEqual([]);
    },
  );

  test('dark and light are told apart, and the choice stays', async () => {
    const page = await visit(await start(), { colorScheme: 'dark' });
    const colour = (): Promise<string> =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = await colour();
    await page.getByRole('button', { name: 'Switch to light' }).click();
    const light = await colour();
    expect(light).not.toBe(dark);
    await page.reload();
    await messageBox(page).waitFor();
    expect(await colour()).toBe(light);
  });

  test('on a phone of 360 pixels nothing stands outside', async () => {
    const page = await visit(await start(), { viewport: { width: 360, height: 740 } });
    const widest = (): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await widest()).toBeLessThanOrEqual(360);
    await fill(page);
    expect(await widest()).toBeLessThanOrEqual(360);
    await messageBox(page).fill('/');
    await page.getByRole('option', { name: '/ask' }).click();
    expect(await widest()).toBeLessThanOrEqual(360);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('navigation').getByRole('button', { name: 'byline-bot' }).click();
    await page.getByRole('heading', { name: 'byline-bot', exact: true }).waitFor();
    expect(await widest()).toBeLessThanOrEqual(360);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('button, textarea, select, article')]
        .filter((element) => element.getClientRects().length > 0)
        .filter((element) => element.getBoundingClientRect().right > 361)
        .map(({ outerHTML }) => outerHTML.slice(0, 100)),
    );
    expect(outside).toEqual([]);
  });

  test('the text of an article is text, whatever it says', async () => {
    const own = await temporaryFolder();
    const articles = path.join(own, 'articles');
    mkdirSync(articles);
    const attack = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
    const text = `The harbour master of Ostend spoke on Monday. The harbour master of Ostend wrote ${attack} on the wall of the lighthouse.`;
    writeFileSync(path.join(articles, 'attack.txt'), `Harbour news from Ostend\n\n${text}\n`);
    const page = await visit(await start(articles, own));
    const title = await page.title();
    await say(page, '/ask question:What did the harbour master of Ostend write on the wall?');
    const answer = articleWith(page, 'lighthouse');
    await answer.waitFor();
    expect(await answer.innerText()).toContain(attack);
    expect(await page.locator('img').count()).toBe(0);
    await say(page, `what about ${attack}`);
    await articleWith(page, 'what about').waitFor();
    expect(await page.locator('img, main script').count()).toBe(0);
    expect(await page.title()).toBe(title);
  });

  test('what one person alone sees comes into view, wherever the list stands', async () => {
    const page = await visit(await start(), { viewport: { width: 1000, height: 500 } });
    await say(page, '/ask question:Where was the Chinese spy balloon shot down?');
    const answer = articleWith(page, '¶9').first();
    await answer.getByRole('button', { name: 'Context' }).click();
    await articleWith(page, 'in bold').waitFor();
    await answer.getByRole('button', { name: 'Wrong' }).click();
    const thanks = articleWith(page, 'Your vote was counted');
    await thanks.waitFor();
    const [list, seen] = [
      await page.getByRole('region', { name: 'Conversation' }).boundingBox(),
      await thanks.boundingBox(),
    ];
    expect(seen?.y).toBeLessThan((list?.y ?? 0) + (list?.height ?? 0));
  });

  test('every control has a name', async () => {
    const page = await visit(await start());
    await fill(page);
    const tree = await page.locator('body').ariaSnapshot();
    expect(tree).toContain('log');
    expect(tree).toContain('article');
    const nameless = tree
      .split('\n')
      .filter((line) =>
        /^\s*- (?:button|textbox|combobox|link|menuitem|option|log|navigation)(?::| \[|$)/u.test(line),
      );
    expect(nameless).toEqual([]);
  });

  test('what one person alone sees is not in the page of another', async () => {
    const url = await start();
    const [mine, theirs] = [await visit(url), await visit(url)];
    await theirs.getByRole('combobox', { name: 'Member' }).selectOption({ label: 'administrator' });
    await say(mine, '/ask question:Who is Chiu? private:true');
    await articleWith(mine, 'Only you can see this').waitFor();
    await say(mine, 'for everybody');
    await articleWith(theirs, 'for everybody').waitFor();
    expect(await theirs.getByRole('log').innerText()).not.toContain('Chiu');
    expect(await theirs.content()).not.toContain('Chiu');
  });

  test('a page that stays open while the server is started anew finds it again', async () => {
    const first = await startLocalDiscord();
    const page = await visit(first.pageUrl);
    await page.getByRole('status').filter({ hasText: 'not connected yet' }).waitFor();
    await first.close();
    await page.getByRole('status').filter({ hasText: 'connection was lost' }).waitFor();
    const second = await startLocalDiscord({ port: Number(new URL(first.pageUrl).port) });
    onTestFinished(() => second.close());
    await page.getByRole('status').filter({ hasText: 'not connected yet' }).waitFor();
    await say(page, 'hello again');
    await articleWith(page, 'hello again').waitFor();
    expect(second.messages()).toHaveLength(1);
    expect(complaints().filter((one) => !one.startsWith('Failed to load resource'))).toEqual([]);
  });
});
