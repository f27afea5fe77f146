/**
 * Keeps strangers from the page. The server listens on loopback, but every site that is open in the same browser can send
 * requests there: none may act (Origin), and none may pass for this server under a name of its own (Host).
 */
import type { IncomingMessage } from 'node:http';
import { PageError } from './page-error.js';

const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];

/** Of every answer that a browser gets. @param scriptHashes of the scripts that stand inside the page. */
export function pageHeaders(scriptHashes: readonly string[] = []): Record<string, string> {
  const scripts = ["'self'", ...scriptHashes.map((hash) => `'sha256-${hash}'`)].join(' ');
  return {
    'content-security-policy':
      `default-src 'none'; script-src ${scripts}; style-src 'self'; connect-src 'self'; img-src 'self' data:; ` +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

/**
 * @throws PageError 403 when the request came by a name that is not this machine's: a site whose name was made to point
 * here would count as the page itself.
 */
export function refuseStrangeHost({ headers: { host } }: IncomingMessage): void {
  if (LOCAL_NAMES.includes(nameIn(host ?? ''))) return;
  throw new PageError(403, 'This page is served to this machine only; open it as http://127.0.0.1:PORT/.');
}

/** @throws PageError 403 or 415 when another site, or a form, could have sent the request. */
export function refuseStrangeOrigin({ headers }: IncomingMessage): void {
  if (headers.origin !== `http://${headers.host}`) {
    throw new PageError(403, 'Only the page itself may do that.');
  }
  if (!/^application\/json\b/iu.test(headers['content-type'] ?? '')) {
    throw new PageError(415, 'The body must be application/json.');
  }
}

function nameIn(host: string): string {
  return host.replace(/:\d+$/u, '').toLowerCase();
}
