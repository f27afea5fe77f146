/**
 * How requests reach Discord: as discord.js sends them, but an acknowledgement that hangs is given up in time for another
 * try, and a connection that breaks is a reason to try again whatever the network calls it.
 */
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { ACKNOWLEDGE_MS } from './limits.js';

type MakeRequest = RESTOptions['makeRequest'];

/** Leaves room for a second try, which discord.js makes after an abort, within the time Discord waits. */
const ACKNOWLEDGE_TIMEOUT_MS = Math.floor(ACKNOWLEDGE_MS * 0.45);

const ACKNOWLEDGEMENT = /\/interactions\/[^/]+\/[^/]+\/callback(?:\?|$)/u;

/** Names of broken connections that discord.js does not know as such. */
const BROKEN = new Set([
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'EPIPE',
  'ETIMEDOUT',
  'ECONNREFUSED',
  'EAI_AGAIN',
]);

export const makeRequest: MakeRequest = async (url, init) => {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = ACKNOWLEDGEMENT.test(url) ? setTimeout(abort, ACKNOWLEDGE_TIMEOUT_MS) : undefined;
  init.signal?.addEventListener('abort', abort, { once: true });
  try {
    return await DefaultRestOptions.makeRequest(url, { ...init, signal: controller.signal });
  } catch (error) {
    throw isBroken(error)
      ? Object.assign(new Error(error.message, { cause: error }), { code: 'ECONNRESET' })
      : error;
  } finally {
    clearTimeout(timer);
  }
};

function isBroken(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && BROKEN.has(String(error.code));
}
