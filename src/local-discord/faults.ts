/** Faults on demand: what a test wants to go wrong with the next requests that fit. */
import type { RecordedRequest } from './requests.js';

/** `hang`: no answer ever; `cut`: the connection ends before the request has an effect; `lost`: after it. */
export type FaultResponse =
  | {
      readonly status: number;
      /** Discord's own number. */
      readonly code?: number;
      /** Seconds, with a status of 429. */
      readonly retryAfter?: number;
      readonly scope?: 'user' | 'global' | 'shared';
    }
  | 'hang'
  | 'cut'
  | 'lost'
  /** The request arrives late, as on a slow network. */
  | { readonly delayMs: number };

export interface Fault {
  readonly when: (request: RecordedRequest) => boolean;
  /** How many requests; by default one. */
  readonly times?: number;
  readonly respond: FaultResponse;
}

export class Faults {
  readonly #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** What shall go wrong with the request, if anything; each call uses a fault up once. */
  take(request: RecordedRequest): FaultResponse | undefined {
    const found = this.#waiting.find(({ fault, left }) => left > 0 && fault.when(request));
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.fault.respond;
  }
}

/** The body and the headers of a faulty answer. */
export function faultAnswer(fault: { status: number; code?: number; retryAfter?: number; scope?: string }): {
  body: unknown;
  headers: Record<string, string>;
} {
  const { status, code = 0, retryAfter = 1, scope = 'user' } = fault;
  if (status !== 429) return { body: { message: `${status}: injected fault`, code }, headers: {} };
  const isGlobal = scope === 'global';
  return {
    body: { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal, code },
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': scope,
      ...(isGlobal && { 'x-ratelimit-global': 'true' }),
    },
  };
}
