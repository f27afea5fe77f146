/** The discord.js client as this bot needs it: no privileged intent, nothing pinged, little remembered, no long waits. */
import { Client, GatewayIntentBits, Options, Partials } from 'discord.js';
import { makeRequest } from './request.js';

/** A request that hangs is tried again after this time; discord.js would wait for 15 s. */
const REQUEST_TIMEOUT_MS = 5000;
/**
 * Discord does not count answers to interactions, which are nearly all that is sent; discord.js does, and would hold up the
 * 51st answer of a second. Where Discord does set a limit, its 429 is obeyed.
 */
const REQUESTS_PER_SECOND = 1000;

/** @param apiUrl - without a version, which discord.js appends. */
export function createClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel], // without it, direct messages go unheard
    allowedMentions: { parse: [] },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    rest: {
      api: apiUrl,
      version: '10',
      timeout: REQUEST_TIMEOUT_MS,
      globalRequestsPerSecond: REQUESTS_PER_SECOND,
      makeRequest,
    },
  });
}
