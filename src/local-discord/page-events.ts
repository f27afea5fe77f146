/** Server-sent events: what happens while a page is open, to each person only what that person may know. */
import type { ServerResponse } from 'node:http';
import { InteractionType, type Interaction } from './interaction.js';
import type { MessageEvent } from './messages.js';
import { pageHeaders } from './page-guard.js';
import type { PageView } from './page-view.js';
import type { Signals } from './signals.js';
import { createSecret } from './snowflake.js';
import { CallbackType } from './validate-callbacks.js';
import type { User } from './world.js';

/** A page whose connection broke comes back after so long. */
const RETRY_MS = 1_000;
/** Silence would look like a broken connection to whatever stands between. */
const HEARTBEAT_MS = 15_000;
/** Events of one person that are kept for a page that comes back. */
const REPLAYED = 200;

const KINDS = { created: 'create', edited: 'update', deleted: 'delete' } as const;

interface Stream {
  readonly user: User;
  readonly response: ServerResponse;
  /** State that the page was told last, by event: it is told changes alone. */
  readonly told: Map<string, string>;
}

interface PageEvent {
  readonly id: number;
  readonly text: string;
}

export class PageEvents {
  readonly #streams = new Set<Stream>();
  /** By user, of those alone whose page was open at some time: thousands of others may be in a test. */
  readonly #kept = new Map<string, PageEvent[]>();
  /** Ids of an earlier server mean nothing here. */
  readonly #run = createSecret();
  #latest = 0;

  constructor(
    readonly view: PageView,
    signals: Signals,
  ) {
    const { messages, interactions } = view.parts;
    messages.listen((event) => this.#tellMessage(event));
    interactions.listen((interaction) => this.#follow(interaction));
    signals.listen(() => this.#tellState());
    setInterval(() => this.#beat(), HEARTBEAT_MS).unref();
  }

  /** Keeps the response open. @param lastId what the page got last, if it comes back. */
  open(user: User, response: ServerResponse, lastId: string | undefined): void {
    response.writeHead(200, { ...pageHeaders(), 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(`retry: ${RETRY_MS}\n\n`);
    const stream = { user, response, told: new Map<string, string>() };
    this.#streams.add(stream);
    if (!this.#kept.has(user.id)) this.#kept.set(user.id, []);
    response.on('close', () => this.#streams.delete(stream));
    for (const event of this.#missed(user, lastId)) response.write(event.text);
    this.#tellStateOf(stream);
  }

  /** Takes a message out of one person's view. */
  tellDismissed(messageId: string, channelId: string, user: User): void {
    const data = { type: 'delete', channelId, message: { id: messageId, channel_id: channelId } };
    this.#send(user, 'message', data);
  }

  #tellMessage({ kind, message }: MessageEvent): void {
    for (const user of this.view.members) {
      if (!this.#kept.has(user.id)) continue;
      const seen = this.view.see(message, user);
      const data = { type: KINDS[kind], channelId: message.channel_id, message: seen };
      if (seen !== undefined) this.#send(user, 'message', data);
    }
  }

  /** Tells who acted how it goes on. Autocomplete is answered where it was asked for. */
  #follow(interaction: Interaction): void {
    const { id, start } = interaction;
    const user = this.view.members.find((member) => member.id === start.userId);
    if (user === undefined || start.type === InteractionType.autocomplete) return;
    let told = 'thinking';
    this.#send(user, 'interaction', { id, state: told });
    interaction.listen(() => {
      const state = stateOf(interaction);
      if (state === told) return;
      told = state;
      const { modal, error } = interaction;
      if (modal !== undefined) this.#send(user, 'modal', { interaction: id, modal });
      this.#send(user, 'interaction', { id, state, ...(error !== undefined && { error: error.message }) });
    });
  }

  #tellState(): void {
    for (const stream of this.#streams) this.#tellStateOf(stream);
  }

  #tellStateOf(stream: Stream): void {
    const { isConnected } = this.view.parts;
    this.#tellChange(stream, 'connection', { isConnected: isConnected() });
    this.#tellChange(stream, 'commands', this.view.commandsOf(stream.user));
  }

  /** Not kept: a page that comes back is told the state of then. */
  #tellChange({ response, told }: Stream, event: string, data: unknown): void {
    const text = frame(event, data);
    if (told.get(event) === text) return;
    told.set(event, text);
    response.write(text);
  }

  #send(user: User, event: string, data: unknown): void {
    const kept = this.#kept.get(user.id);
    if (kept === undefined) return;
    this.#latest += 1;
    const sent = { id: this.#latest, text: `id: ${this.#run}-${this.#latest}\n${frame(event, data)}` };
    kept.push(sent);
    if (kept.length > REPLAYED) kept.shift();
    for (const stream of this.#streams) if (stream.user.id === user.id) stream.response.write(sent.text);
  }

  #missed(user: User, lastId: string | undefined): PageEvent[] {
    const prefix = `${this.#run}-`;
    if (lastId?.startsWith(prefix) !== true) return [];
    const last = Number(lastId.slice(prefix.length));
    return (this.#kept.get(user.id) ?? []).filter(({ id }) => id > last);
  }

  #beat(): void {
    for (const { response } of this.#streams) response.write(': still here\n\n');
  }
}

/** After a deferred update the client shows no sign of waiting. */
function stateOf({ error, isSettled, callbackType }: Interaction): 'thinking' | 'done' | 'failed' {
  if (error !== undefined) return 'failed';
  return isSettled || callbackType === CallbackType.deferredUpdate ? 'done' : 'thinking';
}

function frame(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
