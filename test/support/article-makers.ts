import {
  createArticleMaker,
  type ArticleMaker,
  type MakerOptions,
} from '../../src/articles/article-maker.js';
import { makeArticle } from '../../src/articles/make-article.js';

/** Threads run compiled code: `npm test` compiles first. */
const THREAD_PATH = new URL('../../dist/src/articles/article-thread.js', import.meta.url);

/** As the bot makes articles. */
export function threadedMaker(options: MakerOptions = {}): ArticleMaker {
  return createArticleMaker({ threadPath: THREAD_PATH, ...options });
}

/** Without a thread, which takes a moment to start: for tests of what is read, not of where. */
export const plainMaker: ArticleMaker = { make: makeArticle, close: () => Promise.resolve() };
