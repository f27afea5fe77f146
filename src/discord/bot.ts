/** The bot's life in Discord: logs in, registers its commands, passes on what comes in, stops in order. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  type Client,
} from 'discord.js';
import { ConfigError } from '../errors.js';
import { createClient } from './client.js';
import { registerCommands } from './register-commands.js';
import { Router, type RouterOptions } from './router.js';
import { AfterRuns, type Pace } from './watch/after-runs.js';

/** Pauses before another try, doubled each time: Discord allows 1,000 logins a day and resets the token of who takes more. */
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** Answers in flight have so long when the bot stops. */
const LATEST_STOP_MS = 8000;
const LATEST_GOODBYE_MS = 1000;

export interface BotOptions extends RouterOptions {
  readonly token: string;
  readonly guildId: string | undefined;
  readonly apiUrl: string;
  /** Of messages that nobody has just asked for. */
  readonly pace?: Pace | undefined;
}

export interface Bot {
  /**
   * Connects, registers the commands and serves; resolves after `stop`. While Discord cannot be reached it tries again.
   *
   * @throws ConfigError when Discord refuses the token or the bot, at once or later.
   */
  run(): Promise<void>;
  /** To be called after each run of the index: earlier messages are amended, followers are told. */
  readonly afterRun: AfterRuns['notice'];
  /** Finishes the answers in flight, then disconnects. Safe to call at any time. */
  stop(): Promise<void>;
}

export function createBot(options: BotOptions): Bot {
  return new DiscordBot(options);
}

class DiscordBot implements Bot {
  readonly #options: BotOptions;
  readonly #router: Router;
  readonly #afterRuns: AfterRuns;
  readonly #stopping = new AbortController();
  readonly #stopped = once(this.#stopping.signal, 'abort');
  #client: Client | undefined;

  constructor(options: BotOptions) {
    this.#options = options;
    this.#router = new Router(options);
    this.#afterRuns = new AfterRuns(options);
  }

  get afterRun(): AfterRuns['notice'] {
    return this.#afterRuns.notice;
  }

  async run(): Promise<void> {
    const refused = new Promise<never>((_resolve, reject) => {
      this.#serve(reject).catch(reject);
    });
    await Promise.race([this.#stopped, refused]);
  }

  async stop(): Promise<void> {
    const finished = Promise.all([this.#router.stop(), this.#afterRuns.stop()]);
    await Promise.race([finished, wait(LATEST_STOP_MS, undefined, { ref: false })]);
    this.#stopping.abort();
    // discord.js does not let go of a connection that it is just trying to get back.
    await Promise.race([this.#client?.destroy(), wait(LATEST_GOODBYE_MS, undefined, { ref: false })]);
  }

  async #serve(onRefused: (error: Error) => void): Promise<void> {
    await this.#untilItWorks('Discord cannot be reached', () => this.#login(onRefused));
    await this.#untilItWorks('The commands could not be registered', () => this.#register());
  }

  /** Each try has a client of its own: one that failed cannot be used again. */
  async #login(onRefused: (error: Error) => void): Promise<void> {
    const { apiUrl, token, log } = this.#options;
    const client = createClient(apiUrl);
    this.#client = client;
    client.on(Events.InteractionCreate, this.#router.onInteraction);
    client.on(Events.MessageCreate, this.#router.onMessage);
    client.on(Events.GuildDelete, ({ id }) => this.#forget(id));
    client.on(Events.ShardDisconnect, ({ code }) => onRefused(explainClose(code)));
    this.#tellOfOutages(client);
    client.on(Events.ShardError, (error) => log.warn('The connection to Discord has an error', { error }));
    client.on(Events.Error, (error) => log.warn('discord.js reports an error', { error }));
    const isReady = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
    try {
      await client.login(token);
    } catch (error) {
      throw explainLogin(error);
    }
    await Promise.race([isReady, this.#stopped]);
    if (client.isReady()) this.#afterRuns.begin(client);
    log.info('Connected to Discord', { name: client.user?.username, servers: client.guilds.cache.size });
  }

  /** Nothing of a server is kept once the bot is no longer in it. */
  #forget(guildId: string): void {
    const { store, log } = this.#options;
    try {
      store.forgetServer(guildId);
      log.info('The bot was removed from a server, whose settings and answers are forgotten', { guildId });
    } catch (error) {
      log.error('What is kept of a server that the bot has left could not be deleted', { guildId, error });
    }
  }

  /** One line when the connection goes and one when it is back, however many tries there are between. */
  #tellOfOutages(client: Client): void {
    const { log } = this.#options;
    let isLost = false;
    client.on(Events.ShardReconnecting, () => {
      if (!isLost && !this.#stopping.signal.aborted)
        log.warn('The connection to Discord was lost; connecting again');
      isLost = true;
    });
    const tellOfReturn = (): void => {
      if (isLost) log.info('The connection to Discord is back');
      isLost = false;
    };
    client.on(Events.ShardResume, tellOfReturn);
    client.on(Events.ShardReady, tellOfReturn);
  }

  async #register(): Promise<void> {
    const client = this.#client;
    if (client?.isReady() !== true) throw new Error('The bot is not connected');
    const { guildId, commands, log } = this.#options;
    const { rest, application } = client;
    const isNew = await registerCommands({ rest, applicationId: application.id, guildId, commands });
    log.info(isNew ? 'The commands were registered' : 'The commands are registered already');
  }

  /** Tries again with growing pauses, until it works or the bot stops. */
  async #untilItWorks(failure: string, step: () => Promise<void>): Promise<void> {
    const { signal } = this.#stopping;
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        return await step();
      } catch (error) {
        if (error instanceof ConfigError || signal.aborted) throw error;
        this.#options.log.warn(`${failure}; trying again`, { error, pauseMs: pause });
      }
      await Promise.race([wait(pause, undefined, { ref: false }), this.#stopped]);
    }
  }
}

function explainLogin(error: unknown): unknown {
  const isRefused =
    (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) ||
    (error instanceof DiscordAPIError && error.status === 401);
  return isRefused ? explainClose(GatewayCloseCodes.AuthenticationFailed) : error;
}

/** Closings after which another try would be refused as well. */
function explainClose(code: number): ConfigError {
  if (code === GatewayCloseCodes.AuthenticationFailed) {
    return new ConfigError(
      'Discord refuses the token. Copy it again (Bot > Reset Token) and put it behind DISCORD_TOKEN= in .env.',
    );
  }
  const name = GatewayCloseCodes[code] ?? 'unknown';
  return new ConfigError(`Discord has closed the connection for good: ${code} (${name}).`);
}
