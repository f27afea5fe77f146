/** A browser of this machine on the page of the local Discord. Nothing is downloaded; where there is no browser, tests are skipped. */
import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

/** Set, it is the only place that counts. */
const CHOSEN = process.env['CHROMIUM_PATH'] ?? '';
const PLACE = CHOSEN === '' ? '/usr/bin/chromium' : CHOSEN;
const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const HAS_BROWSER = existsSync(PLACE);
/** Stands in the names of tests, so that a report tells why they were skipped. */
export const BROWSER_NOTE = HAS_BROWSER ? '' : ' (no Chromium here: set CHROMIUM_PATH)';

export interface SharedBrowser {
  /** Opens the page in a context, and so with cookies and storage, of its own. */
  visit(url: string, options?: BrowserContextOptions): Promise<Page>;
  /** Closes what was opened, while the server still runs; fails when the browser had something to complain about. */
  leave(): Promise<void>;
  /** What the browser had to complain about so far, which `leave` then does not mind any more. */
  complaints(): string[];
}

/** One browser for a test file; to be called outside of tests. */
export function sharedBrowser(): SharedBrowser {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    // Playwright gives the browser a new folder for its user data, and removes it at the end.
    if (HAS_BROWSER) browser = await chromium.launch({ executablePath: PLACE, args: ARGUMENTS });
  });
  afterAll(() => browser?.close());
  return {
    visit: async (url, options) => {
      if (browser === undefined) throw new Error('There is no browser.');
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      contexts.push(context);
      const page = await context.newPage();
      watch(page, new URL(url).origin, complaints);
      await page.goto(url);
      await page.getByRole('textbox', { name: 'Message' }).waitFor();
      return page;
    },
    leave: async () => {
      for (const context of contexts.splice(0)) await context.close();
      expect(complaints.splice(0)).toEqual([]);
    },
    complaints: () => complaints.splice(0),
  };
}

/** Errors that the browser reports, and addresses of other origins that it is sent to. */
function watch(page: Page, origin: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) complaints.push(`request to ${request.url()}`);
  });
}
