/** The whole bot in this process, with the real model and index, talking to a Discord of this machine by its stock client. */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { commands } from '../../commands/index.js';
import { createAnswerer } from '../../src/answers/create-answerer.js';
import { createBot } from '../../src/discord/bot.js';
import type { Pace } from '../../src/discord/watch/after-runs.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import type { Reranker } from '../../src/embedding/reranker.js';
import { PassageIndex } from '../../src/index/passage-index.js';
import {
  startLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../src/local-discord/local-discord.js';
import { openStore, type Store } from '../../src/state/store.js';
import { threadedMaker } from './article-makers.js';
import { judgeConduct } from './conduct.js';
import { silentLog } from './silent-log.js';

export const SHIPPED_ARTICLES = fileURLToPath(new URL('../../data/articles', import.meta.url));

/** As fast as it goes. */
const PACE: Pace = { between: () => Promise.resolve(), retryMs: 20 };

export interface RunningBotOptions {
  /** For the index and, unless `articles` is set, a copy of the shipped articles. */
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
  /** In the folder `state`, so that the next bot in the same folder finds it. */
  readonly store: Store;
  readonly articles: string;
  readonly log: ReturnType<typeof silentLog>;
  /** Rejects when the bot gave up. */
  readonly ended: Promise<void>;
  /** Ends the bot alone and starts it anew on the same Discord, with what is on disk. */
  restart(): Promise<void>;
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
    startMaker: threadedMaker,
  });
  if (isIndexed) await index.reindex();
  const discord = await startLocalDiscord(options.discord);
  const startBot = async () => {
    const store = openStore({ directory: path.join(folder, 'state'), log });
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
      pace: PACE,
    });
    const ended = bot.run();
    await Promise.race([discord.whenRegistered(), ended]);
    return { store, bot, ended };
  };
  let current = await startBot();
  index.onRun((...run) => current.bot.afterRun(...run));
  const stopBot = async (): Promise<void> => {
    await current.bot.stop();
    current.store.close();
  };
  const restart = async (): Promise<void> => {
    await stopBot();
    await discord.whenGone();
    current = await startBot();
  };
  const stop = async (): Promise<void> => {
    await Promise.all([index.close(), stopBot()]);
    await discord.close();
    expect(judgeConduct(discord.requests)).toEqual([]);
  };
  return {
    discord,
    index,
    articles,
    log,
    restart,
    stop,
    get store() {
      return current.store;
    },
    get ended() {
      return current.ended;
    },
  };
}

/** A copy that a test may change. */
export function copyShippedArticles(folder: string): string {
  const articles = path.join(folder, 'articles');
  mkdirSync(articles, { recursive: true });
  cpSync(SHIPPED_ARTICLES, articles, { recursive: true });
  return articles;
}
