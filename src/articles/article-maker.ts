/**
 * Makes articles where it holds up nobody. A saved page takes a tenth of a second in one piece, during which no answer could be
 * given: pages, Markdown and long texts are read in a thread of their own. It begins with the first such file of a run and
 * ends with the run.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { Article } from './article.js';
import { formatOf, makeArticle, type ArticleSource } from './make-article.js';
import { ArticleProblem } from './problem.js';
import { replySchema, type Reply } from './thread-messages.js';

/** A text of this size takes a few milliseconds. */
const LONGEST_AT_ONCE = 100_000;
/** No file within the limits takes more than seconds. */
const LONGEST_MS = 60_000;
/** A page that needs more is none; without a limit it would take the bot along. */
const MOST_MEMORY_MB = 512;

export interface ArticleMaker {
  /** One at a time. @throws ArticleProblem, or Error where a parser gives up. */
  make(source: ArticleSource): Promise<Article>;
  close(): Promise<void>;
}

export interface MakerOptions {
  /** Compiled entry of the thread. */
  readonly threadPath?: URL | undefined;
  readonly longestMs?: number | undefined;
}

/** Nothing is started before it is needed. */
export function createArticleMaker({
  threadPath = new URL('./article-thread.js', import.meta.url),
  longestMs = LONGEST_MS,
}: MakerOptions = {}): ArticleMaker {
  let thread: Worker | undefined;
  const end = async (): Promise<void> => {
    const ending = thread;
    thread = undefined;
    await ending?.terminate();
  };
  return {
    async make(source) {
      if (!needsThread(source)) return makeArticle(source);
      thread ??= new Worker(threadPath, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
      try {
        return articleIn(await ask(thread, source, longestMs));
      } catch (error) {
        // Whatever it is at, the next file gets another one.
        if (!(error instanceof ArticleProblem)) await end();
        throw error;
      }
    },
    close: end,
  };
}

function needsThread({ identity, bytes }: ArticleSource): boolean {
  return formatOf(identity.file) !== '.txt' || bytes.length > LONGEST_AT_ONCE;
}

/** @throws Error when the thread ends over it, or does not end. */
async function ask(thread: Worker, source: ArticleSource, longestMs: number): Promise<Reply> {
  const signal = AbortSignal.timeout(longestMs);
  const heard = once(thread, 'message', { signal });
  thread.postMessage(source);
  try {
    const [message] = z.tuple([z.unknown()]).parse(await heard);
    return replySchema.parse(message);
  } catch (error) {
    throw signal.aborted ? new Error(`it takes longer than ${longestMs / 1000} s`, { cause: error }) : error;
  }
}

function articleIn(reply: Reply): Article {
  switch (reply.kind) {
    case 'article':
      return reply.article;
    case 'problem':
      throw new ArticleProblem(reply.problem, reply.why);
    case 'error':
      throw new Error(reply.message);
  }
}
