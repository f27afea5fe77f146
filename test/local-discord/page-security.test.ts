/** What other sites, and other machines under a local name, can do with the page: nothing. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PageClient } from '../support/page-client.js';
import { openDiscord } from '../support/stock-client.js';
import type { LocalDiscord } from '../../src/local-discord/local-discord.js';

async function open(): Promise<{ discord: LocalDiscord; page: PageClient; origin: string }> {
  const discord = await openDiscord();
  return { discord, page: new PageClient(discord.pageUrl), origin: new URL(discord.pageUrl).origin };
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Tries to write a message. */
async function write(headers: Record<string, string>): Promise<{ status: number; written: number }> {
  const { discord, page } = await open();
  const body = JSON.stringify({ user: discord.member, channel: discord.channelId, content: 'hello' });
  const { status } = await page.request('/page/message', { method: 'POST', headers, body });
  return { status, written: discord.messages().length };
}

describe('the answers', () => {
  test('the page is served on loopback, with a policy that lets nothing in from elsewhere', async () => {
    const { discord, page } = await open();
    expect(discord.pageUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/u);
    const { status, headers, text } = await page.request('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self' data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; ')).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|\*/u);
    const [, map = ''] = /<script type="importmap">([\s\S]*?)<\/script>/u.exec(text) ?? [];
    expect(policy).toContain(
      `script-src 'self' 'sha256-${createHash('sha256').update(map).digest('base64')}';`,
    );
  });

  test('the document names nothing of another origin', async () => {
    const { page } = await open();
    const { text } = await page.request('/');
    for (const [, address = ''] of text.matchAll(/\b(?:src|href)="([^"]*)"/gu)) {
      expect(address).toMatch(/^(?:\/(?!\/)|data:)/u);
    }
  });

  test.each(['/', '/main.js', '/style.css', '/page/state', '/nothing', '/vendor/preact/dist/preact.mjs'])(
    '%s has the headers that every answer has',
    async (path) => {
      const { page } = await open();
      const { headers } = await page.request(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  test.each([
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/api-error.ts',
    '/vendor/preact/../zod/index.js',
    '/vendor/zod/index.js',
    '/.env',
    '/page.ts',
    '/main.js.map',
  ])('%s is not served', async (path) => {
    const { page } = await open();
    expect((await page.request(path)).status).toBe(404);
  });
});

describe('the host', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '192.168.0.7:7373'])(
    '%j is refused, for the page, its data and its actions',
    async (host) => {
      const { page } = await open();
      for (const path of ['/', '/main.js', '/page/state', '/page/events']) {
        const { status, text } = await page.request(path, { headers: { host } });
        expect(status).toBe(403);
        expect(text).toContain('http://127.0.0.1:PORT/');
      }
      const headers = { host, origin: `http://${host}`, ...JSON_TYPE };
      expect((await page.request('/page/message', { method: 'POST', headers })).status).toBe(403);
    },
  );

  test('names of this machine are let in, whatever the port: a tunnel may have changed it', async () => {
    const { page } = await open();
    for (const host of ['localhost:9000', '127.0.0.1', '[::1]:7373', 'LOCALHOST']) {
      expect((await page.request('/page/state', { headers: { host } })).status).toBe(200);
    }
  });
});

describe('the origin', () => {
  test.each([
    ['no origin', JSON_TYPE],
    ['another site', { origin: 'http://evil.example', ...JSON_TYPE }],
    ['another port', { origin: 'http://127.0.0.1:1', ...JSON_TYPE }],
    ['no origin that may be named', { origin: 'null', ...JSON_TYPE }],
  ])('%s: nothing happens', async (_name, headers) => {
    expect(await write(headers)).toEqual({ status: 403, written: 0 });
  });

  test('a form cannot act, even from the page itself', async () => {
    const { discord, page, origin } = await open();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const headers = { origin, 'content-type': type };
      const { status } = await page.request('/page/message', { method: 'POST', headers, body: '{}' });
      expect(status).toBe(415);
    }
    expect(discord.messages()).toEqual([]);
  });

  test('reading an address never changes anything', async () => {
    const { page } = await open();
    for (const action of ['message', 'slash', 'click', 'dismiss']) {
      expect((await page.request(`/page/${action}`)).status).toBe(404);
    }
    expect((await page.request('/', { method: 'PUT' })).status).toBe(405);
  });

  test('a body without end is refused', async () => {
    const { page, origin } = await open();
    const sent = { method: 'POST', headers: { origin, ...JSON_TYPE }, body: 'x'.repeat(300_000) };
    expect((await page.request('/page/message', sent)).status).toBe(413);
  });
});
