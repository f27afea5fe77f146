/** All that can be asked of the shipped article, with the real model and a real re-index, for a whole test file. */
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Answerer } from '../../src/answers/answer.js';
import { createAnswerer } from '../../src/answers/create-answerer.js';
import { PassageIndex } from '../../src/index/passage-index.js';
import { sharedEmbedder } from './embedder.js';
import { SHIPPED_ARTICLES } from './running-bot.js';
import { silentLog } from './silent-log.js';
import { sharedTemporaryFolder } from './temporary-folder.js';

/** To be called outside of tests. @returns what gives the answerer to a test. */
export function sharedShippedAnswerer(): () => Answerer {
  const embedder = sharedEmbedder();
  const folder = sharedTemporaryFolder();
  let opened: { readonly index: PassageIndex; readonly answerer: Answerer } | undefined;
  beforeAll(async () => {
    const index = await PassageIndex.open({
      directory: path.join(folder, 'index'),
      articlesDirectory: SHIPPED_ARTICLES,
      embedder,
      log: silentLog(),
    });
    opened = { index, answerer: createAnswerer(index, embedder) };
    await index.reindex();
  });
  afterAll(() => opened?.index.close());
  return () => {
    if (opened === undefined) throw new Error('The article is not read yet.');
    return opened.answerer;
  };
}
