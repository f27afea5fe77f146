/** A small model server on loopback: serves a model's files under any name, as transformers.js asks for them. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import path from 'node:path';
import { MODEL, MODELS_DIRECTORY } from './embedder.js';

export interface ModelServer {
  /** Its address, for `remoteHost`. */
  readonly host: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** What happens with a file: it is sent whole, cut off in its middle, refused, or sent half and then left hanging. */
export type Treatment = 'whole' | 'cut' | 'refused' | 'hanging';

/**
 * @param treatmentOf - decides by the name of the file, such as "onnx/model_quantized.onnx".
 * @param folder - of the model; the vendored one by default.
 */
export async function startModelServer(
  treatmentOf: (file: string) => Treatment = () => 'whole',
  folder = path.join(MODELS_DIRECTORY, MODEL),
): Promise<ModelServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    const file = /\/resolve\/main\/(.+)$/u.exec(url)?.[1] ?? '';
    void sendFile(path.join(folder, file), treatmentOf(file), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    host: `http://127.0.0.1:${port}/`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function sendFile(location: string, treatment: Treatment, response: ServerResponse): Promise<void> {
  const found = await stat(location).catch(() => undefined);
  if (found === undefined || treatment === 'refused') {
    response.writeHead(treatment === 'refused' ? 503 : 404).end();
    return;
  }
  response.writeHead(200, { 'content-length': found.size });
  const end = treatment === 'whole' ? found.size : Math.floor(found.size / 2);
  const content = createReadStream(location, { end: end - 1 });
  content.pipe(response, { end: treatment === 'whole' });
  if (treatment === 'cut') content.once('end', () => response.destroy());
}
