/** The bot on a local Discord, with commands and components of a test and without any article. */
import { createAnswerer } from '../../src/answers/create-answerer.js';
import { createBot } from '../../src/discord/bot.js';
import type { Commands } from '../../src/discord/command.js';
import type { Component } from '../../src/discord/component.js';
import {
  startLocalDiscord,
  type LocalDiscord,
  type LocalDiscordOptions,
} from '../../src/local-discord/local-discord.js';
import { openStore, type Store } from '../../src/state/store.js';
import { judgeConduct } from './conduct.js';
import { fakeEmbedder } from './embedder.js';
import { silentLog } from './silent-log.js';
import { expect } from 'vitest';

export interface BareBot {
  readonly discord: LocalDiscord;
  /** In memory. */
  readonly store: Store;
  readonly log: ReturnType<typeof silentLog>;
  /** Fails when the bot sent something that Discord does not allow. */
  stop(): Promise<void>;
}

export async function startBareBot(
  commands: Commands,
  components?: readonly Component[],
  options?: LocalDiscordOptions,
): Promise<BareBot> {
  const log = silentLog();
  const store = openStore({ directory: undefined, log });
  const discord = await startLocalDiscord(options);
  const bot = createBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    guildId: undefined,
    commands,
    components,
    answerer: createAnswerer({ snapshot: () => undefined }, fakeEmbedder()),
    reindexer: { reindex: () => Promise.resolve({ kind: 'running' }), cancel: () => false },
    store,
    log,
  });
  await Promise.race([discord.whenRegistered(), bot.run()]);
  const stop = async (): Promise<void> => {
    await bot.stop();
    store.close();
    await discord.close();
    expect(judgeConduct(discord.requests)).toEqual([]);
  };
  return { discord, store, log, stop };
}
