/** Speaks with the page's server as the page in the browser does, and as strangers might. */
import { request as send, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Signals } from '../../src/local-discord/signals.js';
import { z } from 'zod';

export interface PageAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface PageRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const message = z.looseObject({
  id: z.string(),
  content: z.string(),
  components: z.array(z.looseObject({})),
  isEphemeral: z.boolean(),
  isLoading: z.boolean(),
  invokedBy: z.object({ userName: z.string(), commandName: z.string() }).optional(),
  replyTo: z.object({ id: z.string(), authorName: z.string(), excerpt: z.string() }).optional(),
});

const state = z.object({
  user: z.string(),
  channel: z.string(),
  bot: z.object({ id: z.string(), name: z.string(), isConnected: z.boolean() }),
  guild: z.object({ id: z.string(), name: z.string() }),
  members: z.array(z.object({ id: z.string(), name: z.string(), isAdministrator: z.boolean() })),
  channels: z.array(z.object({ id: z.string(), name: z.string(), isDirect: z.boolean() })),
  language: z.string(),
  languages: z.array(z.object({ tag: z.string(), name: z.string() })),
  commands: z.array(z.looseObject({ name: z.string(), type: z.int() })),
  messages: z.array(message),
  examples: z.array(z.string()),
});
export type SeenState = z.infer<typeof state>;
export type SeenMessage = z.infer<typeof message>;

export interface PageEvent {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export class PageClient {
  /** @param url of the page, with a slash at the end. */
  constructor(readonly url: string) {}

  request(path: string, { method = 'GET', headers = {}, body }: PageRequest = {}): Promise<PageAnswer> {
    return new Promise((resolve, reject) => {
      const sent = send(new URL(path, this.url), { method, headers }, (response) => {
        readText(response).then(
          (text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
          reject,
        );
      });
      sent.on('error', reject).end(body);
    });
  }

  /** As the page itself does. @returns the parsed answer with its status. */
  async post(action: string, body: unknown): Promise<Record<string, unknown> & { status: number }> {
    const headers = { origin: new URL(this.url).origin, 'content-type': 'application/json' };
    const sent = { method: 'POST', headers, body: JSON.stringify(body) };
    const { status, text } = await this.request(`/page/${action}`, sent);
    return { ...z.record(z.string(), z.unknown()).parse(JSON.parse(text)), status };
  }

  async state(query: { user?: string; channel?: string } = {}): Promise<SeenState> {
    const { text } = await this.request(`/page/state?${new URLSearchParams(query).toString()}`);
    return state.parse(JSON.parse(text));
  }

  /** Opens the stream of events of a person. */
  listen(user: string, lastId?: string): EventStream {
    return new EventStream(new URL(`/page/events?user=${user}`, this.url), lastId);
  }
}

export class EventStream {
  readonly events: PageEvent[] = [];
  /** Everything, comments and `retry` included. */
  text = '';
  readonly #signals = new Signals();
  readonly #request: ReturnType<typeof send>;
  #rest = '';

  constructor(url: URL, lastId?: string) {
    const headers = lastId === undefined ? {} : { 'last-event-id': lastId };
    this.#request = send(url, { headers }, (response) => {
      response.setEncoding('utf8').on('data', (part: string) => this.#take(part));
      response.on('error', () => this.#signals.raise()); // the test or the server ended it
    });
    this.#request.on('error', () => this.#signals.raise()).end();
  }

  close(): void {
    this.#request.destroy();
  }

  /** Waits for an event that came or will come. */
  async until(isWanted: (event: PageEvent) => boolean): Promise<PageEvent> {
    const find = (): PageEvent | undefined => this.events.find(isWanted);
    await this.#signals.until(() => find() !== undefined);
    const found = find();
    if (found === undefined) throw new Error('The event is gone.');
    return found;
  }

  #take(part: string): void {
    this.text += part;
    const frames = (this.#rest + part).split('\n\n');
    this.#rest = frames.pop() ?? '';
    for (const frame of frames) {
      const fields = Object.fromEntries(
        frame
          .split('\n')
          .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      const { event, data = '', id } = fields;
      if (event !== undefined) this.events.push({ id, event, data: parseData(data) });
    }
    this.#signals.raise();
  }
}

function parseData(text: string): Record<string, unknown> {
  const data: unknown = JSON.parse(text);
  return Array.isArray(data) ? { list: data } : z.record(z.string(), z.unknown()).parse(data);
}

async function readText(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of response.setEncoding('utf8')) text += String(part);
  return text;
}
