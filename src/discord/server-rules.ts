/** What a server has set, as far as it bears on an answer: where the bot answers, and from which sources. */
import type { ServerSettings } from '../state/settings.js';
import type { Asking } from './asking.js';
import { say, type Reply } from './reply.js';

/** Named in a refusal; a server with more has other means to tell. */
const MOST_CHANNELS = 25;

export function settingsOf({ rooms, guildId }: Pick<Asking, 'rooms' | 'guildId'>): ServerSettings {
  return rooms.store.settings.get(guildId);
}

/** A refusal in channels where the bot is not to answer; it names those where it does. */
export function refuseElsewhere(asking: Asking): Reply | undefined {
  const { channels } = settingsOf(asking);
  if (channels.length === 0 || (asking.channelId !== undefined && channels.includes(asking.channelId)))
    return undefined;
  const { general, articles, isolate } = asking.ownTexts;
  const names = channels.slice(0, MOST_CHANNELS).map((id) => isolate(`<#${id}>`));
  return say(general.elsewhere(articles.list(names)));
}
