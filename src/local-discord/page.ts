/** The page in the browser: its files, what it shows, and what a person does there. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { measureLimits } from './limit-use.js';
import { pageActions, wordsOf } from './page-actions.js';
import { PageError } from './page-error.js';
import { PageEvents } from './page-events.js';
import { readPageFile } from './page-files.js';
import { pageHeaders, refuseStrangeHost, refuseStrangeOrigin } from './page-guard.js';
import { PageView, type PageViewParts } from './page-view.js';
import type { Signals } from './signals.js';

const PREFIX = '/page/';
const RAW = /^\/page\/messages\/(?<id>\d+)\/raw$/u;
/** The longest command has 6,000 characters an option. */
const BODY_BYTES = 256 * 1024;

export class Page {
  readonly #view: PageView;
  readonly #events: PageEvents;
  readonly #actions: ReturnType<typeof pageActions>;

  constructor(parts: PageViewParts, signals: Signals) {
    this.#view = new PageView(parts);
    this.#events = new PageEvents(this.#view, signals);
    this.#actions = pageActions(this.#view, this.#events);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    try {
      refuseStrangeHost(request);
      if (!url.pathname.startsWith(PREFIX)) return await serveFile(request, response, url);
      if (request.method === 'POST') return await this.#act(request, response, url);
      refuseOtherMethods(request);
      this.#show(request, response, url);
    } catch (error) {
      const { status, words } = wordsOf(error) ?? {
        status: 500,
        words: `The local Discord itself failed: ${error instanceof Error ? error.stack : String(error)}`,
      };
      sendJson(response, status, { error: words });
    }
  }

  #show(request: IncomingMessage, response: ServerResponse, { pathname, searchParams }: URL): void {
    const user = this.#view.user(searchParams.get('user') ?? undefined);
    const raw = RAW.exec(pathname)?.groups?.['id'];
    if (pathname === '/page/events') {
      const lastId = request.headers['last-event-id'];
      this.#events.open(user, response, typeof lastId === 'string' ? lastId : undefined);
    } else if (pathname === '/page/state') {
      const channel = this.#view.channel(searchParams.get('channel') ?? undefined, user);
      sendJson(response, 200, this.#view.state(user, channel));
    } else if (raw !== undefined) {
      const message = this.#view.message(raw, user);
      sendJson(response, 200, { message, limits: measureLimits(message) });
    } else throw new PageError(404, 'There is nothing here.');
  }

  async #act(request: IncomingMessage, response: ServerResponse, { pathname }: URL): Promise<void> {
    refuseStrangeOrigin(request);
    const name = pathname.slice(PREFIX.length);
    const action = Object.hasOwn(this.#actions, name) ? this.#actions[name] : undefined;
    if (action === undefined) throw new PageError(404, 'There is nothing to do here.');
    sendJson(response, 200, await action(await readJson(request)));
  }
}

async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  { pathname }: URL,
): Promise<void> {
  refuseOtherMethods(request);
  const file = await readPageFile(pathname);
  if (file === undefined) throw new PageError(404, 'There is nothing here.');
  response.writeHead(200, { ...pageHeaders(file.scriptHashes), 'content-type': file.contentType });
  response.end(request.method === 'HEAD' ? undefined : file.content);
}

function refuseOtherMethods({ method }: IncomingMessage): void {
  if (method !== 'GET' && method !== 'HEAD') throw new PageError(405, 'That cannot be done here.');
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > BODY_BYTES) throw new PageError(413, 'That is too much.');
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch (error) {
    if (error instanceof SyntaxError) throw new PageError(400, 'The body is no JSON.');
    throw error;
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { ...pageHeaders(), 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
