/** Every request that the bot made, as it came and as it was answered. */
import type { Upload } from './uploads.js';

export interface RecordedRequest {
  readonly method: string;
  /** Without `/api/v10` and without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The route as Discord's documentation writes it, such as `/channels/{channel_id}/messages`; undefined when unknown. */
  readonly template: string | undefined;
  /** Parsed JSON, also that of a form. */
  readonly body: unknown;
  readonly files: readonly Upload[];
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** Undefined while there is no answer, and when a fault prevented one. */
  status?: number;
  response?: unknown;
}
