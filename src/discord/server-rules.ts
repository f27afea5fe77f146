/** Where a server lets the bot answer. */
import type { ServerSettings } from '../state/settings.js';
import type { Asking } from './asking.js';
import { say, type Reply } from './reply.js';
import type { Texts } from './texts/english.js';

/** Named in one text; a server with more has other means to tell. */
const MOST_CHANNELS = 25;

/** Whether a channel is one where the bot answers. A thread belongs to its channel. */
export function isAnsweredIn(
  { channels }: Pick<ServerSettings, 'channels'>,
  {
    channelId,
    parentId,
  }: { readonly channelId?: string | undefined; readonly parentId?: string | undefined },
): boolean {
  const isListed = [channelId, parentId].some((id) => id !== undefined && channels.includes(id));
  return channels.length === 0 || isListed;
}

/** A refusal in channels where the bot is not to answer; it names those where it does. */
export function refuseElsewhere({
  settings,
  channelId,
  parentId,
  ownTexts,
}: Pick<Asking, 'settings' | 'channelId' | 'parentId' | 'ownTexts'>): Reply | undefined {
  if (isAnsweredIn(settings, { channelId, parentId })) return undefined;
  return say(ownTexts.general.elsewhere(renderChannels(ownTexts, settings.channels)));
}

/** As links, the first ones of many. */
export function renderChannels({ articles, isolate }: Texts, channels: readonly string[]): string {
  return articles.list(channels.slice(0, MOST_CHANNELS).map((id) => isolate(`<#${id}>`)));
}
