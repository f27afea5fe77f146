/** The gateway: a WebSocket that says hello, identifies and resumes clients, and sends them events. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { z } from 'zod';
import type { Clock } from './clock.js';
import { GATEWAY_SENDS, GATEWAY_SENDS_WINDOW_MS, REPLAY_EVENTS } from './limits.js';
import { createSecret } from './snowflake.js';

const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

const CloseCode = {
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  rateLimited: 4008,
  disallowedIntents: 4014,
} as const;

export const Intent = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12 } as const;
/** Members, presences, message content: this application was not granted them. */
const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
/** A client that closes so says that it will not come back. */
const FAREWELL_CODES = [1000, 1001];

const payload = z.object({ op: z.int(), d: z.unknown().optional() });
const identify = z.object({ token: z.string(), intents: z.int().nonnegative(), properties: z.object({}) });
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().nonnegative() });

/** Messages and interactions. */
const withId = z.object({ id: z.string() });

export interface GatewayEvent {
  readonly t: string;
  readonly d: unknown;
}

/** What a client is, over all the sockets that it uses one after the other. */
interface Session {
  readonly id: string;
  readonly intents: number;
  readonly events: { readonly s: number; readonly event: GatewayEvent }[];
  socket: WebSocket | undefined;
}

/** The events that begin a session. */
export interface Greeting {
  /** Of READY; the gateway adds what concerns the session. */
  readonly ready: Readonly<Record<string, unknown>>;
  readonly guilds: readonly GatewayEvent[];
}

export interface GatewayOptions {
  readonly token: string;
  readonly clock: Clock;
  readonly heartbeatIntervalMs: number;
  readonly url: () => string;
  readonly greet: (intents: number) => Greeting;
  readonly onReady: () => void;
  /** A connection ended, for now or for good. */
  readonly onLeave: () => void;
  /** A client left for good. */
  readonly onFarewell: () => void;
}

/** Counts of what clients did, for tests. */
export interface GatewayCounts {
  identifies: number;
  resumes: number;
  heartbeats: number;
}

export class Gateway {
  readonly counts: GatewayCounts = { identifies: 0, resumes: 0, heartbeats: 0 };
  /** While false, heartbeats stay without an answer, and a client must take its connection for dead. */
  answersHeartbeats = true;
  readonly #server = new WebSocketServer({ noServer: true });
  /** How often each event is sent: Discord may send one again after a connection was lost. */
  copies = 1;
  /** What happened lately, whoever was there to hear of it. */
  readonly #happened: { readonly event: GatewayEvent; readonly intent: number }[] = [];
  readonly #sessions = new Map<string, Session>();
  readonly #bySocket = new Map<WebSocket, Session>();

  constructor(readonly options: GatewayOptions) {}

  /** Takes over a request that asks for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => this.#welcome(client));
  }

  get isConnected(): boolean {
    return this.#bySocket.size > 0;
  }

  /** Sends an event to every session that has one of the intents (0: to all), or keeps it for their return. */
  dispatch(event: GatewayEvent, intent = 0): void {
    this.#happened.push({ event, intent });
    if (this.#happened.length > REPLAY_EVENTS) this.#happened.shift();
    this.#deliver(event, intent);
  }

  /** Sends again what began with an id, also to a client that was not there when it was sent first. */
  deliverAgain(id: string): void {
    const found = this.#happened.find(({ event }) => withId.safeParse(event.d).data?.id === id);
    if (found === undefined) throw new Error(`Nothing has happened lately with the id ${id}.`);
    this.#deliver(found.event, found.intent);
  }

  #deliver(event: GatewayEvent, intent: number): void {
    for (const session of this.#sessions.values()) {
      if (intent !== 0 && (session.intents & intent) === 0) continue;
      for (let copy = 0; copy < this.copies; copy++) this.#send(session, event);
    }
  }

