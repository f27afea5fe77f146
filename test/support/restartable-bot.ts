/** A bot that can be stopped and started again on the same Discord, with what it has on disk: messages outlive it. */
import path from 'node:path';
import { expect } from 'vitest';
import { commands } from '../../commands/index.js';
import { createAnswerer } from '../../src/answers/create-answerer.js';
import { createBot } from '../../src/discord/bot.js';
import type { Embedder } from '../../src/embedding/embedder.js';
import { PassageIndex } from '../../src/index/passage-index.js';
import {
  startLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../src/local-discord/local-discord.js';
import { openStore, type Store } from '../../src/state/store.js';
import { threadedMaker } from './article-makers.js';
import { judgeConduct } from './conduct.js';
import { copyShippedArticles } from './running-bot.js';
import { silentLog } from './silent-log.js';

export interface RestartableBotOptions {
  /** For the index, the state and a copy of the shipped articles. */
  readonly folder: string;
  readonly embedder: Embedder;
  readonly discord?: LocalDiscordOptions;
  /** For limits of time in Discord; by default the machine's clock. */
  readonly now?: () => number;
}

/** What one start of the program has open. */
interface Life {
  readonly index: PassageIndex;
  readonly store: Store;
  stop(): Promise<void>;
}

export interface RestartableBot {
  readonly discord: LocalDiscord;
  readonly articles: string;
  /** Of the current start. */
  readonly store: Store;
  readonly index: PassageIndex;
  restart(): Promise<void>;
  /** Fails when the bot sent something that Discord does not allow, in any of its lives. */
  stop(): Promise<void>;
}

export async function startRestartableBot(options: RestartableBotOptions): Promise<RestartableBot> {
  const articles = copyShippedArticles(options.folder);
  const discord = await startLocalDiscord(options.discord);
  let life = await begin(options, articles, discord);
  await life.index.reindex();
  return {
    discord,
    articles,
    get store() {
      return life.store;
    },
    get index() {
      return life.index;
    },
    async restart() {
      await life.stop();
      life = await begin(options, articles, discord);
    },
    async stop() {
      await life.stop();
      await discord.close();
      expect(judgeConduct(discord.requests)).toEqual([]);
    },
  };
}

async function begin(
  { folder, embedder, now }: RestartableBotOptions,
  articlesDirectory: string,
  discord: LocalDiscord,
): Promise<Life> {
  const log = silentLog();
  const directory = path.join(folder, 'index');
  const index = await PassageIndex.open({
    directory,
    articlesDirectory,
    embedder,
    log,
    startMaker: threadedMaker,
  });
  const store = openStore({ directory: path.join(folder, 'state'), log });
  await index.loaded();
  const { token, apiUrl } = discord;
  const answerer = createAnswerer(index, embedder);
  const bot = createBot({
    token,
    apiUrl,
    guildId: undefined,
    commands,
    answerer,
    reindexer: index,
    store,
    log,
    now,
  });
  await Promise.race([discord.whenRegistered(), bot.run()]);
  const stop = async (): Promise<void> => {
    await Promise.all([index.close(), bot.stop()]);
    store.close();
  };
  return { index, store, stop };
}
