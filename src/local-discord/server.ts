/** The HTTP server: REST, uploaded files, the page, and the upgrade to the gateway, on loopback only. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { API_PREFIX } from './rest.js';
import type { UploadStore } from './uploads.js';

const LOOPBACK = '127.0.0.1';
export const GATEWAY_PATH = '/gateway';

export interface ServerParts {
  readonly uploads: UploadStore;
  readonly rest: {
    handle: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  };
  /** Everything that is neither the API nor a file. */
  readonly page: {
    handle: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  };
  readonly gateway: {
    upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
    close: () => void;
  };
}

export class LocalServer {
  readonly #server: Server;
  readonly #parts: ServerParts;
  #closed: Promise<void> | undefined;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#server = createServer((request, response) => void this.#handle(request, response));
    this.#server.on('upgrade', (request, socket, head) => {
      if (pathOf(request).pathname.startsWith(GATEWAY_PATH)) parts.gateway.upgrade(request, socket, head);
      else socket.destroy();
    });
  }

  /** @param port 0: any free one. @returns `127.0.0.1:PORT`. */
  async listen(port: number): Promise<string> {
    this.#server.listen(port, LOOPBACK);
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
    return `${LOOPBACK}:${address.port}`;
  }

  /** May be called more than once. */
  close(): Promise<void> {
    this.#closed ??= this.#end();
    return this.#closed;
  }

  async #end(): Promise<void> {
    this.#parts.gateway.close();
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = pathOf(request);
    try {
      if (url.pathname.startsWith(`${API_PREFIX}/`)) await this.#parts.rest.handle(request, response, url);
      else if (!this.#serveUpload(response, url)) await this.#parts.page.handle(request, response, url);
    } catch (error) {
      // A defect of this server or a connection that ended early: the client must not wait for ever.
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** Never as something that a browser would run. @returns whether there is such a file. */
  #serveUpload(response: ServerResponse, { pathname }: URL): boolean {
    const upload = this.#parts.uploads.find(pathname);
    if (upload === undefined) return false;
    response.writeHead(200, {
      'content-type': upload.contentType,
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    response.end(upload.content);
    return true;
  }
}

function pathOf({ url }: IncomingMessage): URL {
  return new URL(url ?? '/', `http://${LOOPBACK}`);
}
