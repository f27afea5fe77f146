/** All requests to the server that served the page. */
import { parseChoice, type Choice } from './commands.js';
import { Fields, type Parse, parseText } from './fields.js';
import { parseSnapshot, type Snapshot } from './world.js';

/** The server refused, in words for the person in front of the page. */
export class RefusedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'RefusedError';
  }
}

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** Who acts, and where. */
export interface Place {
  readonly user: string;
  readonly channel: string;
}

export interface Typing extends Place {
  readonly name: string;
  readonly focused: string;
  readonly value: string;
  readonly others: OptionValues;
}

export interface Limit {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
}

export interface RawMessage {
  /** Indented JSON. */
  readonly json: string;
  readonly limits: readonly Limit[];
}

/** What a person does that the bot answers; each returns the id of the interaction. */
export type Act =
  | (Place & { readonly path: 'slash'; readonly name: string; readonly options: OptionValues })
  | (Place & { readonly path: 'command-text'; readonly text: string })
  | (Place & { readonly path: 'message-command'; readonly name: string; readonly messageId: string })
  | { readonly path: 'click'; readonly user: string; readonly messageId: string; readonly customId: string }
  | {
      readonly path: 'select';
      readonly user: string;
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly path: 'modal';
      readonly user: string;
      readonly interaction: string;
      readonly values: Readonly<Record<string, string>>;
    };

export function loadSnapshot(place: Partial<Place>): Promise<Snapshot> {
  const query = new URLSearchParams({ ...place });
  return get(`/page/state?${query.toString()}`, parseSnapshot);
}

export function loadRaw(messageId: string, user: string): Promise<RawMessage> {
  const query = new URLSearchParams({ user });
  return get(`/page/messages/${encodeURIComponent(messageId)}/raw?${query.toString()}`, parseRaw);
}

export async function act({ path, ...body }: Act): Promise<string> {
  return post(path, body, (value, where) => new Fields(value, where).text('interaction'));
}

export function complete(typing: Typing): Promise<readonly Choice[]> {
  return post('autocomplete', typing, (value, where) =>
    new Fields(value, where).list('choices', parseChoice),
  );
}

export async function sendMessage(message: Place & { content: string; replyTo?: string }): Promise<void> {
  await post('message', message, ignore);
}

export async function dismiss(messageId: string, user: string): Promise<void> {
  await post('dismiss', { messageId, user }, ignore);
}

/** From now on somebody has the client in this language. */
export async function setLanguage(user: string, language: string): Promise<void> {
  await post('language', { user, language }, ignore);
}

async function get<T>(path: string, parse: Parse<T>): Promise<T> {
  return read(await fetch(path), parse);
}

async function post<T>(path: string, body: object, parse: Parse<T>): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read(await fetch(`/page/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }), parse);
}

async function read<T>(response: Response, parse: Parse<T>): Promise<T> {
  const text = await response.text();
  const value: unknown = text === '' ? undefined : JSON.parse(text);
  if (response.ok) return parse(value, 'answer');
  throw new RefusedError(new Fields(value, 'answer').maybe('error', parseText) ?? response.statusText);
}

function ignore(): void {
  // The answer carries nothing: what was done comes back as an event.
}

function parseRaw(value: unknown, where: string): RawMessage {
  const from = new Fields(value, where);
  return {
    json: from.child('message', (message) => JSON.stringify(message, undefined, 2)),
    limits: from.list('limits', parseLimit),
  };
}

function parseLimit(value: unknown, where: string): Limit {
  const from = new Fields(value, where);
  return { name: from.text('name'), used: from.number('used'), limit: from.number('limit') };
}
