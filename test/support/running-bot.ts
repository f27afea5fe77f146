/** The whole bot in this process, with the real model and index, talking to a Discord of this machine by its stock client. */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { commands } from '../../commands/index.js';
import { createAnswerer } from '../../src/answers/create-answerer.js';
import { createBot } from '../../src/discord/bot.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import type { Reranker } from '../../src/embedding/reranker.js';
import { PassageIndex } from '../../src/index/passage-index.js';
import {
  startLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../src/local-discord/local-discord.js';
import { openStore, type Store } from '../../src/state/store.js';
import { judgeConduct } from './conduct.js';
import { silentLog } from './silent-log.js';

export const SHIPPED_ARTICLES = fileURLToPath(new URL('../../data/articles', import.meta.url));

export interface RunningBotOptions {
  /** For the index, the state and, unless `articles` is set, a copy of the shipped articles. */
  readonly folder: string;
  readonly embedder: Embedder;
  readonly reranker?: Reranker | undefined;
  readonly articles?: string | undefined;
  /** Registers in the guild instead of globally. */
  readonly inGuild?: boolean;
  /** By default the articles are indexed before the bot connects. */
  readonly isIndexed?: boolean;
  readonly discord?: LocalDiscordOptions;
  readonly now?: () => number;
}

export interface RunningBot {
  readonly discord: LocalDiscord;
  readonly index: PassageIndex;
  readonly store: Store;
  readonly articles: string;
  readonly log: ReturnType<typeof silentLog>;
  /** Rejects when the bot gave up. */
  readonly ended: Promise<void>;
  /** Stops the bot, and fails when it sent something that Discord's own description of its API does not allow. */
  stop(): Promise<void>;
}

export async function startRunningBot(options: RunningBotOptions): Promise<RunningBot> {
  const { folder, embedder, isIndexed = true } = options;
  const log = silentLog();
  const articles = options.articles ?? copyShippedArticles(folder);
  const index = await PassageIndex.open({
    directory: path.join(folder, 'index'),
    articlesDirectory: articles,
    embedder,
    log,
  });
  if (isIndexed) await index.reindex();
  const store = openStore({ directory: path.join(folder, 'state'), log });
  const discord = await startLocalDiscord(options.discord);
  const bot = createBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    guildId: options.inGuild === true ? discord.guildId : undefined,
    commands,
    answerer: createAnswerer(index, embedder, undefined, options.reranker),
    reindexer: index,
    store,
    log,
    now: options.now,
  });
  const ended = bot.run();
  await Promise.race([discord.whenRegistered(), ended]);
  const stop = async (): Promise<void> => {
    await Promise.all([index.close(), bot.stop()]);
    await discord.close();
    store.close();
    expect(judgeConduct(discord.requests)).toEqual([]);
  };
  return { discord, index, store, articles, log, ended, stop };
}

/** A copy that a test may change. */
export function copyShippedArticles(folder: string): string {
  const articles = path.join(folder, 'articles');
  mkdirSync(articles, { recursive: true });
  cpSync(SHIPPED_ARTICLES, articles, { recursive: true });
  return articles;
}
