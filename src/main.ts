/** Entry of `npm start`: serves Discord, or without a token a page on this machine that works like it. */
import { config as loadDotenv } from 'dotenv';
import type { Byline } from './assemble.js';
import { parseConfig, SHIPPED_ARTICLES, type Config } from './config.js';
import { BylineError, ConfigError, messageOf } from './errors.js';
import type { LocalDiscord } from './local-discord/local-discord.js';
import { createLog, type Log } from './log.js';
import type { Discord } from './serve.js';
import { startEmbedder } from './start-embedder.js';
import { stopOnSignals } from './stop.js';

/** What can be asked about the article that comes with the program. */
const EXAMPLES = [
  '/ask question:Which official arrived in Taiwan?',
  '/source quote:China staged peace games near Taiwan last August',
  '@byline-bot where was the spy balloon shot down?',
];

async function main(): Promise<void> {
  loadDotenv({ quiet: true });
  const config = parseConfig(process.env);
  const { token } = config;
  const log = createLog(config.logLevel, [token ?? '']);
  const stop = stopOnSignals(log);
  // Loading the model takes as long as reading in the rest of the program, discord.js above all: both are done at once.
  const embedder = startEmbedder(config, log);
  const { assemble } = await import('./assemble.js');
  const byline = await assemble(config, log, { embedder, keepsState: true });
  try {
    if (token === undefined) await serveLocally(byline, config, log, stop);
    else await serveDiscord(byline, { ...config, token }, log, stop);
  } finally {
    await byline.close();
  }
}

async function serveDiscord(
  byline: Byline,
  { token, apiUrl, guildId }: Omit<Discord, 'commands'>,
  log: Log,
  stop: AbortController,
): Promise<void> {
  const [{ serve }, { commands }] = await Promise.all([import('./serve.js'), import('../commands/index.js')]);
  await serve(byline, { token, apiUrl, guildId, commands }, log, stop);
}

/** The bot does not know that it does not talk to Discord. */
async function serveLocally(
  byline: Byline,
  { localPort, articlesDirectory }: Config,
  log: Log,
  stop: AbortController,
): Promise<void> {
  const discord = await openLocalDiscord(localPort, articlesDirectory === SHIPPED_ARTICLES ? EXAMPLES : []);
  const { token, apiUrl } = discord;
  void tellWhenReady(discord, log);
  try {
    await serveDiscord(byline, { token, apiUrl, guildId: undefined }, log, stop);
  } finally {
    await discord.close();
  }
}

/** Standard output is for the address alone: whoever reads it finds the commands registered. */
async function tellWhenReady(discord: LocalDiscord, log: Log): Promise<void> {
  await discord.whenRegistered();
  const { pageUrl } = discord;
  process.stdout.write(`${pageUrl}\n`);
  log.info('There is no DISCORD_TOKEN: open the page in a browser to try the bot', { page: pageUrl });
}

/** @throws ConfigError when the port cannot be had. */
async function openLocalDiscord(port: number, examples: readonly string[]): Promise<LocalDiscord> {
  const { startLocalDiscord } = await import('./local-discord/local-discord.js');
  try {
    return await startLocalDiscord({ port, examples });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const reason = code === 'EACCES' ? 'may not be used' : 'is in use by another program';
    const advice = 'Stop that program, or set LOCAL_PORT to another port (0: any free one).';
    throw new ConfigError(`The page cannot be served: port ${port} ${reason}. ${advice}`, { cause: error });
  }
}

try {
  await main();
} catch (error) {
  // An expected error tells what to do; of an unexpected one the developer needs the stack.
  const text = error instanceof BylineError || !(error instanceof Error) ? messageOf(error) : error.stack;
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
// Everything is closed; a library that still holds on to a socket or a timer is no reason to stay.
process.exit();
