/** What stands in the document: text stays text, whatever it looks like. */
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { h, render, type ComponentChild } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Page } from '../../../src/local-discord/page/use-page.js';
import { Markdown } from '../../../src/local-discord/page/view/markdown-view.js';
import { Origin } from '../../../src/local-discord/page/view/origin.js';
import { PageProvider } from '../../../src/local-discord/page/view/page-context.js';
import { Parts } from '../../../src/local-discord/page/view/parts.js';
import { escapeMarkdown } from '../../../src/discord/markdown.js';
import { hostileText } from '../../support/hostile-text.js';
import { message, opened } from './sample.js';

afterEach(() => vi.unstubAllGlobals());

const nothing = (): void => undefined;
const page: Page = {
  state: opened(),
  dispatch: nothing,
  act: nothing,
  send: nothing,
  dismiss: nothing,
  showRaw: nothing,
  speak: nothing,
  moveTo: nothing,
};

function draw(view: ComponentChild): Element {
  const { document } = parseHTML('<html><body><div id="page"></div></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('location', { origin: 'http://127.0.0.1:1' });
  const place = document.querySelector('#page');
  if (place === null) throw new Error('There is no place.');
  render(h(PageProvider, { value: page }, view), place);
  return place;
}

const drawText = (text: string): Element => draw(h(Markdown, { text }));

test('markup of an article is shown, not obeyed', () => {
  const html = '<img src=x onerror=alert(1)><script>alert(1)</script><a href="javascript:alert(1)">x</a>';
  const place = drawText(html);
  expect(place.textContent).toBe(html);
  expect(place.querySelectorAll('img, script, a').length).toBe(0);
});

test('an escaped text is shown character for character', () => {
  const apart = hostileText.filter((text) => !/\whttps?:\/\//iu.test(text));
  fc.assert(
    fc.property(apart, (text) => {
      const place = drawText(escapeMarkdown(text));
      expect(place.textContent).toBe(text);
      expect(place.querySelectorAll('a, button, h3, ul, ol, blockquote').length).toBe(0);
    }),
  );
});

test('names stand for mentions, a link says where it leads and opens elsewhere', () => {
  const place = drawText('<@20> <@10> <@99> <#30> [words](https://example.org/a)');
  expect(place.textContent).toBe('@member @byline @unknown #general words');
  const link = place.querySelector('a');
  expect(link?.getAttribute('title')).toBe('https://example.org/a');
  expect(link?.getAttribute('rel')).toContain('noreferrer');
  expect(link?.getAttribute('target')).toBe('_blank');
});

test('a spoiler is hidden behind a button', () => {
  const button = drawText('||secret||').querySelector('button.spoiler');
  expect(button?.getAttribute('aria-label')).toBe('Spoiler, show it');
  expect(button?.querySelector('[aria-hidden=true]')?.textContent).toBe('secret');
});

test('a reply shows the words that it answers, without their markup', () => {
  const replyTo = { id: '1', authorName: 'member', excerpt: '<@10> **who** came? ||me||' };
  const place = draw(h(Origin, { message: message('2', { replyTo }) }));
  expect(place.textContent).toContain('@member @byline who came? ▇▇▇');
});

test('buttons that lead somewhere are links, and only to the web; files of elsewhere are no links', () => {
  const button = { type: 2, style: 5, label: 'Go' };
  const components = [
    { type: 1, components: [{ ...button, url: 'https://example.org' }] },
    { type: 1, components: [{ ...button, url: 'discord://x' }] },
    { type: 13, file: { url: 'http://127.0.0.1:1/a.txt' }, name: 'ours.txt' },
    { type: 13, file: { url: 'http://127.0.0.1:2/b.txt' }, name: 'theirs.txt' },
  ];
  const { parts } = message('1', { components });
  const links = [...draw(h(Parts, { parts, messageId: '1' })).querySelectorAll('a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'https://example.org',
    'http://127.0.0.1:1/a.txt',
  ]);
});
