/** Bodies of requests: JSON, or a form with `payload_json` and `files[n]`; and the files that were uploaded. */
import { z } from 'zod';
import { invalidForm, invalidJson, tooLarge } from './api-error.js';
import { UPLOAD_BYTES } from './limits.js';
import type { Attachment } from './message.js';

/** A file as it came. */
export interface Upload {
  /** The `n` of `files[n]`, to which the body's `attachments` refer. */
  readonly key: string;
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

export interface RequestBody {
  /** Parsed JSON; undefined when there was no body. */
  readonly json: unknown;
  readonly files: readonly Upload[];
}

const FILE_FIELD = /^files\[(\d+)\]$/u;
const json = z.string().transform((value, context): unknown => {
  try {
    return JSON.parse(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: String(error) });
    return z.NEVER;
  }
});

/** @throws ApiError when the body is not what its content type says. */
export async function readBody(content: Buffer, contentType: string): Promise<RequestBody> {
  if (content.length === 0) return { json: undefined, files: [] };
  if (contentType.startsWith('multipart/form-data')) return readForm(content, contentType);
  return { json: parseJson(content.toString()), files: [] };
}

function parseJson(value: string): unknown {
  const result = json.safeParse(value);
  if (!result.success) throw invalidJson();
  return result.data;
}

async function readForm(content: Buffer, contentType: string): Promise<RequestBody> {
  const form = await parseForm(content, contentType);
  const files: Upload[] = [];
  let payload: unknown;
  for (const [name, value] of form) {
    const key = FILE_FIELD.exec(name)?.[1];
    if (name === 'payload_json' && typeof value === 'string') payload = parseJson(value);
    if (key !== undefined && typeof value !== 'string') files.push(await readFile(key, value));
  }
  return { json: payload ?? {}, files };
}

async function parseForm(content: Buffer, contentType: string): Promise<FormData> {
  const headers = { 'content-type': contentType };
  try {
    return await new Response(new Uint8Array(content), { headers }).formData();
  } catch (error) {
    if (error instanceof TypeError) throw invalidForm();
    throw error;
  }
}

async function readFile(key: string, file: File): Promise<Upload> {
  const content = Buffer.from(await file.arrayBuffer());
  if (content.length > UPLOAD_BYTES) throw tooLarge();
  const contentType = file.type === '' ? 'application/octet-stream' : file.type;
  return { key, filename: file.name, contentType, content };
}

/** Keeps uploaded files so that the address of an attachment leads somewhere. */
export class UploadStore {
  readonly #files = new Map<string, Upload>();

  constructor(
    readonly createId: () => string,
    /** Where this server serves them, without a slash at the end. */
    readonly baseUrl: () => string,
  ) {}

  keep(
    upload: Upload,
    channelId: string,
    described: { filename?: string | null | undefined; description?: string | null | undefined },
  ): Attachment {
    const id = this.createId();
    const filename = described.filename ?? upload.filename;
    const path = `/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
    this.#files.set(path, upload);
    const url = this.baseUrl() + path;
    const { description } = described;
    return {
      id,
      filename,
      ...(typeof description === 'string' && { description }),
      content_type: upload.contentType,
      size: upload.content.length,
      url,
      proxy_url: url,
    };
  }

  /** @param path of the address that `keep` gave. */
  find(path: string): Upload | undefined {
    return this.#files.get(path);
  }
}
