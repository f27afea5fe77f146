/** How requests reach Discord: as discord.js sends them, but an acknowledgement that hangs is given up in time for another. */
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { ACKNOWLEDGE_MS } from './limits.js';

type MakeRequest = RESTOptions['makeRequest'];

/** Leaves room for a second try, which discord.js makes after an abort, within the time Discord waits. */
const ACKNOWLEDGE_TIMEOUT_MS = Math.floor(ACKNOWLEDGE_MS * 0.45);

const ACKNOWLEDGEMENT = /\/interactions\/[^/]+\/[^/]+\/callback(?:\?|$)/u;

export const makeRequest: MakeRequest = async (url, init) => {
  if (!ACKNOWLEDGEMENT.test(url)) return DefaultRestOptions.makeRequest(url, init);
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, ACKNOWLEDGE_TIMEOUT_MS);
  init.signal?.addEventListener('abort', abort, { once: true });
  try {
    return await DefaultRestOptions.makeRequest(url, { ...init, signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
};
