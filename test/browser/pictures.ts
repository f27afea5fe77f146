/** Pictures of the page for people to look at, in the folder `screenshots`: in the dark, and in the light with "-light" behind the name. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { HAS_BROWSER, sharedBrowser } from '../support/browser.js';
import { sharedEmbedder } from '../support/embedder.js';
import { copyShippedArticles, startRunningBot, type RunningBot } from '../support/running-bot.js';
import { sharedTemporaryFolder } from '../support/temporary-folder.js';

const PICTURES = fileURLToPath(new URL('../../screenshots', import.meta.url));
const WIDE = { viewport: { width: 1000, height: 790 } } as const;
export const TALL = { viewport: { width: 1000, height: 1000 } } as const;
export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 } as const;

export const SCHEMES = ['dark', 'light'] as const;

const EXAMPLES = [
  '/ask question:Which official arrived in Taiwan?',
  '/source quote:China staged peace games near Taiwan last August',
  '@byline-bot where was the spy balloon shot down?',
];

export interface Pictures {
  readonly bot: RunningBot;
  /** Opens the page on a fresh channel. */
  enter(options?: BrowserContextOptions): Promise<Page>;
  take(page: Page, name: string): Promise<void>;
  /** What the browser had to complain about so far, which then is no failure. */
  complaints(): string[];
}

/** To be called in a group of tests, which then share a bot. */
export function sharedPictures(colorScheme: (typeof SCHEMES)[number]): Pictures {
  const folder = sharedTemporaryFolder();
  const embedder = sharedEmbedder();
  const { visit, leave, complaints } = sharedBrowser();
  let bot: RunningBot | undefined;
  const running = (): RunningBot => {
    if (bot === undefined) throw new Error('The bot does not run yet.');
    return bot;
  };
  beforeAll(async () => {
    if (!HAS_BROWSER) throw new Error('There is no Chromium here: set CHROMIUM_PATH.');
    mkdirSync(PICTURES, { recursive: true });
    const articles = copyShippedArticles(folder);
    writeFileSync(path.join(articles, 'empty.md'), '');
    writeFileSync(path.join(articles, 'latin.txt'), Buffer.from('caf\xe9 au lait', 'latin1'));
    bot = await startRunningBot({ folder, embedder, articles, discord: { examples: EXAMPLES } });
  });
  afterEach(leave);
  afterAll(() => running().stop());
  return {
    get bot() {
      return running();
    },
    async enter(options = WIDE) {
      const { discord } = running();
      for (const { id } of discord.messages()) discord.removeMessage(id);
      return visit(discord.pageUrl, { colorScheme, ...options });
    },
    async take(page, name) {
      await page.mouse.move(0, 0);
      const ending = colorScheme === 'dark' ? '' : `-${colorScheme}`;
      await page.screenshot({ path: path.join(PICTURES, `${name}${ending}.png`) });
    },
    complaints,
  };
}