  /** Cuts every connection as a broken network would; sessions can be resumed. */
  cut(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  /** Asks every client to reconnect and resume. */
  requestReconnect(): void {
    for (const socket of this.#bySocket.keys()) socket.send(JSON.stringify({ op: Op.reconnect, d: null }));
  }

  /** Tells every client that its session ended. */
  invalidate(resumable: boolean): void {
    for (const [socket, session] of this.#bySocket) {
      if (!resumable) {
        this.#forget(session);
        this.#bySocket.delete(socket);
      }
      socket.send(JSON.stringify({ op: Op.invalidSession, d: resumable }));
    }
  }

  close(): void {
    this.cut();
    this.#sessions.clear();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    const { heartbeatIntervalMs, clock } = this.options;
    const sent: number[] = [];
    socket.on('message', (data) => {
      const now = clock.now();
      sent.push(now);
      while (now - (sent[0] ?? now) > GATEWAY_SENDS_WINDOW_MS) sent.shift();
      if (sent.length > GATEWAY_SENDS) socket.close(CloseCode.rateLimited, 'You are being rate limited.');
      else this.#receive(socket, data);
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#leave(socket, code));
    socket.send(JSON.stringify({ op: Op.hello, d: { heartbeat_interval: heartbeatIntervalMs } }));
  }

  #receive(socket: WebSocket, data: RawData): void {
    const parsed = payload.safeParse(parseJson(data));
    if (!parsed.success) return socket.close(CloseCode.decodeError, 'Error while decoding payload.');
    const { op, d } = parsed.data;
    if (op === Op.heartbeat) return this.#beat(socket);
    if (op === Op.identify) return this.#identify(socket, d);
    if (op === Op.resume) return this.#resume(socket, d);
    if (!this.#bySocket.has(socket)) socket.close(CloseCode.notAuthenticated, 'Not authenticated.');
  }

  #beat(socket: WebSocket): void {
    this.counts.heartbeats += 1;
    if (this.answersHeartbeats) socket.send(JSON.stringify({ op: Op.heartbeatAck }));
  }

  #identify(socket: WebSocket, d: unknown): void {
    this.counts.identifies += 1;
    const { success, data } = identify.safeParse(d);
    if (!success) return socket.close(CloseCode.decodeError, 'Error while decoding payload.');
    if (this.#bySocket.has(socket))
      return socket.close(CloseCode.alreadyAuthenticated, 'Already authenticated.');
    if (data.token !== this.options.token) {
      return socket.close(CloseCode.authenticationFailed, 'Authentication failed.');
    }
    if ((data.intents & PRIVILEGED_INTENTS) !== 0) {
      return socket.close(CloseCode.disallowedIntents, 'Disallowed intent(s).');
    }
    const session: Session = { id: createSecret(), intents: data.intents, events: [], socket };
    this.#begin(socket, session);
  }

  #begin(socket: WebSocket, session: Session): void {
    this.#sessions.set(session.id, session);
    this.#bySocket.set(socket, session);
    const { ready, guilds } = this.options.greet(session.intents);
    const own = { session_id: session.id, resume_gateway_url: this.options.url() };
    this.#send(session, { t: 'READY', d: { ...ready, ...own } });
    for (const event of guilds) this.#send(session, event);
    this.options.onReady();
  }

  #resume(socket: WebSocket, d: unknown): void {
    this.counts.resumes += 1;
    const { success, data } = resume.safeParse(d);
    if (!success) return socket.close(CloseCode.decodeError, 'Error while decoding payload.');
    if (data.token !== this.options.token) {
      return socket.close(CloseCode.authenticationFailed, 'Authentication failed.');
    }
    const session = this.#sessions.get(data.session_id);
    const oldest = session?.events[0]?.s ?? 0;
    if (session === undefined || data.seq < oldest - 1)
      return socket.send(JSON.stringify({ op: Op.invalidSession, d: false }));
    session.socket?.terminate();
    session.socket = socket;
    this.#bySocket.set(socket, session);
    for (const { s, event } of session.events) if (s > data.seq) sendEvent(socket, s, event);
    this.#send(session, { t: 'RESUMED', d: {} });
    this.options.onReady();
  }

  #send(session: Session, event: GatewayEvent): void {
    const s = (session.events.at(-1)?.s ?? 0) + 1;
    session.events.push({ s, event });
    if (session.events.length > REPLAY_EVENTS) session.events.shift();
    if (session.socket !== undefined) sendEvent(session.socket, s, event);
  }

  #leave(socket: WebSocket, code: number): void {
    const session = this.#bySocket.get(socket);
    this.#bySocket.delete(socket);
    this.options.onLeave();
    if (session?.socket !== socket) return;
    session.socket = undefined;
    if (!FAREWELL_CODES.includes(code)) return;
    this.#forget(session);
    this.options.onFarewell();
  }

  #forget(session: Session): void {
    this.#sessions.delete(session.id);
  }
}

function sendEvent(socket: WebSocket, s: number, { t, d }: GatewayEvent): void {
  socket.send(JSON.stringify({ op: Op.dispatch, t, s, d }));
}

/** What cannot be parsed is undefined, which no payload is. */
function parseJson(data: RawData): unknown {
  try {
    return JSON.parse(String(data));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
