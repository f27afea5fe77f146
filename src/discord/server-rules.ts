/** Where a server lets the bot answer. */
import type { Asking } from './asking.js';
import { say, type Reply } from './reply.js';

/** Named in a refusal; a server with more has other means to tell. */
const MOST_CHANNELS = 25;

/** A refusal in channels where the bot is not to answer; it names those where it does. A thread belongs to its channel. */
export function refuseElsewhere({
  settings,
  channelId,
  parentId,
  ownTexts,
}: Pick<Asking, 'settings' | 'channelId' | 'parentId' | 'ownTexts'>): Reply | undefined {
  const { channels } = settings;
  const isAllowed = [channelId, parentId].some((id) => id !== undefined && channels.includes(id));
  if (channels.length === 0 || isAllowed) return undefined;
  const { general, articles, isolate } = ownTexts;
  const names = channels.slice(0, MOST_CHANNELS).map((id) => isolate(`<#${id}>`));
  return say(general.elsewhere(articles.list(names)));
}
