/** A bot of which channels follow topics, and what a test does with it. */
import { expect } from 'vitest';
import type { Message } from '../../src/local-discord/local-discord.js';
import { textsOf } from './replies.js';
import { startWatchingBot, type WatchingBot } from './watching-bot.js';

export const OLD =
  'The balloon was seen over the mountains on Friday, a spokesman of the ministry told reporters.';
export const OTHER =
  'Prices of grain rose again at the exchange on Monday, for the third time since the harvest began.';
export const news = (day: number | string): string =>
  `Parts of the balloon were found on day ${day} by a fishing boat near the northern coast.`;

/** A bot that knows one article on a balloon. */
export async function started(): Promise<WatchingBot> {
  return startWatchingBot({ 'old.txt': [OLD, OTHER] });
}

/** Uses a command, and expects that one person sees the answer. */
export async function use(
  bot: WatchingBot,
  name: string,
  topic?: string,
  user = bot.discord.administrator,
): Promise<string> {
  const asked = bot.discord.slash(name, topic === undefined ? {} : { topic }, { user, force: true });
  const text = textsOf(await asked.settled()).join('\n');
  expect(asked.isEphemeral).toBe(true);
  return text;
}

export const textOf = (message: Message): string => textsOf(message).join('\n');
/** Adds an article, or changes it, and reads the articles again. */
export async function add(bot: WatchingBot, file: string, ...paragraphs: string[]): Promise<void> {
  await bot.write(file, ...paragraphs);
  await bot.reindex();
}

/** Waits for a message that nobody asked for. */
export function whenPosted({ discord }: WatchingBot, text: string, channel?: string): Promise<Message> {
  return discord.whenSent(
    (message) => textOf(message).includes(text) && message.interaction_metadata === undefined,
    channel,
  );
}
