/**
 * Entry of the embedding process. It lives as long as its parent: without one it ends by itself. Signals are ignored,
 * because a Ctrl-C reaches the whole group and the parent decides when the work is over.
 */
import { messageOf } from '../errors.js';
import { requestSchema, type Reply, type Request, type RerankerSetup, type Setup } from './messages.js';
import { openReranker, type RerankerSession } from './reranker-session.js';
import { openSession, type EmbeddingSession } from './session.js';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

let session: EmbeddingSession | undefined;
let reranker: RerankerSession | undefined;

process.on('message', (message: unknown) => {
  // A message that does not parse is a mistake in the program: the process ends and the parent tells.
  void handle(requestSchema.parse(message));
});

async function handle(request: Request): Promise<void> {
  switch (request.kind) {
    case 'setup':
      return setUp(request);
    case 'end':
      process.exit();
      break;
    case 'embed':
      return embed(request);
    case 'load-reranker':
      return loadReranker(request);
    case 'score':
      return score(request);
  }
}

async function setUp(setup: Setup): Promise<void> {
  try {
    session = await openSession(setup, (progress) => reply({ kind: 'download', ...progress }));
    reply({ kind: 'ready', ...session.info });
  } catch (error) {
    reply({ kind: 'model-error', message: messageOf(error) });
  }
}

async function embed({ id, role, text }: Extract<Request, { kind: 'embed' }>): Promise<void> {
  try {
    if (session === undefined) throw new Error('asked before the model was loaded');
    reply({ kind: 'vector', id, vector: await session.embed(role, text) });
  } catch (error) {
    reply({ kind: 'failed', id, message: messageOf(error) });
  }
}

async function loadReranker(setup: RerankerSetup): Promise<void> {
  try {
    reranker = await openReranker(setup, (progress) => reply({ kind: 'download', ...progress }));
    reply({ kind: 'reranker-ready' });
  } catch (error) {
    reply({ kind: 'reranker-error', message: messageOf(error) });
  }
}

async function score({ id, question, text }: Extract<Request, { kind: 'score' }>): Promise<void> {
  try {
    if (reranker === undefined) throw new Error('asked before the reranker was loaded');
    reply({ kind: 'score', id, score: await reranker.score(question, text) });
  } catch (error) {
    reply({ kind: 'failed', id, message: messageOf(error) });
  }
}

function reply(message: Reply): void {
  // The parent may be gone between two messages; 'disconnect' then ends this process.
  if (process.connected) process.send?.(message);
}
