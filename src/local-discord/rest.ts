/** REST v10 over HTTP: finds the route, checks the authorization, lets faults happen, answers, and keeps a record. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, methodNotAllowed, notFound, tooLarge, unauthorized } from './api-error.js';
import type { Clock } from './clock.js';
import { faultAnswer, type FaultResponse, type Faults } from './faults.js';
import { MESSAGE_ATTACHMENTS, UPLOAD_BYTES } from './limits.js';
import type { RecordedRequest } from './requests.js';
import { readBody, type Upload } from './uploads.js';

export const API_PREFIX = '/api/v10';
/** Files and a payload; the limit of a single file is checked when it is known. */
const BODY_BYTES = (MESSAGE_ATTACHMENTS + 1) * UPLOAD_BYTES;

/** What a route's handler gets. */
export interface Call {
  readonly parameter: (name: string) => string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly Upload[];
}

/** Without a body the status is 204. */
export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  /** As in Discord's documentation: `/channels/{channel_id}/messages`. */
  readonly template: string;
  /** The token in the path is enough: no Authorization header. */
  readonly isOpen?: boolean;
  readonly handle: (call: Call) => Answer;
}

export interface RestOptions {
  readonly token: string;
  readonly clock: Clock;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly onRequest: (request: RecordedRequest) => void;
  readonly onAnswer: (request: RecordedRequest) => void;
}

interface Matched {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

export class Rest {
  readonly #table: readonly { route: Route; pattern: RegExp }[];

  constructor(readonly options: RestOptions) {
    this.#table = options.routes.map((route) => ({ route, pattern: toPattern(route.template) }));
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    // discord.js writes `@original` so.
    const path = url.pathname.slice(API_PREFIX.length).replaceAll('%40', '@');
    const method = request.method ?? 'GET';
    const candidates = this.#match(path);
    const matched = candidates.find(({ route }) => route.method === method);
    const { json, files, error } = await receive(request);
    const template = matched?.route.template;
    const at = this.options.clock.now();
    const record: RecordedRequest = {
      method,
      path,
      query: url.searchParams,
      template,
      body: json,
      files,
      at,
    };
    this.options.onRequest(record);
    const fault = this.options.faults.take(record);
    if (fault !== undefined && (await this.#spoil(fault, record, response))) return;
    const refusal = this.#refuse(candidates, matched, request.headers.authorization) ?? error;
    const { status, body } = this.#answer(record, matched, refusal);
    if (fault === 'lost') response.destroy();
    else this.#send(record, response, status, body);
  }

  /** @returns whether the request was answered, or will never be. */
  async #spoil(fault: FaultResponse, record: RecordedRequest, response: ServerResponse): Promise<boolean> {
    if (fault === 'lost') return false;
    if (fault === 'cut') response.destroy();
    if (typeof fault === 'string') return true;
    if ('delayMs' in fault) {
      await new Promise<void>((resolve) => {
        this.options.clock.after(fault.delayMs, resolve);
      });
      return false;
    }
    const { body, headers } = faultAnswer(fault);
    this.#send(record, response, fault.status, body, headers);
    return true;
  }

  #refuse(
    candidates: readonly Matched[],
    matched: Matched | undefined,
    authorization: string | undefined,
  ): ApiError | undefined {
    if (matched === undefined) return candidates.length === 0 ? notFound() : methodNotAllowed();
    const isAllowed = matched.route.isOpen === true || authorization === `Bot ${this.options.token}`;
    return isAllowed ? undefined : unauthorized();
  }

  #answer(
    record: RecordedRequest,
    matched: Matched | undefined,
    refusal: ApiError | undefined,
  ): { status: number; body: unknown } {
    try {
      if (refusal !== undefined || matched === undefined) throw refusal ?? notFound();
      const parameter = (name: string): string => matched.parameters[name] ?? '';
      const { status, body } = matched.route.handle({ ...record, parameter });
      return { status: status ?? (body === undefined ? 204 : 200), body };
    } catch (error) {
      if (error instanceof ApiError) return { status: error.status, body: error.toJSON() };
      const cause = error instanceof Error ? error.stack : String(error);
      return { status: 500, body: { message: `The local Discord itself failed: ${cause}`, code: 0 } };
    }
  }

  #send(
    record: RecordedRequest,
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): void {
    record.status = status;
    record.response = structuredClone(body);
    // discord.js reads a body wherever a content type is named, so that 204 must not name one.
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(status, { ...type, ...headers });
    this.options.onAnswer(record);
    response.end(body === undefined ? undefined : JSON.stringify(body));
  }

  #match(path: string): Matched[] {
    return this.#table.flatMap(({ route, pattern }) => {
      const found = pattern.exec(path);
      return found === null ? [] : [{ route, parameters: found.groups ?? {} }];
    });
  }
}

async function receive(
  request: IncomingMessage,
): Promise<{ json: unknown; files: readonly Upload[]; error?: ApiError }> {
  try {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of request) {
      if (!Buffer.isBuffer(part)) continue;
      size += part.length;
      if (size > BODY_BYTES) throw tooLarge();
      parts.push(part);
    }
    return await readBody(Buffer.concat(parts), request.headers['content-type'] ?? '');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { json: undefined, files: [], error };
  }
}

function toPattern(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)')}$`, 'u');
}
