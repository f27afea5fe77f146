/** Entry of the thread that reads articles: each request is a file, and has one reply. */
import { parentPort } from 'node:worker_threads';
import { messageOf } from '../errors.js';
import { makeArticle } from './make-article.js';
import { ArticleProblem } from './problem.js';
import { requestSchema, type Reply } from './thread-messages.js';

parentPort?.on('message', (message: unknown) => {
  void answer(message).then((reply) => parentPort?.postMessage(reply));
});

async function answer(message: unknown): Promise<Reply> {
  try {
    return { kind: 'article', article: await makeArticle(requestSchema.parse(message)) };
  } catch (error) {
    if (error instanceof ArticleProblem) return { kind: 'problem', problem: error.kind, why: error.why };
    return { kind: 'error', message: messageOf(error) };
  }
}
