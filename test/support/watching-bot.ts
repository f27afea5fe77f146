/**
 * The bot with articles of the test's own and an embedder in memory, on a Discord that outlives it: what it does behind a run
 * of the index, and what a restart leaves of it.
 */
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.js';
import { createAnswerer } from '../../src/answers/create-answerer.js';
import { cutPassage, type Passage } from '../../src/answers/passage.js';
import { createBot } from '../../src/discord/bot.js';
import { toPayload, type Reply } from '../../src/discord/reply.js';
import { noteShown } from '../../src/discord/watch/shown-passages.js';
import type { Pace } from '../../src/discord/watch/after-runs.js';
import type { PassageIndex } from '../../src/index/passage-index.js';
import {
  startLocalDiscord,
  type LocalDiscord,
  type Message,
  type RecordedRequest,
} from '../../src/local-discord/local-discord.js';
import { openStore, type Store } from '../../src/state/store.js';
import { judgeConduct } from './conduct.js';
import { fakeEmbedder } from './embedder.js';
import { silentLog } from './silent-log.js';
import { temporaryIndex, type TemporaryIndex } from './temporary-index.js';

export interface WatchingBot extends Pick<TemporaryIndex, 'write' | 'remove'> {
  readonly discord: LocalDiscord;
  readonly log: ReturnType<typeof silentLog>;
  readonly store: Store;
  reindex(): Promise<void>;
  /** Ends the bot and starts another one with what is on disk, which reads the articles again. */
  restart(meanwhile?: () => unknown): Promise<void>;
  /** Reads the articles again without the bot, as when the process ends right behind the commit. */
  indexAlone(): Promise<void>;
  /** A passage of an article as it is now. */
  passage(articleId: string, first: number, last?: number): Passage;
  /** Says something as the bot, and notes that it shows passages. */
  show(reply: Reply, ...passages: readonly Passage[]): Promise<Message>;
  /** Successful edits of a message, oldest first. */
  editsOf(message: Message): RecordedRequest[];
  /** Messages that the bot has written in the channel, without those that one person sees. */
  posts(channelId?: string): Message[];
}

/** As fast as it goes. */
const PACE: Pace = { between: () => Promise.resolve(), retryMs: 20 };

interface Running {
  readonly index: PassageIndex;
  readonly store: Store;
  stop(): Promise<void>;
}

/** Stops by itself when the test ends, and fails when the bot sent something that Discord does not allow. */
export async function startWatchingBot(
  files: Readonly<Record<string, readonly string[]>>,
  pace: Pace = PACE,
): Promise<WatchingBot> {
  const place = await temporaryIndex();
  for (const [file, paragraphs] of Object.entries(files)) await place.write(file, ...paragraphs);
  const log = silentLog();
  const discord = await startLocalDiscord();
  let running = await start(place, discord, log, pace);
  onTestFinished(async () => {
    await running.stop();
    await discord.close();
    expect(judgeConduct(discord.requests)).toEqual([]);
  });
  const reindex = async (): Promise<void> => {
    const outcome = await running.index.reindex();
    expect(outcome.kind).toBe('done');
  };
  await discord.whenRegistered();
  await reindex();
  const indexAlone = async (): Promise<void> => {
    const index = await place.open();
    await index.reindex();
    await index.close();
  };
  return {
    ...place,
    discord,
    log,
    get store() {
      return running.store;
    },
    reindex,
    indexAlone,
    async restart(meanwhile) {
      const { identifies } = discord.gatewayCounts;
      await running.stop();
      await meanwhile?.();
      running = await start(place, discord, log, pace);
      await reindex(); // before it is connected
      await expect.poll(() => discord.gatewayCounts.identifies).toBeGreaterThan(identifies);
      await discord.whenReady();
    },
    passage(articleId, first, last = first) {
      const article = running.index.snapshot()?.articles.find((one) => one.articleId === articleId);
      if (article === undefined) throw new Error(`There is no article ${articleId}`);
      return cutPassage(article, first, last);
    },
    async show(reply, ...passages) {
      const message = await say(discord, reply);
      noteShown(
        running.store,
        { channelId: discord.channelId, messageId: message.id },
        { guildId: discord.guildId, passages },
      );
      return message;
    },
    editsOf: ({ id }) => discord.requests.filter((one) => isEditOf(id, one) && one.status === 200),
    posts: (channelId) =>
      discord
        .messages(channelId)
        .filter(({ author, interaction_metadata: asked }) => author.bot && asked === undefined),
  };
}

export function isEditOf(messageId: string, { method, path: at }: RecordedRequest): boolean {
  return method === 'PATCH' && at.endsWith(`/messages/${messageId}`);
}

async function start(
  place: TemporaryIndex,
  discord: LocalDiscord,
  log: ReturnType<typeof silentLog>,
  pace: Pace,
): Promise<Running> {
  const embedder = fakeEmbedder();
  const index = await place.open({ embedder });
  const store = openStore({ directory: path.join(place.directory, '..', 'state'), log });
  const bot = createBot({
    token: discord.token,
    apiUrl: discord.apiUrl,
    guildId: undefined,
    commands,
    answerer: createAnswerer(index, embedder),
    reindexer: index,
    store,
    log,
    pace,
  });
  index.onRun(bot.afterRun);
  void bot.run();
  const stop = async (): Promise<void> => {
    await Promise.all([index.close(), bot.stop()]);
    store.close();
  };
  return { index, store, stop };
}

async function say(discord: LocalDiscord, reply: Reply): Promise<Message> {
  const { components, flags } = toPayload(reply);
  const before = new Set(discord.messages().map(({ id }) => id));
  await fetch(`${discord.apiUrl}/v10/channels/${discord.channelId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ components, flags, allowed_mentions: { parse: [] } }),
  });
  return discord.whenSent(({ id }) => !before.has(id));
}
