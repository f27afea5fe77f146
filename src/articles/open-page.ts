/** Opens a page as a document, also where it leaves out what HTML lets it leave out; nothing is run or loaded. */
import { parseHTML } from 'linkedom';

/** Elements whose content no reader of the page sees, or that are no text. */
const UNSEEN = `script style noscript template svg iframe object button select textarea input nav`
  .split(' ')
  .join(', ');
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;
const HEAD_ONLY = new Set('TITLE META LINK BASE STYLE SCRIPT'.split(' '));

/** A document whose root has a head and a body, in which everything else is. */
export function openPage(html: string): Document {
  const { document } = parseHTML(/<html[\s>]/iu.test(html) ? html : `<html>${html}</html>`);
  const root = document.documentElement;
  const parts = [...root.childNodes];
  const named = (name: string): Node | undefined =>
    parts.find(({ nodeName }) => nodeName.toUpperCase() === name);
  const head = named('HEAD') ?? document.createElement('head');
  const body = named('BODY') ?? document.createElement('body');
  for (const part of parts) {
    if (part === head || part === body) continue;
    (HEAD_ONLY.has(part.nodeName.toUpperCase()) ? head : body).appendChild(part);
  }
  root.append(head, body);
  return document;
}

/** Takes out what is not for reading and what the page itself hides. */
export function removeUnseen(document: Document): void {
  const hidden = [...document.querySelectorAll('body [hidden], body [style]')].filter(
    (element) =>
      HIDING_STYLE.test(element.getAttribute('style') ?? '') ||
      (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found'),
  );
  for (const element of [...document.querySelectorAll(UNSEEN), ...hidden]) element.remove();
}
